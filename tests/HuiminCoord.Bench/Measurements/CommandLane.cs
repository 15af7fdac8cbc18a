using HuiminCoord.Bench.Places;
using HuiminCoord.Domain.Campaigns;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Tasks;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Campaigns;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Tasks;
using HuiminCoord.Grains.Units;
using HuiminCoord.Server.Commands;

namespace HuiminCoord.Bench.Measurements;

/// <summary>One caller with a campaign of its own: reports progress on a task, hands a report in, has it returned, hands it in again.</summary>
/// <remarks>The plan's dates lie in the past, so nothing wakes and every command is as heavy as the one before.</remarks>
internal sealed class CommandLane
{
    private readonly ITaskGrain _task;
    private readonly IUnitGrain _unit;
    private readonly TaskCommand _progress;
    private readonly UnitCommand _submit;
    private readonly UnitCommand _return;
    private int _sent;

    private CommandLane(BenchSilo silo, Plan plan)
    {
        var unit = plan.Units.First(u => u.Id != plan.Convenor && plan.Tasks.Any(t => t.Cooperating.Contains(u.Id))).Id;
        var task = plan.Tasks.First(t => t.Cooperating.Contains(unit));
        var duty = plan.Duties.First(d => d.OwedBy.Contains(unit) && d.Parts.Count == 2);
        var report = Occurrence.Of(duty)[0];
        _task = silo.Grains.GetGrain<ITaskGrain>(plan.Campaign.Key(task.Id.Value));
        _unit = silo.Grains.GetGrain<IUnitGrain>(plan.Campaign.Key(unit.Value));
        _progress = new TaskCommand.ReportProgress(unit, "检查农贸市场12家、餐饮单位38家，责令改正5家。", 40);
        _submit = new UnitCommand.Submit(report.Id, duty.Parts, "本月小结和统计表。", false, null);
        _return = new UnitCommand.Return(report.Id, duty.Parts[1], [new Remark("C7", "与上月累计数不符，请核实。")]);
    }

    /// <summary>Stores the plan under another campaign's name and issues it.</summary>
    public static async Task<CommandLane> Begin(BenchSilo silo, int number)
    {
        var (shelf, now) = (silo.Get<PlanShelf>(), silo.Get<CampaignClock>().Now);
        var shipped = PlanFile.Shipped();
        var name = $"load-{number:00}";
        var json = shipped.Json.Replace($"\"{shipped.Require().Campaign.Value}\"", $"\"{name}\"", StringComparison.Ordinal);
        var plan = shipped.Require() with { Campaign = new CampaignId(name) };
        await shelf.Put(plan, json, now);
        var issued = await silo.Grains.GetGrain<ICampaignGrain>(name).Do(new CampaignCommand.Issue(1), null);
        Expect.That(issued.Changed, $"{name} was not issued: {issued.Refusal?.Code}.");
        return new CommandLane(silo, plan);
    }

    /// <summary>Sends the next command.</summary>
    public async Task Send()
    {
        var number = _sent++;
        var answer = (number % 4) switch
        {
            1 => await _unit.Do(_submit, null),
            3 => await _unit.Do(_return, null),
            _ => await _task.Do(_progress, null),
        };
        Expect.That(answer.Changed, $"Command {number} changed nothing: {answer.Refusal?.Code}.");
    }
}
