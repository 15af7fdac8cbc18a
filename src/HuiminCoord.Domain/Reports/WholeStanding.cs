using HuiminCoord.Domain.Obligations;

namespace HuiminCoord.Domain.Reports;

/// <summary>How a report stands with all its parts: what papers tell of a unit, and what they count.</summary>
public static class WholeStanding
{
    /// <summary>A unit that owes no table owes its summary all the same, and a table in time is late with a summary that is.</summary>
    /// <param name="parts">The stages of everything that the unit owes for the period.</param>
    /// <param name="reported">已报: each part was handed in once, or is waived.</param>
    /// <param name="onTime">按时 as the board has it; null = it cannot be late, or is not reported.</param>
    /// <param name="ended">The unit owes nothing more since it left: nobody waits for the rest, so its table speaks for it.</param>
    /// <param name="table">How its table stands by itself.</param>
    public static ReportStanding Of(IReadOnlyCollection<PartStage> parts, bool reported, bool? onTime, bool ended, ReportStanding table)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return ended && !reported ? table
            : parts.All(s => s == PartStage.Waived) ? ReportStanding.Waived
            : !reported ? ReportStanding.Missing
            : onTime == false ? ReportStanding.ReportedLate
            : table == ReportStanding.Nil ? ReportStanding.Nil : ReportStanding.Reported;
    }
}
