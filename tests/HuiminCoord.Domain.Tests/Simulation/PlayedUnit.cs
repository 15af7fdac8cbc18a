using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Tests.Simulation.Reference;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation;

/// <summary>One unit of a history: the rules, and the model held beside them after every event.</summary>
internal sealed class PlayedUnit
{
    private readonly World _world;
    private readonly IUnitMachine _machine;
    private readonly KnownPapers _papers;
    private readonly Invariants _invariants;
    private readonly List<LogEntry> _log = [];
    private readonly List<UnitEvent> _events = [];
    private readonly bool _goesOn;
    private ReferenceUnit? _model;

    /// <param name="goesOn">The model goes on from where it is; otherwise it is recomputed from its first entry after every input.</param>
    public PlayedUnit(World world, IUnitMachine machine, bool goesOn = false)
    {
        (_world, _machine, _goesOn) = (world, machine, goesOn);
        _papers = new(world.Papers);
        _invariants = new(_papers);
    }

    public UnitState State { get; private set; } = new();

    public Reference.History Seen { get; } = new();

    public int Events => _log.Count;

    /// <summary>When it wants to be woken; null = never.</summary>
    public DateTimeOffset? WakeAt { get; private set; }

    /// <summary>Cases of amendments met.</summary>
    public HashSet<string> Amended { get; } = [];

    /// <summary>Codes of all refusals met.</summary>
    public HashSet<string> Refused { get; } = [];

    /// <summary>By which the last command was refused; null = it was carried out.</summary>
    public string? Refusal { get; private set; }

    public UnitTerms Terms => _machine.Terms(State);

    /// <summary>As the log leaves it.</summary>
    public ReferenceUnit Model => _model ??= Replayed();

    /// <summary>What went wrong; null when nothing did.</summary>
    public string? Command(UnitCommand command, DateTimeOffset now)
    {
        var expected = Verdict.Of(Model, command, Shanghai.Of(now));
        var decision = command is UnitCommand.Begin begin && _world.Naming(begin.PlanVersion) is not null ? _machine.Amend(State, begin, now) : _machine.Decide(State, command, now);
        var code = Refusal = (decision as Decision<UnitEvent>.Refused)?.Refusal.Code;
        if (code is null ? expected.Count > 0 : !expected.Contains(code))
        {
            return $"rules {code ?? "carry it out"}, model {(expected.Count == 0 ? "carries it out" : string.Join(" or ", expected))}";
        }

        if (code is not null)
        {
            Refused.Add(code);
        }

        Log(new(Shanghai.Of(now), command, code is null));
        var overdue = WakeAt <= now ? WakeAt : null;
        return Keep(decision, now) ?? Compare(now, overdue);
    }

    public string? Wake(DateTimeOffset now)
    {
        Log(new(Shanghai.Of(now), null, true));
        return Keep(_machine.Wake(State, now), now) ?? Compare(now, null)
            ?? (WakeAt <= now ? $"spins: the next wake is {WakeAt}" : null);
    }

    /// <summary>The actor begins again with nothing but its events.</summary>
    public string? Restart(DateTimeOffset now)
    {
        State = _events.Aggregate(new UnitState(), _machine.Evolve);
        _model = null;
        return Compare(now, WakeAt <= now ? WakeAt : null);
    }

    private string? Keep(Decision<UnitEvent> decision, DateTimeOffset now)
    {
        IReadOnlyList<UnitEvent> events = decision is Decision<UnitEvent>.Kept kept ? kept.Events : [];
        Amended.UnionWith(AmendmentCoverage.Of(events, State, Terms, now));
        foreach (var @event in events)
        {
            Observed.Add(Seen, @event, now);
            _events.Add(@event);
            State = _machine.Evolve(State, @event);
            if (@event is UnitEvent.Reminded reminded && _invariants.Broken(reminded, Terms.Settings, now) is { } broken)
            {
                return broken;
            }
        }

        return null;
    }

    /// <param name="overdue">A wake that was due before the command and has not come yet: a command never puts it off.</param>
    private string? Compare(DateTimeOffset now, DateTimeOffset? overdue)
    {
        var model = Model;
        WakeAt = overdue ?? _machine.Next(State, now);
        var latest = ReferenceSchedule.Next(model, Shanghai.Of(now));
        return Comparison.Difference(State, Terms, Seen, model)
            ?? Invariants.Broken(State, DateOnly.FromDateTime(Shanghai.Of(now)))
            ?? (latest is { } at && (WakeAt is not { } wake || Shanghai.Of(wake) > at) ? $"sleeps until {WakeAt}, something is due at {at:s}" : null);
    }

    /// <summary>Asking why a refused command is refused leaves a model that has looked ahead: it is recomputed.</summary>
    private void Log(LogEntry entry)
    {
        _log.Add(entry);
        if (_goesOn && entry.Accepted && _model is { } model)
        {
            model.Take(entry);
        }
        else
        {
            _model = null;
        }
    }

    private ReferenceUnit Replayed() => ReferenceUnit.Replay(_world, _papers, _log);
}
