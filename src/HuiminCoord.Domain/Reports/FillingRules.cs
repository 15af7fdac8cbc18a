using System.Globalization;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Files;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Reports;

/// <summary>From what is filled in to what is handed in. Whoever fills in is not who approves.</summary>
internal static class FillingRules
{
    internal static Decision<ReportEvent> Propose(ReportState state, ReportCommand.Propose command, ReportTerms terms, DateTimeOffset now)
    {
        if (state.Waiting is { } waiting && waiting.Sheet.Hash == command.Sheet.Hash && waiting.Parts.SequenceEqual(command.Parts) && (waiting.Sheet.Files ?? []).SequenceEqual(command.Sheet.Files ?? []))
        {
            return Decision<ReportEvent>.Nothing;
        }

        return Refuse(state, command.Parts, command.Sheet, terms) is { } refusal
            ? refusal
            : Decision<ReportEvent>.Keep(new ReportEvent.Proposed(new(state.Versions + 1, command.Parts, command.Sheet, terms.Login, now)));
    }

    internal static Decision<ReportEvent> Enter(ReportState state, ReportCommand.Enter command, ReportTerms terms, DateTimeOffset now)
    {
        if (command.ReceivedAt > now)
        {
            return new Refusal("submit.received-out-of-range", $"{command.ReceivedAt:O}");
        }

        // The paper is sealed: what still lay before the unit's leader goes back to whoever filled it in.
        var (before, back) = state.Waiting is { } waiting ? (state with { Waiting = null }, (ReportEvent[])[new ReportEvent.TakenBack(waiting.Number)]) : (state, []);
        return Refuse(before, command.Parts, command.Sheet, terms) is { } refusal
            ? refusal
            : Decision<ReportEvent>.Keep([.. back, new ReportEvent.Entered(new(state.Versions + 1, command.Parts, command.Sheet, terms.Login, now, command.ReceivedAt))]);
    }

    internal static Decision<ReportEvent> TakeBack(ReportState state, ReportTerms terms) =>
        state.Waiting is { } waiting ? Decision<ReportEvent>.Keep(new ReportEvent.TakenBack(waiting.Number))
        : NotWaiting(state, terms);

    internal static Decision<ReportEvent> SendBack(ReportState state, ReportCommand.SendBack command, ReportTerms terms, DateTimeOffset now) =>
        state.Waiting is not { } waiting ? NotWaiting(state, terms)
        : command.Version is { } seen && seen != waiting.Number ? new Refusal("report.other-version", Text(waiting.Number))
        : ReportRules.RefuseRemarks(command.Remarks) is { } refusal ? refusal
        : Decision<ReportEvent>.Keep(new ReportEvent.SentBack(waiting.Number, command.Remarks, now));

    internal static Decision<ReportEvent> Approve(ReportState state, ReportCommand.Approve command, ReportTerms terms, DateTimeOffset now)
    {
        if (state.Waiting is not { } waiting)
        {
            // Said twice, it is the same wish.
            return !Approved(state, command.Version) ? NotWaiting(state, terms) : command.Scan is { Count: > 0 } ? new Refusal("file.too-late", terms.Duty!.Title) : Decision<ReportEvent>.Nothing;
        }

        if (waiting.Number != command.Version)
        {
            return new Refusal("report.other-version", Text(waiting.Number));
        }

        return RefuseApproval(waiting, command, terms) is { } refusal
            ? refusal
            : Decision<ReportEvent>.Keep(new ReportEvent.Approved(waiting.Number, terms.Login, now, FileRules.Carried(command.Scan)));
    }

    internal static Decision<ReportEvent> Confirm(ReportState state, ReportCommand.ConfirmHanded command) =>
        state.Handing?.Number != command.Version ? Decision<ReportEvent>.Nothing
        : Decision<ReportEvent>.Keep(command.Refused is { } code ? new ReportEvent.Refused(command.Version, code) : new ReportEvent.Handed(command.Version));

    private static Refusal? RefuseApproval(ReportVersion waiting, ReportCommand.Approve command, ReportTerms terms)
    {
        if (waiting.IsOf(terms.Login))
        {
            return new("report.same-person");
        }

        if (FileRules.RefuseCount((waiting.Sheet.Files?.Count ?? 0) + (command.Scan?.Count ?? 0)) is { } tooMany)
        {
            return tooMany;
        }

        return terms.Forms!.Approval == ReportApproval.Leader
            ? terms.By is { Leads: true } ? FileRules.Refuse(command.Scan) : new("report.leader-approves")
            : command.Scan is { Count: > 0 } ? FileRules.Refuse(command.Scan) : new("report.scan-needed");
    }

    private static Refusal? Refuse(ReportState state, IReadOnlyList<string> parts, FilledSheet sheet, ReportTerms terms)
    {
        if (state.Stage is ReportStage.Waiting or ReportStage.Handing or ReportStage.Correction)
        {
            return new("report.waits", state.Stage.ToString().ToLowerInvariant());
        }

        if (parts.FirstOrDefault(p => !terms.Duty!.Parts.Contains(p) || terms.Duty.ExcludedParts.Contains(p)) is { } unknown)
        {
            return new("part.unknown", unknown, terms.Duty!.Title);
        }

        if (parts.Count == 0 || (state.OpenedFor is null && parts.Any(p => terms.Stages.GetValueOrDefault(p) is not (PartStage.Open or PartStage.Returned))))
        {
            return new("report.nothing-asked", terms.Duty!.Title);
        }

        return state.Versions >= ReportRules.MostVersions ? new("report.too-many-versions", Text(ReportRules.MostVersions)) : RefuseSheet(sheet, terms);
    }

    private static Refusal? RefuseSheet(FilledSheet sheet, ReportTerms terms) =>
        terms.Errors is not { } errors ? new("report.sheet-unknown")
        : errors.Count > 0 ? new("report.has-errors", Text(errors.Count))
        : FileRules.Refuse(sheet.Files);

    private static bool Approved(ReportState state, int version) =>
        state.Handing?.Number == version || state.Handed?.Number == version || state.Correction?.Number == version;

    private static Decision<ReportEvent> NotWaiting(ReportState state, ReportTerms terms) =>
        new Refusal("report.not-waiting", terms.Duty!.Title, state.Stage.ToString().ToLowerInvariant());

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
