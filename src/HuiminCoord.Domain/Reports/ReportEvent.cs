using HuiminCoord.Domain.Files;
using HuiminCoord.Domain.Units;
using Orleans;

namespace HuiminCoord.Domain.Reports;

/// <summary>What happened to a report. Stored and relayed by alias; fields are append-only. Instants are campaign time.</summary>
[Alias("report-event")]
public abstract record ReportEvent
{
    /// <summary>A version waits for the unit's own approval.</summary>
    [Alias("report.proposed")]
    public sealed record Proposed(ReportVersion Version) : ReportEvent;

    /// <summary>It was taken back.</summary>
    [Alias("report.taken-back")]
    public sealed record TakenBack(int Version) : ReportEvent;

    /// <summary>The unit's approver sent it back.</summary>
    [Alias("report.sent-back")]
    public sealed record SentBack(int Version, IReadOnlyList<Remark> Remarks, DateTimeOffset At) : ReportEvent;

    /// <summary>The unit approved it.</summary>
    /// <param name="Scan">The sealed scan; null = none.</param>
    [Alias("report.approved")]
    public sealed record Approved(int Version, string By, DateTimeOffset At, IReadOnlyList<FileRef>? Scan = null) : ReportEvent;

    /// <summary>The office entered it from paper.</summary>
    [Alias("report.entered")]
    public sealed record Entered(ReportVersion Version) : ReportEvent;

    /// <summary>The unit's actor took it: it is with the office.</summary>
    [Alias("report.handed")]
    public sealed record Handed(int Version) : ReportEvent;

    /// <summary>The unit's actor refused it; it is to be filled in again.</summary>
    [Alias("report.refused")]
    public sealed record Refused(int Version, string Code) : ReportEvent;

    /// <summary>Somebody of the office asked to open it again.</summary>
    [Alias("report.reopening-asked")]
    public sealed record ReopeningAsked(string Reason, string By, DateTimeOffset At) : ReportEvent;

    /// <summary>A second person agreed: the unit corrects it.</summary>
    [Alias("report.reopened")]
    public sealed record Reopened(string By, DateTimeOffset At) : ReportEvent;

    /// <summary>A second person did not agree; everything stays as it was.</summary>
    [Alias("report.reopening-refused")]
    public sealed record ReopeningRefused(string By, DateTimeOffset At) : ReportEvent;

    /// <summary>The correction's figures count from now on.</summary>
    /// <param name="Reason">Why the report was opened.</param>
    [Alias("report.corrected")]
    public sealed record Corrected(ReportVersion Version, string Reason, DateTimeOffset At) : ReportEvent;

    /// <summary>The office returned the correction.</summary>
    [Alias("report.correction-returned")]
    public sealed record CorrectionReturned(int Version, IReadOnlyList<Remark> Remarks, DateTimeOffset At) : ReportEvent;
}
