using HuiminCoord.Domain.Files;
using HuiminCoord.Domain.Units;
using Orleans;

namespace HuiminCoord.Domain.Reports;

/// <summary>What the actor of one unit's report can be asked to do.</summary>
[GenerateSerializer, Immutable, Alias("report-command")]
public abstract record ReportCommand
{
    /// <summary>提交本单位审核: what was filled in goes to whoever approves it in the unit.</summary>
    /// <param name="Parts">Parts that are handed in with it.</param>
    [GenerateSerializer, Immutable, Alias("report-command.propose")]
    public sealed record Propose(IReadOnlyList<string> Parts, FilledSheet Sheet) : ReportCommand;

    /// <summary>Whoever fills in takes it back from its approval.</summary>
    [GenerateSerializer, Immutable, Alias("report-command.take-back")]
    public sealed record TakeBack : ReportCommand;

    /// <summary>The unit's own approver sends it back to be filled in again.</summary>
    /// <param name="Version">The version that was looked at; null = whichever waits.</param>
    [GenerateSerializer, Immutable, Alias("report-command.send-back")]
    public sealed record SendBack(IReadOnlyList<Remark> Remarks, int? Version = null) : ReportCommand;

    /// <summary>The unit approves what waits: it is handed in.</summary>
    /// <param name="Version">The version that was looked at.</param>
    /// <param name="Scan">The sealed and signed scan, where the plan asks for one; null = none.</param>
    [GenerateSerializer, Immutable, Alias("report-command.approve")]
    public sealed record Approve(int Version, IReadOnlyList<FileRef>? Scan) : ReportCommand;

    /// <summary>代录: the office enters what came on paper.</summary>
    /// <param name="ReceivedAt">When the paper was received: by this it is judged.</param>
    [GenerateSerializer, Immutable, Alias("report-command.enter")]
    public sealed record Enter(IReadOnlyList<string> Parts, FilledSheet Sheet, DateTimeOffset ReceivedAt) : ReportCommand;

    /// <summary>The unit's actor has answered.</summary>
    /// <param name="Refused">Code of its refusal; null = it was handed in.</param>
    [GenerateSerializer, Immutable, Alias("report-command.confirm-handed")]
    public sealed record ConfirmHanded(int Version, string? Refused) : ReportCommand;

    /// <summary>The office asks that an accepted report be opened again.</summary>
    [GenerateSerializer, Immutable, Alias("report-command.ask-reopening")]
    public sealed record AskReopening(string Reason) : ReportCommand;

    /// <summary>A second person of the office decides it.</summary>
    [GenerateSerializer, Immutable, Alias("report-command.decide-reopening")]
    public sealed record DecideReopening(bool Agreed) : ReportCommand;

    /// <summary>The office accepts a correction: its figures count from now on.</summary>
    [GenerateSerializer, Immutable, Alias("report-command.accept-correction")]
    public sealed record AcceptCorrection(int Version) : ReportCommand;

    /// <summary>The office returns a correction with remarks.</summary>
    [GenerateSerializer, Immutable, Alias("report-command.return-correction")]
    public sealed record ReturnCorrection(int Version, IReadOnlyList<Remark> Remarks) : ReportCommand;
}

/// <summary>What was filled in, as it is handed over.</summary>
/// <param name="Hash">SHA-256 of the sheet, which is kept under it.</param>
/// <param name="Nil">零报告.</param>
/// <param name="Files">Attachments; null = none.</param>
/// <param name="FilledBy">Accounts that typed something of it.</param>
[GenerateSerializer, Immutable, Alias("filled-sheet")]
public sealed record FilledSheet(string Hash, bool Nil, IReadOnlyList<FileRef>? Files, IReadOnlyList<string> FilledBy);
