using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Tests.Simulation.Reference;

internal enum Stage
{
    Open,
    Submitted,
    Returned,
    Accepted,
    Waived,
}

/// <summary>One obligation as the log has made it so far. Times are wall-clock times of Asia/Shanghai.</summary>
internal sealed class ReferenceDuty(string id, DutyKind kind, Ladder ladder, IReadOnlyList<string> parts)
{
    public string Id { get; } = id;

    public DutyKind Kind { get; set; } = kind;

    public Ladder Ladder { get; set; } = ladder;

    public IReadOnlyList<string> PartIds { get; set; } = parts;

    public Dictionary<string, Stage> Parts { get; } = parts.ToDictionary(p => p, _ => Stage.Open);

    /// <summary>First submission of each part that had one.</summary>
    public Dictionary<string, DateTime> FirstSubmitted { get; } = [];

    /// <summary>What was assigned; null for a duty of the plan.</summary>
    public Assignment? Assigned { get; init; }

    public DateOnly? Due { get; set; }

    /// <summary>The plan's own date of the next occurrence.</summary>
    public DateOnly? NextDue { get; set; }

    public bool EnteredLate { get; set; }

    /// <summary>The date that the plan names: the version by which the unit works.</summary>
    public DateOnly? Named { get; set; }

    /// <summary>The date in force is not the plan's: moved, extended, or kept against an amendment.</summary>
    public bool HasOwnDate { get; set; }

    /// <summary>Latest first submission among the parts that an amendment has dropped.</summary>
    public DateTime? SubmittedInDropped { get; set; }

    /// <summary>Parts that are waived because the unit's profile does not owe them.</summary>
    public HashSet<string> NotOwed { get; } = [];

    public DateTime Since { get; set; }

    /// <summary>Granted extensions and replannings.</summary>
    public int Grants { get; set; }

    public int Returns { get; set; }

    public DateOnly? CorrectionDue { get; set; }

    /// <summary>The correction date that the last return set, in force or not.</summary>
    public DateOnly? LastCorrection { get; set; }

    /// <summary>Parts that were returned at some time.</summary>
    public HashSet<string> CameBack { get; } = [];

    /// <summary>Parts whose present submission is under review.</summary>
    public HashSet<string> UnderReview { get; } = [];

    /// <summary>Parts whose present submission the office entered.</summary>
    public HashSet<string> ByOffice { get; } = [];

    public DateOnly? Asked { get; set; }

    public DateOnly? UrgedOn { get; set; }

    public bool Reported { get; set; }

    public HashSet<string> Given { get; } = [];

    public HashSet<string> FoundNobody { get; } = [];

    /// <summary>Planned rungs, valid until a fact or the calendar changes.</summary>
    public (int Edition, List<ReferenceRung> Rungs)? Plan { get; set; }

    /// <summary>No rung of the plan above is due before this.</summary>
    public DateTime QuietUntil { get; set; }

    /// <summary>By which it would be judged were it complete now.</summary>
    public DateTime? JudgedAt => FirstSubmitted.Values.Select(t => (DateTime?)t).Append(SubmittedInDropped).Max();

    public bool Closed => Parts.Values.All(s => s is Stage.Accepted or Stage.Waived);

    public bool LateAt(DateTime at) => !EnteredLate && Due is { } due && at >= due.AddDays(1).ToDateTime(TimeOnly.MinValue);
}

/// <summary>A rung with its planned instant.</summary>
internal sealed record ReferenceRung(string Id, DateTime At, IReadOnlyList<Role> To);
