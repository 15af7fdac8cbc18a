using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation;

/// <summary>Something that happens to a unit from outside.</summary>
/// <param name="At">When.</param>
/// <param name="Command">Null = a wake that nothing asked for.</param>
internal sealed record Input(DateTimeOffset At, UnitCommand? Command);

/// <summary>A stretch of time in which the actor is not woken; commands still reach it.</summary>
internal sealed record Outage(DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>When a wake really comes: not in the past, and not in an outage.</summary>
    public static DateTimeOffset? Awake(DateTimeOffset? at, DateTimeOffset now, IEnumerable<Outage> outages)
    {
        at = at < now ? now : at;
        foreach (var outage in outages.OrderBy(o => o.From))
        {
            at = at >= outage.From && at < outage.Until ? outage.Until : at;
        }

        return at;
    }
}

/// <summary>Where the inputs of a history come from, one after the other.</summary>
internal interface IInputs
{
    IReadOnlyList<Outage> Outages { get; }

    /// <summary>When the next one comes; null = no more.</summary>
    DateTimeOffset? NextAt { get; }

    /// <summary>Takes it. What it is may depend on what the unit owes by then.</summary>
    Input Take(UnitState state);
}

/// <summary>Inputs written down, to repeat a history or a part of it.</summary>
internal sealed class WrittenInputs(IReadOnlyList<Input> inputs, IReadOnlyList<Outage> outages) : IInputs
{
    private int _taken;

    public IReadOnlyList<Outage> Outages => outages;

    public DateTimeOffset? NextAt => _taken < inputs.Count ? inputs[_taken].At : null;

    public Input Take(UnitState state) => inputs[_taken++];
}
