using System.Collections.Immutable;
using HuiminCoord.Domain.Units;
using Orleans;

namespace HuiminCoord.Domain.Reports;

/// <summary>What the actor of one unit's report keeps: what waits, what was handed in, and whether it is opened again.</summary>
/// <remarks>
/// What the office does with what was handed in is the unit's actor's to keep, and what was filled in lies in rows. An accepted report
/// is locked: it is corrected here, and only after two people of the office have agreed; its timeliness stays what it was.
/// </remarks>
[Alias("report")]
public sealed record ReportState
{
    /// <summary>How many versions there have been.</summary>
    public int Versions { get; init; }

    /// <summary>The version that waits for the unit's own approval (待本单位审核).</summary>
    public ReportVersion? Waiting { get; init; }

    /// <summary>The version that was approved and of which the unit's actor has not heard yet.</summary>
    public ReportVersion? Handing { get; init; }

    /// <summary>The version that was handed in last, or whose correction was accepted last.</summary>
    public ReportVersion? Handed { get; init; }

    /// <summary>A wish to open the accepted report again; null = none waits.</summary>
    public ReopeningWish? Asked { get; init; }

    /// <summary>Why the accepted report was opened again; null while it is locked.</summary>
    public string? OpenedFor { get; init; }

    /// <summary>The correction that the unit approved and that waits for the office.</summary>
    public ReportVersion? Correction { get; init; }

    /// <summary>What the unit's approver, or the office about a correction, had to say when it came back; none once it is proposed again.</summary>
    public ImmutableList<Remark> Remarks { get; init; } = [];

    /// <summary>Why the unit's actor did not take what was approved last; null when it did.</summary>
    public string? Refusal { get; init; }

    /// <summary>Where the report is.</summary>
    public ReportStage Stage =>
        Waiting is not null ? ReportStage.Waiting
        : Handing is not null ? ReportStage.Handing
        : Correction is not null ? ReportStage.Correction
        : OpenedFor is not null ? ReportStage.Reopened
        : Handed is not null ? ReportStage.Handed
        : ReportStage.Filling;
}

/// <summary>Where a report is between the unit and the office.</summary>
public enum ReportStage
{
    /// <summary>填报中.</summary>
    Filling,

    /// <summary>待本单位审核.</summary>
    Waiting,

    /// <summary>Approved, and on its way to the unit's actor.</summary>
    Handing,

    /// <summary>Handed in; what the office does with it is kept with the obligation.</summary>
    Handed,

    /// <summary>Accepted before, and opened again to be corrected.</summary>
    Reopened,

    /// <summary>A correction is with the office.</summary>
    Correction,
}

/// <summary>One version of a report.</summary>
/// <param name="Number">From 1 on.</param>
/// <param name="Parts">Parts that are handed in with it.</param>
/// <param name="ProposedBy">Who proposed it, or entered it from paper.</param>
/// <param name="At">When.</param>
/// <param name="ReceivedAt">代录 only: when the paper was received.</param>
/// <param name="ApprovedBy">Who approved it in the unit; null before, and for paper, which its seal approves.</param>
/// <param name="ApprovedAt">When.</param>
[Alias("report-version")]
public sealed record ReportVersion(int Number, IReadOnlyList<string> Parts, FilledSheet Sheet, string ProposedBy, DateTimeOffset At, DateTimeOffset? ReceivedAt = null, string? ApprovedBy = null, DateTimeOffset? ApprovedAt = null)
{
    /// <summary>True when this account had a hand in the figures.</summary>
    public bool IsOf(string login) => ProposedBy == login || Sheet.FilledBy.Contains(login);
}

/// <summary>Somebody of the office wishes to open an accepted report again.</summary>
[Alias("reopening-wish")]
public sealed record ReopeningWish(string Reason, string By, DateTimeOffset At);
