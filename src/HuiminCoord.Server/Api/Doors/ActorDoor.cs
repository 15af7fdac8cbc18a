using HuiminCoord.Domain.Campaigns;
using HuiminCoord.Domain.Consolidations;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Domain.Supervision;
using HuiminCoord.Domain.Tasks;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Campaigns;
using HuiminCoord.Grains.Consolidations;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Meetings;
using HuiminCoord.Grains.Phases;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Reports;
using HuiminCoord.Grains.Supervision;
using HuiminCoord.Grains.Tasks;
using HuiminCoord.Grains.Units;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Api.Doors;

/// <summary>Who wishes something of an actor.</summary>
/// <param name="Signature">Who asks, as the audit names them.</param>
/// <param name="Key">The wish's name: asking again under it is answered by the first result.</param>
/// <param name="Gone">Gives up when nobody waits for the answer any more.</param>
internal sealed record Wish(string Signature, CommandKey Key, CancellationToken Gone);

/// <summary>The only way to actors from outside: looks whether the actor exists, says who asks, and outlasts a move to another silo.</summary>
/// <remarks>Whether the asker may is settled by then: by the gate in front of the API, by the desk of the console.</remarks>
internal sealed class ActorDoor(CampaignDirectory campaigns, PlanShelf plans, IGrainFactory grains)
{
    /// <summary>To a campaign, which may not have been issued yet: only its plan has to be there.</summary>
    /// <exception cref="RefusedException"><c>campaign.unknown</c>, <c>plan.version-unknown</c>.</exception>
    internal async Task<Answer> Issue(string campaign, int version, Wish wish)
    {
        if (await plans.NewestVersion(campaign) == 0)
        {
            throw new RefusedException(new Refusal("campaign.unknown", campaign));
        }

        if (await plans.Find(campaign, version) is null)
        {
            throw new RefusedException(new Refusal("plan.version-unknown", $"{version}"));
        }

        return await Ask(wish, () => grains.GetGrain<ICampaignGrain>(campaign).Do(new CampaignCommand.Issue(version), wish.Key));
    }

    /// <summary>To a member unit.</summary>
    /// <exception cref="RefusedException"><c>unit.unknown</c>.</exception>
    internal async Task<Answer> ToUnit(string campaign, string unit, UnitCommand command, Wish wish)
    {
        RequireUnit(await campaigns.Campaign(campaign, wish.Gone), unit);
        return await Ask(wish, () => grains.GetGrain<IUnitGrain>($"{campaign}/{unit}").Do(command, wish.Key));
    }

    /// <summary>To a domain task.</summary>
    /// <exception cref="RefusedException"><c>task.unknown</c>.</exception>
    internal async Task<Answer> ToTask(string campaign, string task, TaskCommand command, Wish wish)
    {
        if ((await campaigns.Campaign(campaign, wish.Gone)).Plan.Task(new TaskId(task)) is null)
        {
            throw new RefusedException(new Refusal("task.unknown", task));
        }

        return await Ask(wish, () => grains.GetGrain<ITaskGrain>($"{campaign}/{task}").Do(command, wish.Key));
    }

    /// <summary>To a phase.</summary>
    /// <exception cref="RefusedException"><c>phase.unknown</c>.</exception>
    internal async Task<Answer> ToPhase(string campaign, string phase, Func<IPhaseGrain, CommandKey, Task<Answer>> ask, Wish wish)
    {
        if ((await campaigns.Campaign(campaign, wish.Gone)).Plan.Phase(new PhaseId(phase)) is null)
        {
            throw new RefusedException(new Refusal("phase.unknown", phase));
        }

        return await Ask(wish, () => ask(grains.GetGrain<IPhaseGrain>($"{campaign}/{phase}"), wish.Key));
    }

    /// <summary>To a meeting. One that nobody proposed refuses by itself: it leaves no trace.</summary>
    /// <param name="by">Who asks: whose meeting it is, is for the meeting itself to judge.</param>
    internal async Task<Answer> ToMeeting(string campaign, string meeting, MeetingCommand command, MeetingAsker by, Wish wish)
    {
        await campaigns.Campaign(campaign, wish.Gone);
        return await Ask(wish, () => grains.GetGrain<IMeetingGrain>($"{campaign}/{meeting}").Ask(command, by, wish.Key));
    }

    /// <summary>To a supervision group. One without a mandate refuses by itself: it leaves no trace.</summary>
    internal async Task<Answer> ToSupervision(string campaign, string group, SupervisionCommand command, Wish wish)
    {
        await campaigns.Campaign(campaign, wish.Gone);
        return await Ask(wish, () => grains.GetGrain<ISupervisionGrain>($"{campaign}/{group}").Do(command, wish.Key));
    }

    /// <summary>To a unit's report. One that the unit does not owe refuses by itself: it leaves no trace.</summary>
    /// <exception cref="RefusedException"><c>unit.unknown</c>.</exception>
    internal async Task<Answer> ToReport(string campaign, string unit, string duty, ReportCommand command, ReportAsker by, Wish wish)
    {
        RequireUnit(await campaigns.Campaign(campaign, wish.Gone), unit);
        return await Ask(wish, () => grains.GetGrain<IReportGrain>($"{campaign}/{unit}/{duty}").Ask(command, by, wish.Key));
    }

    /// <summary>To a period's consolidation. A period that has no table refuses by itself: it leaves no trace.</summary>
    /// <exception cref="RefusedException"><c>unit.unknown</c>: the plan does not name the unit for which something is said.</exception>
    internal async Task<Answer> ToConsolidation(string campaign, string duty, ConsolidationCommand command, Wish wish)
    {
        var scene = await campaigns.Campaign(campaign, wish.Gone);
        if (command.SaidFor?.Value is { } unit)
        {
            RequireUnit(scene, unit);
        }

        return await Ask(wish, () => grains.GetGrain<IConsolidationGrain>($"{campaign}/{duty}").Do(command, wish.Key));
    }

    /// <summary>A unit that the plan in force does not name is nobody's.</summary>
    /// <exception cref="RefusedException"><c>unit.unknown</c>.</exception>
    internal static void RequireUnit(CampaignScene scene, string unit)
    {
        // By its text: pages also come with texts that are no ids.
        if (!scene.Plan.Units.Any(u => u.Id.Value == unit))
        {
            throw new RefusedException(new Refusal("unit.unknown", unit));
        }
    }

    private static Task<Answer> Ask(Wish wish, Func<Task<Answer>> command)
    {
        Acting.As(wish.Signature);
        return SiloChange.Outlast(command, wish.Gone);
    }
}
