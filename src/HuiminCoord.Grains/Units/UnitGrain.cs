using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Storage;

namespace HuiminCoord.Grains.Units;

/// <summary>The door of a member unit. Key: <c>{campaign}/{unit}</c>.</summary>
[Alias("unit-grain")]
public interface IUnitGrain : IWakeable
{
    /// <summary>Carries out a command; the answer comes after the commit.</summary>
    [Alias("do")]
    Task<Answer> Do(UnitCommand command, CommandKey? key);
}

/// <summary>A member unit: what it owes, its seats, its reminders.</summary>
[GrainType(Rooms.Unit)]
public sealed class UnitGrain([PersistentState(Keeper.StateName)] IPersistentState<Kept<UnitState, UnitEvent>> kept, Keeper keeper, PlanShelf plans, RegisterReader registers)
    : DecidingGrain<UnitState, UnitCommand, UnitEvent>(kept, keeper), IUnitGrain
{
    private UnitTerms _terms = null!;
    private UnitTerms? _amended;
    private int _asked = 1;
    private bool _idTaken;

    /// <inheritdoc/>
    public async Task<Answer> Do(UnitCommand command, CommandKey? key)
    {
        _asked = command is UnitCommand.Begin begin ? begin.PlanVersion : 1;
        var knownFrom = plans.SeeCalendar(command is UnitCommand.AdoptCalendar adopt ? adopt.Revision : 0);
        _idTaken = command is UnitCommand.Assign assign && State.Find(assign.Duty) is null && await registers.WasOwed(Campaign, Id, assign.Duty);
        return await Handle(command, key, NowNotBefore(knownFrom));
    }

    /// <inheritdoc/>
    protected override async ValueTask Prepare(DateTimeOffset now)
    {
        _terms = State.PlanVersion == 0 ? await plans.FirstTerms(Campaign, _asked, Id) : await plans.Terms(Campaign, State.PlanVersion, Id);
        _amended = _asked > _terms.Plan.Version ? await plans.Terms(Campaign, _asked, Id) : null;
    }

    /// <inheritdoc/>
    protected override Decision<UnitEvent> Decide(UnitState state, UnitCommand command, DateTimeOffset now) =>
        _idTaken ? new Refusal("assignment.id-taken", ((UnitCommand.Assign)command).Duty.Value)
        : command is UnitCommand.Begin begin && _amended is not null ? UnitRules.Amend(state, begin, _terms, _amended, now)
        : UnitRules.Decide(state, command, _terms, now);

    /// <inheritdoc/>
    protected override Decision<UnitEvent> DecideWake(UnitState state, DateTimeOffset now) => UnitRules.DecideWake(state, _terms, now);

    /// <inheritdoc/>
    protected override UnitState Evolve(UnitState state, UnitEvent @event) => UnitEvolution.Evolve(state, @event);

    private UnitId Id => new(RoomKey.IdOf(this.GetPrimaryKeyString()));

    /// <inheritdoc/>
    protected override DateTimeOffset? NextWake(UnitState state, DateTimeOffset now) =>
        UnitWake.Next(state, state.PlanVersion == _amended?.Plan.Version ? _amended : _terms, now);
}
