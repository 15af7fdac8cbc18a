using HuiminCoord.Domain.Campaigns;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Offices;
using HuiminCoord.Domain.Phases;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Amending;
using HuiminCoord.Domain.Tasks;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Offices;
using HuiminCoord.Grains.Phases;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Tasks;
using HuiminCoord.Grains.Units;

namespace HuiminCoord.Grains.Campaigns;

/// <summary>The door of a campaign. Key: <c>{campaign}</c>.</summary>
[Alias("campaign-grain")]
public interface ICampaignGrain : IWakeable
{
    /// <summary>Carries out a command; an issued plan has reached every actor when the answer comes.</summary>
    [Alias("do")]
    Task<Answer> Do(CampaignCommand command, CommandKey? key);
}

/// <summary>A campaign: issues plan versions and sees to it that every actor gets them, also after a crash in between.</summary>
[GrainType(Rooms.Campaign)]
public sealed partial class CampaignGrain([PersistentState(Keeper.StateName)] IPersistentState<Kept<CampaignState, CampaignEvent>> kept, Keeper keeper, PlanShelf plans, AmendmentForecasts forecasts)
    : DecidingGrain<CampaignState, CampaignCommand, CampaignEvent>(kept, keeper), ICampaignGrain
{
    private CampaignCommand.Issue? _issue;
    private CampaignCommand.ProposeMembership? _wish;
    private Refusal? _objection;
    private Plan? _next;

    /// <inheritdoc/>
    public async Task<Answer> Do(CampaignCommand command, CommandKey? key)
    {
        (_issue, _wish, _next) = (command as CampaignCommand.Issue, command as CampaignCommand.ProposeMembership, null);
        if (_issue is { Text: null })
        {
            // The text that is looked at is the one that is issued, whatever is stored meanwhile.
            command = _issue = _issue with { Text = (await plans.Standing(Campaign, _issue.PlanVersion))?.Hash };
        }

        var answer = await Handle(command, key);
        await StartActors();
        await TellCalendar();
        return answer;
    }

    /// <inheritdoc/>
    public override async Task Wake(DateTimeOffset now)
    {
        await base.Wake(now);
        await StartActors();
        await TellCalendar();
    }

    /// <inheritdoc/>
    protected override async ValueTask Prepare(DateTimeOffset now) => _objection = _issue is not null ? await Objection(_issue) : _wish is not null ? await Objection(_wish) : null;

    /// <inheritdoc/>
    protected override Decision<CampaignEvent> Decide(CampaignState state, CampaignCommand command, DateTimeOffset now) => CampaignRules.Decide(state, command, _objection, now, _next);

    /// <inheritdoc/>
    protected override Decision<CampaignEvent> DecideWake(CampaignState state, DateTimeOffset now) => Decision<CampaignEvent>.Nothing;

    /// <inheritdoc/>
    protected override CampaignState Evolve(CampaignState state, CampaignEvent @event) => CampaignRules.Evolve(state, @event);

    /// <inheritdoc/>
    protected override DateTimeOffset? NextWake(CampaignState state, DateTimeOffset now) => CampaignRules.NextWake(state, now);

    /// <summary>Every actor begins; each call may be repeated, so an interrupted start is simply done again.</summary>
    private async Task StartActors()
    {
        if (!CampaignRules.HasToStart(State))
        {
            return;
        }

        var (version, at) = (State.PlanVersion, State.IssuedAt);
        var versions = await plans.Through(Campaign, version);
        var plan = versions[^1];
        foreach (var unit in plan.Units)
        {
            var begin = new UnitCommand.Begin(version, at, $"{unit.Name}负责同志");
            await GrainFactory.GetGrain<IUnitGrain>(plan.Campaign.Key(unit.Id.Value)).Do(begin, null);
        }

        foreach (var task in plan.Tasks)
        {
            await GrainFactory.GetGrain<ITaskGrain>(plan.Campaign.Key(task.Id.Value)).Do(new TaskCommand.Begin(version, at), null);
        }

        foreach (var phase in plan.Phases)
        {
            await GrainFactory.GetGrain<IPhaseGrain>(plan.Campaign.Key(phase.Id.Value)).Do(new PhaseCommand.Begin(version, at), null);
        }

        await EndActors(versions);
        await GrainFactory.GetGrain<IOfficeGrain>(Campaign).Do(new OfficeCommand.Begin(version, at), null);
        await Handle(new CampaignCommand.ConfirmStarted(version), null);
    }

    /// <summary>Units and tasks that an earlier version named and this one does not.</summary>
    private async Task EndActors(IReadOnlyList<Plan> versions)
    {
        var plan = versions[^1];
        // Tasks first: they give up what units owe for them.
        foreach (var task in versions.SelectMany(p => p.Tasks).Select(t => t.Id).Distinct().Where(t => plan.Task(t) is null))
        {
            await GrainFactory.GetGrain<ITaskGrain>(plan.Campaign.Key(task.Value)).Do(new TaskCommand.End(plan.Version), null);
        }

        foreach (var unit in versions.SelectMany(p => p.Units).Select(u => u.Id).Distinct().Where(u => plan.Unit(u) is null))
        {
            await GrainFactory.GetGrain<IUnitGrain>(plan.Campaign.Key(unit.Value)).Do(new UnitCommand.Leave(plan.Version), null);
        }
    }

    /// <summary>A version is looked at beside all that were in force before it, and beside what was assigned by hand.</summary>
    private async Task<Refusal?> Objection(CampaignCommand.Issue issue)
    {
        if (issue.PlanVersion != State.PlanVersion + 1)
        {
            return null;
        }

        if (issue.Text is null || await plans.Find(Campaign, issue.PlanVersion, issue.Text) is not { } next)
        {
            return new Refusal("plan.version-unknown", $"{issue.PlanVersion}");
        }

        _next = next;
        return State.PlanVersion == 0 ? null : await forecasts.Objection(await plans.Through(Campaign, State.PlanVersion), next);
    }

    /// <summary>A wish about members is looked at beside the version in force.</summary>
    private async Task<Refusal?> Objection(CampaignCommand.ProposeMembership wish) =>
        State.PlanVersion == 0 ? new Refusal("campaign.version-not-issued", "1", "0") : MembershipRules.Refuse(await plans.Get(Campaign, State.PlanVersion), wish.Wish);
}
