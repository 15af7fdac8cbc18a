using HuiminCoord.Domain.Tests.Simulation.Reference;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation;

/// <summary>The inputs of a history, and between them what follows from some of them.</summary>
internal abstract class FollowingInputs(IInputs people, SplitMix random) : IInputs
{
    private static readonly TimeSpan[] Edges = [new(0, 0, 0), new(8, 59, 59), new(9, 0, 0), new(9, 0, 1), new(17, 30, 0), new(23, 59, 59)];

    private readonly PriorityQueue<Func<UnitState, DateTime, UnitCommand>, (DateTime At, int Order)> _waiting = new();
    private int _planned;

    public IReadOnlyList<Outage> Outages => people.Outages;

    public DateTimeOffset? NextAt => Own is { } own && !(people.NextAt <= own) ? own : people.NextAt;

    private DateTimeOffset? Own => _waiting.TryPeek(out _, out var next) ? Shanghai.ToInstant(next.At) : null;

    public Input Take(UnitState state)
    {
        if (Own is { } own && !(people.NextAt <= own))
        {
            var command = _waiting.Dequeue()(state, Shanghai.Of(own));
            After(command, Shanghai.Of(own));
            return new(own, command);
        }

        var input = people.Take(state);
        After(input.Command, Shanghai.Of(input.At));
        return input;
    }

    /// <summary>Plans what follows; called after every input.</summary>
    protected abstract void After(UnitCommand? command, DateTime at);

    protected void Plan(int percent, DateTime after, Func<UnitState, DateTime, UnitCommand> make)
    {
        if (random.Chance(percent))
        {
            _waiting.Enqueue(make, (Later(after), _planned++));
        }
    }

    /// <summary>Minutes to weeks later, some at moments that matter.</summary>
    private DateTime Later(DateTime at) => random.Weighted([30, 30, 25, 15]) switch
    {
        0 => at.AddMinutes(random.Below(120)),
        1 => at.AddMinutes(random.Below(5 * 24 * 60)),
        2 => at.AddMinutes(random.Below(30 * 24 * 60)),
        _ => at.Date.AddDays(random.Between(1, 12)) + random.Pick(Edges),
    };
}
