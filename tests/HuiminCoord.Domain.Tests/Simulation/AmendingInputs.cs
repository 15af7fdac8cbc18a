using HuiminCoord.Domain.Tests.Simulation.Reference;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation;

/// <summary>The inputs of a history, and between them the versions of the plan as they reach the unit.</summary>
internal sealed class AmendingInputs : IInputs
{
    private readonly IInputs _people;
    private readonly World _world;
    private readonly SplitMix _random;
    private readonly LinkedList<Input> _versions;

    /// <param name="issues">When the later versions of the world are issued.</param>
    public AmendingInputs(IInputs people, World world, IReadOnlyList<DateTime> issues, SplitMix random)
    {
        (_people, _world, _random) = (people, world, random);
        _versions = new(Deliveries(world, issues, people.Outages, random).OrderBy(i => i.At).ThenBy(i => Version(i.Command)));
    }

    public IReadOnlyList<Outage> Outages => _people.Outages;

    public DateTimeOffset? NextAt => Delivers ? _versions.First!.Value.At : _people.NextAt;

    private bool Delivers => _versions.First is { Value: var next } && (_people.NextAt is not { } people || next.At <= people);

    public Input Take(UnitState state)
    {
        if (Delivers)
        {
            var version = _versions.First!.Value;
            _versions.RemoveFirst();
            return version;
        }

        var input = _people.Take(state);
        Hurry(state, input);
        var first = _world.Plan.Version;
        return input.Command is UnitCommand.Begin { PlanVersion: 1 } begin && first > 1 ? input with { Command = begin with { PlanVersion = first } } : input;
    }

    /// <summary>Now and then the next version is issued soon after a return, an extension or a move: they are what it has to respect.</summary>
    private void Hurry(UnitState state, Input people)
    {
        var soon = people.At.AddMinutes(_random.Below(2 * 24 * 60));
        if (people.Command is UnitCommand.Return or UnitCommand.MoveDue or UnitCommand.DecideExtension { Granted: true } && _random.Chance(15)
            && _versions.First is { Value: { Command: UnitCommand.Begin begin } next } && begin.PlanVersion > state.PlanVersion && state.PlanVersion > 0 && soon < next.At)
        {
            _versions.First.Value = new(soon, begin with { IssuedAt = soon });
        }
    }

    /// <summary>Mostly at once; also days late, twice, never, or the older version after the newer one.</summary>
    private static IEnumerable<Input> Deliveries(World world, IReadOnlyList<DateTime> issues, IReadOnlyList<Outage> outages, SplitMix random)
    {
        var skips = issues.Count > 1 && random.Chance(15);
        for (var i = 0; i < issues.Count; i++)
        {
            var (version, issuedAt) = (world.Later[i], issues[i]);
            var at = random.Chance(60) ? issuedAt : issuedAt.AddMinutes(random.Chance(60) ? random.Below(120) : random.Below(9 * 24 * 60));
            at = outages.Count > 0 && random.Chance(25) ? Later(Shanghai.Of(outages[0].From).AddMinutes(random.Below(3000)), at) : at;
            var input = new Input(Shanghai.ToInstant(at), version.Unit is null ? new UnitCommand.Leave(version.Plan.Version) : new UnitCommand.Begin(version.Plan.Version, Shanghai.ToInstant(issuedAt), "新负责同志"));
            if (i > 0 || !skips || random.Chance(30))
            {
                yield return i == 0 && skips ? input with { At = input.At.AddDays(250) } : input;
            }

            if (random.Chance(15))
            {
                yield return input with { At = input.At.AddMinutes(random.Below(40 * 24 * 60)) };
            }
        }
    }

    private static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;

    private static int Version(UnitCommand? command) => command is UnitCommand.Begin begin ? begin.PlanVersion : command is UnitCommand.Leave leave ? leave.PlanVersion : 0;
}
