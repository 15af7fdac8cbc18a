using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Tests.Simulation.Reference;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation;

/// <summary>Plays one history on the rules and holds the model beside it after every event.</summary>
internal sealed class HistoryRun(World world, IUnitMachine machine, IInputs inputs)
{
    private static readonly DateTimeOffset End = Shanghai.ToInstant(new(2021, 12, 31));

    private readonly KnownPapers _papers = new(world.Papers);
    private readonly Reference.History _seen = new();
    private readonly List<LogEntry> _log = [];
    private readonly List<Input> _taken = [];
    private Invariants? _invariants;
    private DateTimeOffset _now;
    private DateTimeOffset? _wakeAt;
    private ReferenceUnit? _model;

    public UnitState State { get; private set; } = new();

    public IReadOnlyList<Input> Taken => _taken;

    public Reference.History Seen => _seen;

    public int Events => _log.Count;

    /// <summary>Cases of amendments met.</summary>
    public HashSet<string> Amended { get; } = [];

    /// <summary>Codes of all refusals met.</summary>
    public HashSet<string> Refused { get; } = [];

    /// <summary>What went wrong first; null when nothing did.</summary>
    public string? Play()
    {
        _invariants = new(_papers);
        while (true)
        {
            var (inputAt, wake) = (inputs.NextAt, Awake(_wakeAt));
            var isWake = inputAt is null || wake < inputAt;
            if ((isWake ? wake : inputAt) is not { } at || at > End)
            {
                return null;
            }

            _now = at;
            if ((isWake ? Wake(at) : Take()) is { } problem)
            {
                return $"{Shanghai.Of(at):s} {(isWake ? "wake" : _taken[^1].Command?.ToString() ?? "spurious wake")}: {problem}";
            }
        }
    }

    /// <summary>When the wake really comes: not in the past, and not in an outage.</summary>
    private DateTimeOffset? Awake(DateTimeOffset? at)
    {
        at = at < _now ? _now : at;
        foreach (var outage in inputs.Outages.OrderBy(o => o.From))
        {
            at = at >= outage.From && at < outage.Until ? outage.Until : at;
        }

        return at;
    }

    private string? Take()
    {
        var input = inputs.Take(State);
        _taken.Add(input);
        return input.Command is { } command ? Command(command, input.At) : Wake(input.At);
    }

    private string? Command(UnitCommand command, DateTimeOffset now)
    {
        var expected = Verdict.Of(_model ??= Model(), command, Shanghai.Of(now));
        var decision = command is UnitCommand.Begin begin && world.Naming(begin.PlanVersion) is not null ? machine.Amend(State, begin, now) : machine.Decide(State, command, now);
        var code = (decision as Decision<UnitEvent>.Refused)?.Refusal.Code;
        if (code is null ? expected.Count > 0 : !expected.Contains(code))
        {
            return $"rules {code ?? "carry it out"}, model {(expected.Count == 0 ? "carries it out" : string.Join(" or ", expected))}";
        }

        if (code is not null)
        {
            Refused.Add(code);
        }

        _log.Add(new(Shanghai.Of(now), command, code is null));
        var overdue = _wakeAt <= now ? _wakeAt : null;
        return Keep(decision, now) ?? Compare(now, overdue);
    }

    private string? Wake(DateTimeOffset now)
    {
        _log.Add(new(Shanghai.Of(now), null, true));
        return Keep(machine.Wake(State, now), now) ?? Compare(now, null)
            ?? (_wakeAt <= now ? $"spins: the next wake is {_wakeAt}" : null);
    }

    private string? Keep(Decision<UnitEvent> decision, DateTimeOffset now)
    {
        IReadOnlyList<UnitEvent> events = decision is Decision<UnitEvent>.Kept kept ? kept.Events : [];
        Amended.UnionWith(AmendmentCoverage.Of(events, State, machine.Terms(State), now));
        foreach (var @event in events)
        {
            Observed.Add(_seen, @event, now);
            State = machine.Evolve(State, @event);
            if (@event is UnitEvent.Reminded reminded && _invariants!.Broken(reminded, machine.Terms(State).Settings, now) is { } broken)
            {
                return broken;
            }
        }

        return null;
    }

    /// <param name="overdue">A wake that was due before the command and has not come yet: a command never puts it off.</param>
    private string? Compare(DateTimeOffset now, DateTimeOffset? overdue)
    {
        var model = _model = Model();
        _wakeAt = overdue ?? machine.Next(State, now);
        var latest = ReferenceSchedule.Next(model, Shanghai.Of(now));
        return Comparison.Difference(State, machine.Terms(State), _seen, model)
            ?? (latest is { } at && (_wakeAt is not { } wake || Shanghai.Of(wake) > at) ? $"sleeps until {_wakeAt}, something is due at {at:s}" : null);
    }

    private ReferenceUnit Model() => ReferenceUnit.Replay(world, _papers, _log);
}
