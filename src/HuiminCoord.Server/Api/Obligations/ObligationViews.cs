using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Files;

namespace HuiminCoord.Server.Api.Obligations;

/// <summary>What a unit owes, as registers show it.</summary>
/// <param name="Due">报送时限, Shanghai date; null where the plan names none.</param>
/// <param name="DoBy">办理日: the last working day on or before the due date.</param>
/// <param name="Provisional">暂定日期: a holiday paper still to come may change the 办理日.</param>
/// <param name="Stage"><c>open</c>, <c>submitted</c>, <c>returned</c>, <c>accepted</c>, <c>waived</c>, <c>ended</c> by an amendment.</param>
/// <param name="StageWords">The stage as the office says it, lateness included: 逾期未报.</param>
/// <param name="Parts">Stage of each part.</param>
/// <param name="EnteredLate">Undated, or dated before the plan's issue: never overdue.</param>
/// <param name="Overdue">Not reported and 24:00 of the due date has passed by the campaign's clock.</param>
/// <param name="Reported">已报: every part was first submitted or waived.</param>
/// <param name="FirstCompleteAt">The instant by which timeliness is judged.</param>
/// <param name="CorrectionDue">修改时限 of returned parts.</param>
/// <param name="UnderReview">Submitted parts whose review has begun.</param>
/// <param name="Withdrawable">Submitted parts that the unit can take back now.</param>
/// <param name="Withdrawal">The last time that the unit took something back; null = never.</param>
public sealed record ObligationView(
    string Unit, string UnitName, string Duty, string Kind, string Title, string? Clause, DateOnly? Due, DateOnly? DoBy, bool Provisional,
    string Stage, string StageWords, IReadOnlyDictionary<string, PartStage> Parts, bool EnteredLate, bool Overdue, bool Reported, bool? OnTime,
    DateTimeOffset? FirstCompleteAt, int? LateWorkdays, DateTimeOffset? AcceptedAt, DateOnly? CorrectionDue, ExtensionView? Extension,
    IReadOnlyList<string> UnderReview, IReadOnlyList<string> Withdrawable, WithdrawalView? Withdrawal)
{
    internal static ObligationView Of(ObligationRow row, CampaignScene scene)
    {
        var (payload, parts) = (ObligationPayload.Of(row), Stages.PartsOf(row));
        return new(
            row.Unit, scene.Plan.Unit(new UnitId(row.Unit))?.Name ?? row.Unit, row.Duty, row.Kind, row.Title, row.Clause, row.Due, row.DoBy,
            row.Provisional, row.Stage, StageOf(row, scene), parts, row.EnteredLate,
            IsOverdue(row, scene.Today), row.Reported, row.OnTime, row.FirstCompleteAt, row.LateWorkdays, row.AcceptedAt, row.CorrectionDue,
            row.ExtensionStage is { } stage ? new ExtensionView(stage, row.ExtensionTo, row.ExtensionReason) : null,
            payload.UnderReview, WithdrawableOf(row, parts, payload), WithdrawalView.Of(payload.Withdrawal));
    }

    /// <summary>Lateness begins the day after the due date, never on the 办理日.</summary>
    internal static bool IsOverdue(ObligationRow row, DateOnly today) =>
        !row.Reported && !row.EnteredLate && row.Stage != Stages.Ended && row.Due < today;

    /// <summary>The stage in the words of the office.</summary>
    internal static string StageOf(ObligationRow row, CampaignScene scene) => row.Stage switch
    {
        Stages.Open when IsOverdue(row, scene.Today) => "逾期未报",
        Stages.Open when IsNear(row, scene.Today, scene.Calendar) => "临近时限",
        _ => Stages.Words(row.Stage),
    };

    private static IReadOnlyList<string> WithdrawableOf(ObligationRow row, IReadOnlyDictionary<string, PartStage> parts, ObligationPayload payload) => row.Stage == Stages.Ended
        ? []
        : [.. parts.Where(p => p.Value == PartStage.Submitted).Select(p => p.Key).Except(payload.UnderReview).Except(payload.OnBehalf)];

    /// <summary>From the working day before the 办理日 on.</summary>
    internal static bool IsNear(ObligationRow row, DateOnly today, WorkingCalendar calendar) =>
        !row.Reported && !row.EnteredLate && row.DoBy is { } doBy && today >= calendar.AddWorkingDays(doBy, -1);
}

/// <summary>A request for a later date.</summary>
/// <param name="Stage"><c>asked</c>, <c>granted</c>, <c>refused</c>.</param>
public sealed record ExtensionView(string Stage, DateOnly? Until, string? Reason);

/// <summary>Something that the unit took back (撤回).</summary>
/// <param name="Reason">May be empty.</param>
public sealed record WithdrawalView(DateTimeOffset At, IReadOnlyList<string> Parts, string Reason)
{
    internal static WithdrawalView? Of(LastWithdrawal? last) => last is null ? null : new(last.At, last.Parts, last.Reason);
}

/// <summary>An obligation with everything that was sent about it, and what was handed in with it.</summary>
/// <param name="Steps">Reminders, in the order in which they were planned.</param>
/// <param name="Files">Evidence, in the order in which it came.</param>
internal sealed record ObligationDetail(ObligationView Obligation, IReadOnlyList<StepView> Steps, IReadOnlyList<AttachmentView> Files);

/// <summary>What became of one reminder for one recipient.</summary>
/// <param name="Rung">Its name in the ladder.</param>
/// <param name="Outcome"><c>pending</c>, <c>delivered</c>, <c>superseded</c>, <c>undeliverable</c>: nobody was there to receive it.</param>
/// <param name="Slot">The message that delivered it.</param>
internal sealed record StepView(string Rung, string Recipient, DateTimeOffset PlannedAt, DateTimeOffset FiredAt, StepOutcome Outcome, string? Slot, string? SupersededBy)
{
    internal static StepView Of(StepRow row) =>
        new(row.Rung, row.Recipient, row.PlannedAt, row.FiredAt, row.Outcome, row.InboxSlot, row.SupersededBy);
}
