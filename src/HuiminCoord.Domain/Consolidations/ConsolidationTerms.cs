using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Consolidations;

/// <summary>The facts that a consolidation's rules decide by, as the registers know them.</summary>
/// <param name="Plan">The plan in force.</param>
/// <param name="Occurrence">The month or year; null = nobody owes a table under this id.</param>
/// <param name="Calendar">Counts the working days for objections.</param>
/// <param name="Reports">What tables of the period are added up from now, those of earlier periods included.</param>
/// <param name="Open">Units whose report of this period is not accepted, or is opened again to be corrected.</param>
public sealed record ConsolidationTerms(Plan Plan, Occurrence? Occurrence, WorkingCalendar Calendar, IReadOnlyList<KeptReport> Reports, IReadOnlyList<UnitId> Open)
{
    /// <summary>Whether the period is locked as it stands.</summary>
    public LockStanding Lock { get; init; }

    /// <summary>What the office makes of the reports by when.</summary>
    public ConsolidationPlan Rules => Plan.Forms!.Consolidating;

    /// <summary>True where at least one unit has reported for the period itself.</summary>
    public bool HasReports => Reports.Any(r => r.Duty == Occurrence!.Id && r.Version > 0);

    /// <summary>Names of units, as a refusal lists them.</summary>
    public string Names(IEnumerable<UnitId> units) => string.Join('、', units.Select(u => Plan.Unit(u)?.Name ?? u.Value));
}
