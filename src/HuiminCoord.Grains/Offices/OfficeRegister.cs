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
        var plan = await plans.Get(e.Campaign, campaign!.PlanVersion);
        var message = composed.Recipient == Recipients.Convenor
            ? Notices.Report(composed)
            : Notices.Summary(composed, [.. composed.Steps.Select(s => Words(s, plan)).OfType<string>()]);
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
    private static string? Words(OfficeStep step, Plan plan)
    {
        var rung = step.Rung.Split('-')[0];
        return rung switch
        {
            "extension" => $"{Unit(step, plan)}申请延期：{Duty(step, plan)}，待决定。",
            "unheard" => $"{Unit(step, plan)}的“{Duty(step, plan)}”提醒无人接收，请联系该单位确定人员。",
            "blocked" => $"任务“{Task(step, plan)}”需协调解决。",
            "stale" => $"任务“{Task(step, plan)}”超期未更新。",
            "missed" => $"任务“{Task(step, plan)}”有里程碑未按期完成。",
            "not" => $"任务“{Task(step, plan)}”的里程碑未能转为单位事项。",
            "gate" => $"“{Phase(step, plan)}”{(step.Rung == "gate" ? "已到期，尚未办理阶段验收" : "将于5个工作日内到期，请准备阶段验收")}。",
            _ => null,
        };
    }

    private static string Unit(OfficeStep step, Plan plan) => plan.Unit(new UnitId(step.Actor))!.Name;

    private static string Task(OfficeStep step, Plan plan) => plan.Task(new TaskId(step.Subject))!.Title;

    private static string Phase(OfficeStep step, Plan plan) => plan.Phase(new PhaseId(step.Subject))!.Title;

    private static string Duty(OfficeStep step, Plan plan) =>
        plan.Duties.SelectMany(Occurrence.Of).FirstOrDefault(o => o.Id.Value == step.Subject)?.Title ?? step.Subject;
}
