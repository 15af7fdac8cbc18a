using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Reports;

/// <summary>How the table of one unit for one period stands when the district's is added up.</summary>
public enum ReportStanding
{
    /// <summary>Handed in on time, with figures.</summary>
    Reported,

    /// <summary>Handed in after the reporting date: 逾期已报. Its figures count like any other's; 零报告 too is late when it is late.</summary>
    ReportedLate,

    /// <summary>零报告, on time.</summary>
    Nil,

    /// <summary>免报.</summary>
    Waived,

    /// <summary>Not handed in, or taken back: its cells are missing, not zero.</summary>
    Missing,
}

/// <summary>What one unit has reported for one period.</summary>
/// <param name="Figures">The figures that count (<see cref="ReportSheet.Counted"/>); none when it is waived or missing.</param>
public sealed record UnitReport(UnitId Unit, DutyId Duty, ReportStanding Standing, Figures Figures)
{
    /// <summary>How the report stands with all its parts, the summary too: what papers tell of the unit. Figures go by <see cref="Standing"/>.</summary>
    public ReportStanding Whole { get; init; } = Standing;

    /// <summary>True when there are figures of it, zeros included.</summary>
    public bool IsHandedIn => Standing is ReportStanding.Reported or ReportStanding.ReportedLate or ReportStanding.Nil;
}

/// <summary>How many units have reported for one period.</summary>
/// <param name="Reported">On time, with figures.</param>
/// <param name="Late">After the reporting date.</param>
/// <param name="Nil">On time, with nothing to report.</param>
public sealed record Completeness(DutyId Duty, int Reported, int Late, int Nil, int Waived, int Missing)
{
    /// <summary>Units that owe the report: everybody but those for whom it is waived.</summary>
    public int Owed => Reported + Late + Nil + Missing;

    /// <summary>The board, in the order in which periods first appear.</summary>
    public static IReadOnlyList<Completeness> Of(IEnumerable<UnitReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        return [.. reports.GroupBy(r => r.Duty, r => r.Whole).Select(g => Of(g.Key, [.. g]))];
    }

    private static Completeness Of(DutyId duty, IReadOnlyList<ReportStanding> standings)
    {
        int Count(ReportStanding standing) => standings.Count(s => s == standing);
        return new(duty, Count(ReportStanding.Reported), Count(ReportStanding.ReportedLate), Count(ReportStanding.Nil), Count(ReportStanding.Waived), Count(ReportStanding.Missing));
    }
}
