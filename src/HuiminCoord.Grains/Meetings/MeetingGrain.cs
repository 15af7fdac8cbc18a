using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Time;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Units;

namespace HuiminCoord.Grains.Meetings;

/// <summary>The door of a meeting. Key: <c>{campaign}/{meeting}</c>.</summary>
[Alias("meeting-grain")]
public interface IMeetingGrain : IWakeable
{
    /// <summary>Carries out a command for which nobody's seat matters: a rehearsal plays it. The answer comes after the commit.</summary>
    [Alias("do")]
    Task<Answer> Do(MeetingCommand command, CommandKey? key);

    /// <summary>Carries out what somebody asks, as far as it is theirs; the answer comes after the commit.</summary>
    [Alias("ask")]
    Task<Answer> Ask(MeetingCommand command, MeetingAsker by, CommandKey? key);
}

/// <summary>A meeting. Its agenda comes from the registers, as they stand when it is composed; what it decides goes to the units that owe it, what it rules of its members to the actors that keep them.</summary>
[GrainType(Rooms.Meeting)]
public sealed class MeetingGrain([PersistentState(Keeper.StateName)] IPersistentState<Kept<MeetingState, MeetingEvent>> kept, Keeper keeper, PlanShelf plans, AgendaReader registers, IRulingCarrier carrier)
    : DecidingGrain<MeetingState, MeetingCommand, MeetingEvent>(kept, keeper), IMeetingGrain
{
    private MeetingTerms _terms = null!;
    private bool _composes;
    private MeetingAsker? _by;

    /// <inheritdoc/>
    public Task<Answer> Do(MeetingCommand command, CommandKey? key) => Carry(command, null, key);

    /// <inheritdoc/>
    public Task<Answer> Ask(MeetingCommand command, MeetingAsker by, CommandKey? key)
    {
        ArgumentNullException.ThrowIfNull(by);
        return Carry(command, by, key);
    }

    /// <inheritdoc/>
    public override async Task Wake(DateTimeOffset now)
    {
        (_composes, _by) = (false, null);
        await base.Wake(now);
        await HandDecisions();
        await CarryRulings();
    }

    /// <inheritdoc/>
    protected override async ValueTask Prepare(DateTimeOffset now)
    {
        var plan = await plans.Get(Campaign, await registers.PlanInForce(Campaign));
        var calendar = plans.Calendars(plan).AsKnownAt(now);
        _terms = new(plan, calendar, _composes ? await registers.Facts(plan, calendar, ChinaTime.DateOf(now)) : null, _by);
    }

    /// <inheritdoc/>
    protected override Decision<MeetingEvent> Decide(MeetingState state, MeetingCommand command, DateTimeOffset now) => MeetingRules.Decide(state, command, _terms, now);

    /// <inheritdoc/>
    protected override Decision<MeetingEvent> DecideWake(MeetingState state, DateTimeOffset now) => MeetingWake.DecideWake(state, _terms, now);

    /// <inheritdoc/>
    protected override MeetingState Evolve(MeetingState state, MeetingEvent @event) => MeetingRules.Evolve(state, @event);

    /// <inheritdoc/>
    protected override DateTimeOffset? NextWake(MeetingState state, DateTimeOffset now) => MeetingWake.NextWake(state, _terms, now);

    private async Task<Answer> Carry(MeetingCommand command, MeetingAsker? by, CommandKey? key)
    {
        (_composes, _by) = (command is MeetingCommand.Compose or MeetingCommand.SplitItem, by);
        var answer = await Handle(command, key);
        _by = null;
        await HandDecisions();
        await CarryRulings();
        return answer;
    }

    /// <summary>Lays every decision on its owner that has not heard of it. Interrupted, it goes on at the next wake.</summary>
    private async Task HandDecisions()
    {
        var meeting = RoomKey.IdOf(this.GetPrimaryKeyString());
        while (DecisionRules.NextToHand(State) is { } decision)
        {
            var owner = GrainFactory.GetGrain<IUnitGrain>($"{Campaign}/{decision.Wording.Owner}");
            var duty = DecisionRules.DutyOf(meeting, decision.Number);
            var answer = await owner.Do(new UnitCommand.Assign(duty, DecisionRules.AssignmentOf(meeting, State, decision)), new CommandKey($"{this.GetPrimaryKeyString()}/{duty}", ""));
            await Handle(new MeetingCommand.ConfirmHanded(decision.Number, answer.Refusal?.Code), null);
        }
    }

    /// <summary>Carries out what was ruled of members and member units. Interrupted, it goes on at the next wake.</summary>
    private async Task CarryRulings()
    {
        while (RulingRules.NextToCarry(State) is { } next)
        {
            var refused = await carrier.Carry(Campaign, next.Ruling, State.Arrangement!.Title, new CommandKey($"{this.GetPrimaryKeyString()}/{next.Item}", ""));
            await Handle(new MeetingCommand.ConfirmRuling(next.Item, refused), null);
        }
    }
}
