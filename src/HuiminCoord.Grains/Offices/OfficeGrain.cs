using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Offices;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Registers;

namespace HuiminCoord.Grains.Offices;

/// <summary>The door of the joint-meeting office. Key: <c>{campaign}</c>.</summary>
[Alias("office-grain")]
public interface IOfficeGrain : IWakeable
{
    /// <summary>Carries out a command; the answer comes after the commit.</summary>
    [Alias("do")]
    Task<Answer> Do(OfficeCommand command, CommandKey? key);
}

/// <summary>The joint-meeting office: writes one message for all units, from what the registers say.</summary>
[GrainType(Rooms.Office)]
public sealed class OfficeGrain([PersistentState(Keeper.StateName)] IPersistentState<Kept<OfficeState, OfficeEvent>> kept, Keeper keeper, PlanShelf plans, RegisterReader registers)
    : DecidingGrain<OfficeState, OfficeCommand, OfficeEvent>(kept, keeper), IOfficeGrain
{
    private Plan _plan = null!;
    private WorkingCalendar _calendar = null!;
    private OfficeFacts _facts = OfficeFacts.None;
    private int _asked = 1;

    /// <inheritdoc/>
    public Task<Answer> Do(OfficeCommand command, CommandKey? key)
    {
        _asked = command is OfficeCommand.Begin begin ? begin.PlanVersion : 1;
        var knownFrom = plans.SeeCalendar(command is OfficeCommand.AdoptCalendar adopt ? adopt.Revision : 0);
        return Handle(command, key, NowNotBefore(knownFrom));
    }

    /// <inheritdoc/>
    protected override async ValueTask Prepare(DateTimeOffset now)
    {
        _plan = await plans.Get(Campaign, Math.Max(State.PlanVersion, _asked));
        _calendar = plans.Calendars(_plan).AsKnownAt(now);
        _facts = State.PlanVersion == 0
            ? OfficeFacts.None
            : await registers.FactsForOffice(_plan, OfficeRules.DutiesToCount(State, _plan, _calendar, now), ChinaTime.DateOf(now), OfficeRules.AsksForDone(State, _plan, _calendar, now));
    }

    /// <inheritdoc/>
    protected override Decision<OfficeEvent> Decide(OfficeState state, OfficeCommand command, DateTimeOffset now) => OfficeRules.Decide(state, command);

    /// <inheritdoc/>
    protected override Decision<OfficeEvent> DecideWake(OfficeState state, DateTimeOffset now) => OfficeRules.DecideWake(state, _plan, _facts, _calendar, now);

    /// <inheritdoc/>
    protected override OfficeState Evolve(OfficeState state, OfficeEvent @event) => OfficeRules.Evolve(state, @event);

    /// <inheritdoc/>
    protected override DateTimeOffset? NextWake(OfficeState state, DateTimeOffset now) => OfficeRules.NextWake(state, _plan, _calendar, now);
}
