using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Messages;
using HuiminCoord.Domain.Offices;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage.Rows;

namespace HuiminCoord.Grains.Offices;

/// <summary>How the office's messages become inbox rows, and pending steps become delivered ones.</summary>
public sealed class OfficeRegister(PlanShelf plans) : IRegister
{
    /// <inheritdoc/>
    public string GrainType => Rooms.Office;

    /// <inheritdoc/>
    public async Task Apply(RelayedEvent e, RelayBatch batch, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(e);
        ArgumentNullException.ThrowIfNull(batch);
        if (e.Read<OfficeEvent>() is not OfficeEvent.Composed composed)
        {
            return;
        }

        var campaign = await batch.Db.Campaigns.FindAsync([e.Campaign], ct);
        // The newest version first: what a step speaks of may have left the plan while it waited.
        var versions = (await plans.Through(e.Campaign, campaign!.PlanVersion)).Reverse().ToList();
        var message = composed.Recipient == Recipients.Convenor
            ? Notices.Report(composed)
            : Notices.Summary(composed, [.. composed.Steps.Where(s => s.SupersededBy is null).Select(s => Words(s, versions)).OfType<string>()]);
        var data = StoredJson.Write(new { steps = composed.Steps.Select(s => new { s.Actor, s.Subject, s.Rung }).ToList(), counts = composed.Counts });
        batch.Deliver(new InboxDraft(e.Campaign, composed.Recipient, composed.Slot, e.At, message.Kind, message.Title, message.Body, data));
        foreach (var step in composed.Steps)
        {
            var outcome = step.SupersededBy is null ? StepOutcome.Delivered : StepOutcome.Superseded;
            var slot = outcome == StepOutcome.Delivered ? composed.Slot : null;
            batch.Step(new StepDraft(e.Campaign, step.Actor, step.Subject, step.Rung, composed.Recipient, step.PlannedAt, e.At, outcome, slot, step.SupersededBy, null));
        }
    }

    /// <summary>What a step of a task, a phase or a request says in the office's message; null for what the counts say.</summary>
    private static string? Words(OfficeStep step, IReadOnlyList<Plan> plans)
    {
        if (OwnDutySteps.KindOf(step.Rung) is { } owed)
        {
            return OwnDuty(owed, OwnDutySteps.IsLate(step.Rung), Duty(step, plans));
        }

        var rung = step.Rung.Split('-')[0];
        return rung switch
        {
            "extension" => $"{Unit(step, plans)}申请延期：{Duty(step, plans)}，待决定。",
            "withdrawn" => $"{Unit(step, plans)}撤回了“{Duty(step, plans)}”的报送材料，请以其最新报送为准。",
            "member" => $"{Unit(step, plans)}提出调整联席会议成员，请列入会议议程。",
            "unheard" => $"{Unit(step, plans)}的“{Duty(step, plans)}”提醒无人接收，请联系该单位确定人员。",
            "blocked" => $"任务“{Task(step, plans)}”需协调解决。",
            "stale" => $"任务“{Task(step, plans)}”超期未更新。",
            "missed" => $"任务“{Task(step, plans)}”有里程碑未按期完成。",
            "not" => $"任务“{Task(step, plans)}”的里程碑未能转为单位事项。",
            "gate" => $"“{Phase(step, plans)}”{(step.Rung == "gate" ? "已到期，尚未办理阶段验收" : "将于5个工作日内到期，请准备阶段验收")}。",
            _ => null,
        };
    }

    /// <summary>What the office owes itself.</summary>
    private static string OwnDuty(OfficeDutyKind kind, bool isLate, string title) => (kind, isLate) switch
    {
        (OfficeDutyKind.Review, false) => $"“{title}”尚有材料待审核，今日到期。",
        (OfficeDutyKind.Review, true) => $"“{title}”审核已逾期，尚有材料待审核。",
        (OfficeDutyKind.Consolidation, false) => $"“{title}”全区汇总表今日应报市级。",
        (OfficeDutyKind.Consolidation, true) => $"“{title}”全区汇总表报送已逾期。",
        (_, false) => $"“{title}”工作通报今日应印发。",
        _ => $"“{title}”工作通报印发已逾期。",
    };

    private static string Unit(OfficeStep step, IReadOnlyList<Plan> plans) => Named(plans, p => p.Unit(new UnitId(step.Actor))?.Name) ?? step.Actor;

    private static string Task(OfficeStep step, IReadOnlyList<Plan> plans) => Named(plans, p => p.Task(new TaskId(step.Subject))?.Title) ?? step.Subject;

    private static string Phase(OfficeStep step, IReadOnlyList<Plan> plans) => Named(plans, p => p.Phase(new PhaseId(step.Subject))?.Title) ?? step.Subject;

    private static string Duty(OfficeStep step, IReadOnlyList<Plan> plans) =>
        Named(plans, p => p.Duties.SelectMany(Occurrence.Of).FirstOrDefault(o => o.Id.Value == step.Subject)?.Title) ?? step.Subject;

    private static string? Named(IReadOnlyList<Plan> plans, Func<Plan, string?> name) => plans.Select(name).FirstOrDefault(n => n is not null);
}
