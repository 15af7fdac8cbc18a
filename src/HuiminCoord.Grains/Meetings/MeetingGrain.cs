using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Plans;

namespace HuiminCoord.Grains.Meetings;

/// <summary>The door of a meeting. Key: <c>{campaign}/{meeting}</c>.</summary>
[Alias("meeting-grain")]
public interface IMeetingGrain : IWakeable
{
    /// <summary>Carries out a command; the answer comes after the commit.</summary>
    [Alias("do")]
    Task<Answer> Do(MeetingCommand command, CommandKey? key);
}

/// <summary>A meeting. Its agenda comes from the registers, as they stand when it is composed.</summary>
[GrainType(Rooms.Meeting)]
public sealed class MeetingGrain([PersistentState(Keeper.StateName)] IPersistentState<Kept<MeetingState, MeetingEvent>> kept, Keeper keeper, PlanShelf plans, AgendaReader registers)
    : DecidingGrain<MeetingState, MeetingCommand, MeetingEvent>(kept, keeper), IMeetingGrain
{
    private MeetingTerms _terms = null!;
    private bool _composes;

    /// <inheritdoc/>
    public Task<Answer> Do(MeetingCommand command, CommandKey? key)
    {
        _composes = command is MeetingCommand.Compose;
        return Handle(command, key);
    }

    /// <inheritdoc/>
    protected override async ValueTask Prepare(DateTimeOffset now)
    {
        var plan = await plans.Get(Campaign, await registers.PlanInForce(Campaign));
        var calendar = plans.Calendars(plan).AsKnownAt(now);
        _terms = new(plan, calendar, _composes ? await registers.Facts(plan, calendar, ChinaTime.DateOf(now)) : null);
    }

    /// <inheritdoc/>
    protected override Decision<MeetingEvent> Decide(MeetingState state, MeetingCommand command, DateTimeOffset now) => MeetingRules.Decide(state, command, _terms, now);

    /// <inheritdoc/>
    protected override Decision<MeetingEvent> DecideWake(MeetingState state, DateTimeOffset now) => Decision<MeetingEvent>.Nothing;

    /// <inheritdoc/>
    protected override MeetingState Evolve(MeetingState state, MeetingEvent @event) => MeetingRules.Evolve(state, @event);

    /// <inheritdoc/>
    protected override DateTimeOffset? NextWake(MeetingState state, DateTimeOffset now) => null;
}
