using HuiminCoord.Domain.Deciding;

namespace HuiminCoord.Grains.Worker;

/// <summary>How a counter behaves when it is woken.</summary>
public enum Mood
{
    Calm,
    Throws,
    Hangs,
    Spins,
    Stutters,
}

[GenerateSerializer, Alias("test.counter-state")]
public sealed record CounterState
{
    [Id(0)]
    public int Total { get; init; }

    [Id(1)]
    public Mood Mood { get; init; }

    [Id(2)]
    public IReadOnlyList<PlannedStep> Steps { get; init; } = [];
}

[GenerateSerializer, Alias("test.planned-step")]
public sealed record PlannedStep(string Obligation, string Rung, DateTimeOffset At);

[GenerateSerializer, Alias("test.counter-command")]
public abstract record CounterCommand
{
    /// <summary>0 is nothing to do, a negative amount is refused; with a delay it also plans a step.</summary>
    [GenerateSerializer, Alias("test.counter-command.add")]
    public sealed record Add(int Amount, string Wish, TimeSpan? RemindAfter = null) : CounterCommand;

    /// <summary>Does nothing when the total is already there: a repetition yields nothing.</summary>
    [GenerateSerializer, Alias("test.counter-command.set")]
    public sealed record Set(int Total) : CounterCommand;

    [GenerateSerializer, Alias("test.counter-command.behave")]
    public sealed record Behave(Mood Mood, DateTimeOffset WakeAt) : CounterCommand;
}

[GenerateSerializer, Alias("test.counter-event")]
public abstract record CounterEvent
{
    [GenerateSerializer, Alias("test.counter.added")]
    public sealed record Added(int Amount, string Wish) : CounterEvent;

    [GenerateSerializer, Alias("test.counter.step-planned")]
    public sealed record StepPlanned(PlannedStep Step) : CounterEvent;

    [GenerateSerializer, Alias("test.counter.steps-fired")]
    public sealed record StepsFired(IReadOnlyList<PlannedStep> Steps) : CounterEvent;

    [GenerateSerializer, Alias("test.counter.mood-changed")]
    public sealed record MoodChanged(Mood Mood) : CounterEvent;
}

/// <summary>The thinking of the test rooms: small, pure, with everything the spine must carry.</summary>
public static class CounterRules
{
    public static Decision<CounterEvent> Decide(CounterState state, CounterCommand command, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        return command switch
        {
            CounterCommand.Add { Amount: < 0 } => Decision<CounterEvent>.Refuse("counter.negative"),
            CounterCommand.Add { Amount: 0 } => Decision<CounterEvent>.Nothing,
            CounterCommand.Add { RemindAfter: { } delay } add => Decision<CounterEvent>.Keep(
                new CounterEvent.Added(add.Amount, add.Wish), new CounterEvent.StepPlanned(new PlannedStep(add.Wish, "after", now + delay))),
            CounterCommand.Add add => Decision<CounterEvent>.Keep(new CounterEvent.Added(add.Amount, add.Wish)),
            CounterCommand.Set set when set.Total == state.Total => Decision<CounterEvent>.Nothing,
            CounterCommand.Set set => Decision<CounterEvent>.Keep(new CounterEvent.Added(set.Total - state.Total, "set")),
            CounterCommand.Behave behave => Decision<CounterEvent>.Keep(
                new CounterEvent.MoodChanged(behave.Mood), new CounterEvent.StepPlanned(new PlannedStep("mood", "wake", behave.WakeAt))),
            _ => throw new InvalidOperationException($"{command} is no command."),
        };
    }

    public static Decision<CounterEvent> DecideWake(CounterState state, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Mood switch
        {
            Mood.Throws => throw new InvalidOperationException("This counter is poisoned."),
            Mood.Spins => Decision<CounterEvent>.Nothing,
            _ => Decision<CounterEvent>.Keep(new CounterEvent.StepsFired([.. state.Steps.Where(step => step.At <= now)])),
        };
    }

    public static CounterState Evolve(CounterState state, CounterEvent @event)
    {
        ArgumentNullException.ThrowIfNull(state);
        return @event switch
        {
            CounterEvent.Added added => state with { Total = state.Total + added.Amount },
            CounterEvent.StepPlanned planned => state with { Steps = [.. state.Steps, planned.Step] },
            CounterEvent.StepsFired fired => state with { Steps = [.. state.Steps.Except(fired.Steps)] },
            CounterEvent.MoodChanged changed => state with { Mood = changed.Mood },
            _ => throw new InvalidOperationException($"{@event} is no event."),
        };
    }

    public static DateTimeOffset? NextWake(CounterState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Steps.Count == 0 ? null : state.Steps.Min(step => step.At);
    }
}
