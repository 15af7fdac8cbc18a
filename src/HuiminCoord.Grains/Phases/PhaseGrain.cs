using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Phases;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Storage;

namespace HuiminCoord.Grains.Phases;

/// <summary>The door of a phase. Key: <c>{campaign}/{phase}</c>.</summary>
[Alias("phase-grain")]
public interface IPhaseGrain : IWakeable
{
    /// <summary>Carries out a command; the answer comes after the commit.</summary>
    [Alias("do")]
    Task<Answer> Do(PhaseCommand command, CommandKey? key);

    /// <summary>Leaves the phase with evidence, by what the registers say of the reports due in its window.</summary>
    [Alias("pass-gate")]
    Task<Answer> PassGate(CommandKey? key);
}

/// <summary>A phase: its window, its goals, its gate.</summary>
[GrainType(Rooms.Phase)]
public sealed class PhaseGrain([PersistentState(Keeper.StateName)] IPersistentState<Kept<PhaseState, PhaseEvent>> kept, Keeper keeper, PlanShelf plans, RegisterReader registers)
    : DecidingGrain<PhaseState, PhaseCommand, PhaseEvent>(kept, keeper), IPhaseGrain
{
    private PhasePlan _phase = null!;
    private WorkingCalendar _calendar = null!;
    private int _asked = 1;

    /// <inheritdoc/>
    public Task<Answer> Do(PhaseCommand command, CommandKey? key)
    {
        _asked = command is PhaseCommand.Begin begin ? begin.PlanVersion : 1;
        var knownFrom = plans.SeeCalendar(command is PhaseCommand.AdoptCalendar adopt ? adopt.Revision : 0);
        return Handle(command, key, NowNotBefore(knownFrom));
    }

    /// <inheritdoc/>
    public async Task<Answer> PassGate(CommandKey? key)
    {
        var window = (await Plan()).Phase(Id)!.Window;
        return await Handle(new PhaseCommand.PassGate(await registers.OpenReports(Campaign, window)), key);
    }

    /// <inheritdoc/>
    protected override async ValueTask Prepare(DateTimeOffset now)
    {
        var plan = await Plan();
        (_phase, _calendar) = (plan.Phase(Id)!, plans.Calendars(plan).AsKnownAt(now));
    }

    /// <inheritdoc/>
    protected override Decision<PhaseEvent> Decide(PhaseState state, PhaseCommand command, DateTimeOffset now) => PhaseRules.Decide(state, command, _phase, now);

    /// <inheritdoc/>
    protected override Decision<PhaseEvent> DecideWake(PhaseState state, DateTimeOffset now) => PhaseRules.DecideWake(state, _phase, _calendar, now);

    /// <inheritdoc/>
    protected override PhaseState Evolve(PhaseState state, PhaseEvent @event) => PhaseRules.Evolve(state, @event);

    /// <inheritdoc/>
    protected override DateTimeOffset? NextWake(PhaseState state, DateTimeOffset now) => PhaseRules.NextWake(state, _phase, _calendar, now);

    /// <summary>The version it works by; for one that never began, the first that names it.</summary>
    private ValueTask<Plan> Plan() => plans.FirstNaming(Campaign, Math.Max(State.PlanVersion, _asked), p => p.Phase(Id) is not null);

    private PhaseId Id => new(RoomKey.IdOf(this.GetPrimaryKeyString()));
}
