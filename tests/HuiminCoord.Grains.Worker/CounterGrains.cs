using HuiminCoord.Domain.Deciding;
using HuiminCoord.Grains.Keeping;

namespace HuiminCoord.Grains.Worker;

[Alias("test.counter")]
public interface ICounterGrain : IWakeable
{
    [Alias("do")]
    Task<Answer> Do(CounterCommand command, CommandKey? key = null, DateTimeOffset? at = null);

    [Alias("total")]
    Task<int> Total();
}

/// <summary>The same contract in another room: its rows must not meet the counter's.</summary>
[Alias("test.tally")]
public interface ITallyGrain : ICounterGrain;

public abstract class CountingGrain(IPersistentState<Kept<CounterState, CounterEvent>> kept, Keeper keeper)
    : DecidingGrain<CounterState, CounterCommand, CounterEvent>(kept, keeper)
{
    private static TaskCompletionSource _hanging = new();

    /// <summary>Ends all hanging wakes: a silo would wait for them when it stops.</summary>
    public static void LetGo() => Interlocked.Exchange(ref _hanging, new TaskCompletionSource()).SetResult();

    public Task<Answer> Do(CounterCommand command, CommandKey? key = null, DateTimeOffset? at = null) => Handle(command, key, at);

    public Task<int> Total() => Task.FromResult(State.Total);

    protected override async ValueTask Prepare(DateTimeOffset now)
    {
        if (State.Mood == Mood.Hangs)
        {
            await _hanging.Task;
        }
    }

    protected override Decision<CounterEvent> Decide(CounterState state, CounterCommand command, DateTimeOffset now) => CounterRules.Decide(state, command, now);

    protected override Decision<CounterEvent> DecideWake(CounterState state, DateTimeOffset now) => CounterRules.DecideWake(state, now);

    protected override CounterState Evolve(CounterState state, CounterEvent @event) => CounterRules.Evolve(state, @event);

    protected override DateTimeOffset? NextWake(CounterState state, DateTimeOffset now) => CounterRules.NextWake(state);
}

[GrainType("test-counter")]
public sealed class CounterGrain([PersistentState(Keeper.StateName)] IPersistentState<Kept<CounterState, CounterEvent>> kept, Keeper keeper)
    : CountingGrain(kept, keeper), ICounterGrain;

[GrainType("test-tally")]
public sealed class TallyGrain([PersistentState(Keeper.StateName)] IPersistentState<Kept<CounterState, CounterEvent>> kept, Keeper keeper)
    : CountingGrain(kept, keeper), ITallyGrain;
