using System.Globalization;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Files;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Reports;

/// <summary>A report's way from what is filled in to what the office takes, and back once more when it is corrected.</summary>
public static class ReportRules
{
    /// <summary>Most versions of one report.</summary>
    public const int MostVersions = 200;

    private static readonly TimeSpan Retry = TimeSpan.FromMinutes(1);

    /// <summary>Decides a command.</summary>
    public static Decision<ReportEvent> Decide(ReportState state, ReportCommand command, ReportTerms terms, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(terms);
        // What the unit's actor answered is noted whatever the plan says by then: else it would be told for ever.
        return command is ReportCommand.ConfirmHanded confirmed ? FillingRules.Confirm(state, confirmed) : terms.Duty is null || terms.Forms is null ? new Refusal("report.unknown") : command switch
        {
            ReportCommand.Propose c => FillingRules.Propose(state, c, terms, now),
            ReportCommand.Enter c => FillingRules.Enter(state, c, terms, now),
            ReportCommand.TakeBack => FillingRules.TakeBack(state, terms),
            ReportCommand.SendBack c => FillingRules.SendBack(state, c, terms, now),
            ReportCommand.Approve c => FillingRules.Approve(state, c, terms, now),
            ReportCommand.AskReopening c => ReopeningRules.Ask(state, c, terms, now),
            ReportCommand.DecideReopening c => ReopeningRules.DecideWish(state, c, terms, now),
            ReportCommand.AcceptCorrection c => ReopeningRules.Accept(state, c, now),
            ReportCommand.ReturnCorrection c => ReopeningRules.Return(state, c, now),
            _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
        };
    }

    /// <summary>When the report has something to do next: only while the unit's actor has to be told.</summary>
    public static DateTimeOffset? NextWake(ReportState state, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Handing is null ? null : now + Retry;
    }

    /// <summary>The state after one event.</summary>
    public static ReportState Evolve(ReportState state, ReportEvent @event)
    {
        ArgumentNullException.ThrowIfNull(state);
        return @event switch
        {
            ReportEvent.Proposed e => state with { Versions = e.Version.Number, Waiting = e.Version, Remarks = [], Refusal = null },
            ReportEvent.TakenBack => state with { Waiting = null },
            ReportEvent.SentBack e => state with { Waiting = null, Remarks = [.. e.Remarks] },
            ReportEvent.Approved e => Approved(state, state.Waiting! with { ApprovedBy = e.By, ApprovedAt = e.At, Sheet = With(state.Waiting.Sheet, e.Scan) }),
            ReportEvent.Entered e => Approved(state with { Versions = e.Version.Number, Remarks = [], Refusal = null }, e.Version),
            ReportEvent.Handed => state with { Handed = state.Handing, Handing = null, Refusal = null },
            ReportEvent.Refused e => state with { Handing = null, Refusal = e.Code },
            ReportEvent.ReopeningAsked e => state with { Asked = new(e.Reason, e.By, e.At) },
            ReportEvent.Reopened => state with { OpenedFor = state.Asked!.Reason, Asked = null },
            ReportEvent.ReopeningRefused => state with { Asked = null },
            ReportEvent.Corrected e => state with { Handed = e.Version, Correction = null, OpenedFor = null },
            ReportEvent.CorrectionReturned e => state with { Correction = null, Remarks = [.. e.Remarks] },
            _ => throw new InvalidOperationException($"Unknown event {@event?.GetType().Name}."),
        };
    }

    /// <summary>What the unit's actor is asked to take.</summary>
    public static UnitCommand.Submit HandingOf(ReportVersion version, Identity.DutyId duty)
    {
        ArgumentNullException.ThrowIfNull(version);
        return new(duty, version.Parts, "", version.Sheet.Nil, version.ReceivedAt, version.Sheet.Files, new FormRef(version.Number, version.Sheet.Hash, version.ApprovedAt));
    }

    internal static Refusal? RefuseRemarks(IReadOnlyList<Remark> remarks) =>
        remarks.Count == 0 || remarks.Any(r => string.IsNullOrWhiteSpace(r.Place) || string.IsNullOrWhiteSpace(r.Text)) ? new("report.remark-needed")
        : remarks.Sum(r => r.Place.Length + r.Text.Length) > FreeText.MaxLength ? new("text.too-long", FreeText.MaxLength.ToString(CultureInfo.InvariantCulture))
        : null;

    private static ReportState Approved(ReportState state, ReportVersion version) =>
        state.OpenedFor is null ? state with { Waiting = null, Handing = version } : state with { Waiting = null, Correction = version };

    private static FilledSheet With(FilledSheet sheet, IReadOnlyList<FileRef>? scan) => scan is null ? sheet : sheet with { Files = [.. sheet.Files ?? [], .. scan] };
}
