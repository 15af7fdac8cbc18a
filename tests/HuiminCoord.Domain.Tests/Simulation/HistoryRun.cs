using HuiminCoord.Domain.Tests.Simulation.Reference;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation;

/// <summary>Plays one history on the rules and holds the model beside it after every event.</summary>
internal sealed class HistoryRun(World world, IUnitMachine machine, IInputs inputs)
{
    public static readonly DateTimeOffset End = Shanghai.ToInstant(new(2021, 12, 31));

    private readonly PlayedUnit _unit = new(world, machine);
    private readonly List<Input> _taken = [];
    private DateTimeOffset _now;

    public UnitState State => _unit.State;

    public IReadOnlyList<Input> Taken => _taken;

    public Reference.History Seen => _unit.Seen;

    public int Events => _unit.Events;

    /// <summary>Cases of amendments met.</summary>
    public HashSet<string> Amended => _unit.Amended;

    /// <summary>Codes of all refusals met.</summary>
    public HashSet<string> Refused => _unit.Refused;

    /// <summary>What went wrong first; null when nothing did.</summary>
    public string? Play()
    {
        while (true)
        {
            var (inputAt, wake) = (inputs.NextAt, Outage.Awake(_unit.WakeAt, _now, inputs.Outages));
            var isWake = inputAt is null || wake < inputAt;
            if ((isWake ? wake : inputAt) is not { } at || at > End)
            {
                return null;
            }

            _now = at;
            if ((isWake ? _unit.Wake(at) : Take()) is { } problem)
            {
                return $"{Shanghai.Of(at):s} {(isWake ? "wake" : _taken[^1].Command?.ToString() ?? "spurious wake")}: {problem}";
            }
        }
    }

    private string? Take()
    {
        var input = inputs.Take(State);
        _taken.Add(input);
        return input.Command is { } command ? _unit.Command(command, input.At) : _unit.Wake(input.At);
    }
}
