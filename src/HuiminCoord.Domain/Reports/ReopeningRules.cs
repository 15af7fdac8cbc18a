using System.Globalization;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Obligations;

namespace HuiminCoord.Domain.Reports;

/// <summary>An accepted report is locked. It is opened with a reason and by a second person, corrected by the unit, and accepted once more.</summary>
internal static class ReopeningRules
{
    internal static Decision<ReportEvent> Ask(ReportState state, ReportCommand.AskReopening command, ReportTerms terms, DateTimeOffset now)
    {
        if (state.OpenedFor is not null)
        {
            return Decision<ReportEvent>.Nothing;
        }

        if (state.Asked is { } asked)
        {
            return asked.Reason == command.Reason && asked.By == terms.Login ? Decision<ReportEvent>.Nothing : new Refusal("report.reopening-waits");
        }

        if (state.Handed is null || terms.Stages.Values.Any(s => s is not (PartStage.Accepted or PartStage.Waived)))
        {
            return new Refusal("report.not-accepted", terms.Duty!.Title);
        }

        return FreeText.Refuse(command.Reason, "reason.needed") is { } refusal
            ? refusal
            : Decision<ReportEvent>.Keep(new ReportEvent.ReopeningAsked(command.Reason, terms.Login, now));
    }

    internal static Decision<ReportEvent> DecideWish(ReportState state, ReportCommand.DecideReopening command, ReportTerms terms, DateTimeOffset now) =>
        state.Asked is not { } asked ? (command.Agreed && state.OpenedFor is not null ? Decision<ReportEvent>.Nothing : new Refusal("report.reopening-none"))
        : asked.By == terms.Login ? new Refusal("report.second-person")
        : Decision<ReportEvent>.Keep(command.Agreed ? new ReportEvent.Reopened(terms.Login, now) : new ReportEvent.ReopeningRefused(terms.Login, now));

    internal static Decision<ReportEvent> Accept(ReportState state, ReportCommand.AcceptCorrection command, DateTimeOffset now) =>
        state.Correction is not { } correction ? (state.Handed?.Number == command.Version ? Decision<ReportEvent>.Nothing : new Refusal("report.no-correction"))
        : correction.Number != command.Version ? new Refusal("report.other-version", correction.Number.ToString(CultureInfo.InvariantCulture))
        : Decision<ReportEvent>.Keep(new ReportEvent.Corrected(correction, state.OpenedFor!, now));

    internal static Decision<ReportEvent> Return(ReportState state, ReportCommand.ReturnCorrection command, DateTimeOffset now) =>
        state.Correction is not { } correction ? new Refusal("report.no-correction")
        : correction.Number != command.Version ? new Refusal("report.other-version", correction.Number.ToString(CultureInfo.InvariantCulture))
        : ReportRules.RefuseRemarks(command.Remarks) is { } refusal ? refusal
        : Decision<ReportEvent>.Keep(new ReportEvent.CorrectionReturned(correction.Number, command.Remarks, now));
}
