using HuiminCoord.Domain.Campaigns;
using HuiminCoord.Domain.Phases;
using HuiminCoord.Domain.Rehearsing;
using HuiminCoord.Grains.Campaigns;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Importing;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Phases;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Tasks;
using HuiminCoord.Grains.Units;
using HuiminCoord.Server.Settings;

namespace HuiminCoord.Server.Rehearsals;

/// <summary>Takes what people do in a rehearsal to the actors. What they may not do is refused, and they go on.</summary>
public sealed class RehearsalPlayers(IGrainFactory grains, CampaignClock clock, PlanShelf plans, CalendarImports imports)
{
    /// <summary>Plays one action.</summary>
    /// <exception cref="CommandRefusedException">An act that somebody wrote down is no script: its refusal ends the rehearsal.</exception>
    public async Task Play(string campaign, PlayedAction action)
    {
        ArgumentNullException.ThrowIfNull(action);
        Acting.As(action.By);
        var key = new CommandKey(action.Key, "");
        switch (action)
        {
            case PlayedAction.ToUnit a:
                await grains.GetGrain<IUnitGrain>($"{campaign}/{a.Unit}").Do(a.Command, key);
                break;
            case PlayedAction.ToTask a:
                await grains.GetGrain<ITaskGrain>($"{campaign}/{a.Task}").Do(a.Command, key);
                break;
            case PlayedAction.GoalOf a:
                await grains.GetGrain<IPhaseGrain>($"{campaign}/{a.Phase}").Do(new PhaseCommand.RecordGoal(a.Goal, a.Evidence), key);
                break;
            case PlayedAction.PassGate a:
                await grains.GetGrain<IPhaseGrain>($"{campaign}/{a.Phase}").PassGate(key);
                break;
            case PlayedAction.AmendPlan a:
                await plans.Put(a.Plan, a.Json, clock.Now, action.Key);
                Require(a, (await grains.GetGrain<ICampaignGrain>(campaign).Do(new CampaignCommand.Issue(a.Plan.Version), key)).Refusal);
                break;
            case PlayedAction.ImportPaper a:
                Require(a, (await imports.Import(a.Json, a.Reason, a.By)).Refusal);
                break;
            default:
                throw new InvalidOperationException($"Nobody can do {action.GetType().Name}.");
        }
    }

    private static void Require(PlayedAction act, Domain.Deciding.Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new CommandRefusedException($"{act.Key} of {act.At:yyyy-MM-dd HH:mm} was refused: {refusal.Code} {string.Join(", ", refusal.Arguments)}.");
        }
    }
}
