using System.Globalization;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Supervision;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Units;

namespace HuiminCoord.Grains.Supervision;

/// <summary>The door of a supervision group. Key: <c>{campaign}/{group}</c>.</summary>
[Alias("supervision-grain")]
public interface ISupervisionGrain : IWakeable
{
    /// <summary>Carries out a command; the answer comes after the commit.</summary>
    [Alias("do")]
    Task<Answer> Do(SupervisionCommand command, CommandKey? key);
}

/// <summary>A supervision group: its mandate, its visits, and problems that units owe the mending of.</summary>
[GrainType(Rooms.Supervision)]
public sealed class SupervisionGrain(
    [PersistentState(Keeper.StateName)] IPersistentState<Kept<SupervisionState, SupervisionEvent>> kept, Keeper keeper, PlanShelf plans, ProblemReader registers)
    : DecidingGrain<SupervisionState, SupervisionCommand, SupervisionEvent>(kept, keeper), ISupervisionGrain
{
    private SupervisionTerms? _terms;

    /// <inheritdoc/>
    public async Task<Answer> Do(SupervisionCommand command, CommandKey? key)
    {
        var answer = await Handle(command, key);
        await TellUnits();
        return answer;
    }

    /// <inheritdoc/>
    public override async Task Wake(DateTimeOffset now)
    {
        await base.Wake(now);
        await TellUnits();
    }

    /// <inheritdoc/>
    protected override async ValueTask Prepare(DateTimeOffset now)
    {
        var group = RoomKey.IdOf(this.GetPrimaryKeyString());
        _terms = new(group, await plans.Get(Campaign, await registers.PlanInForce(Campaign)), await registers.Mending(Campaign, group));
    }

    /// <inheritdoc/>
    protected override Decision<SupervisionEvent> Decide(SupervisionState state, SupervisionCommand command, DateTimeOffset now) => SupervisionRules.Decide(state, command, _terms!, now);

    /// <inheritdoc/>
    protected override Decision<SupervisionEvent> DecideWake(SupervisionState state, DateTimeOffset now) => Decision<SupervisionEvent>.Nothing;

    /// <inheritdoc/>
    protected override SupervisionState Evolve(SupervisionState state, SupervisionEvent @event) => SupervisionRules.Evolve(state, @event);

    /// <inheritdoc/>
    protected override DateTimeOffset? NextWake(SupervisionState state, DateTimeOffset now) => SupervisionRules.NextWake(state, now);

    /// <summary>Tells units of every problem and every check they have not heard of. Interrupted, it goes on at the next wake.</summary>
    private async Task TellUnits()
    {
        while (_terms is not null && ProblemRules.NextToTell(State) is { } problem)
        {
            var unit = GrainFactory.GetGrain<IUnitGrain>($"{Campaign}/{problem.Unit}");
            // The number of checks, not the sequence: whatever else the group does meanwhile, telling again is the same wish.
            var key = new CommandKey(string.Create(CultureInfo.InvariantCulture, $"{this.GetPrimaryKeyString()}/{problem.Number}/{problem.Stage}/{problem.Checks}"), "");
            var answer = await unit.Do(ProblemRules.About(problem, _terms.Group, _terms.Plan), key);
            await Handle(new SupervisionCommand.ConfirmTold(problem.Number, problem.Stage, answer.Refusal?.Code), null);
        }
    }
}
