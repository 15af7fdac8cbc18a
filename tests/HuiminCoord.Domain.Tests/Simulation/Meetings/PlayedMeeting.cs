using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Tests.Simulation.Reference;

namespace HuiminCoord.Domain.Tests.Simulation.Meetings;

/// <summary>One meeting of a history: the rules, and the model held beside them after every event.</summary>
internal sealed class PlayedMeeting(string id, CampaignWorld world, IMeetingMachine machine)
{
    private readonly List<MeetingEntry> _log = [];
    private readonly List<MeetingEvent> _events = [];
    private readonly List<string> _messages = [];
    private ReferenceMeeting? _model;

    public string Id { get; } = id;

    public MeetingState State { get; private set; } = new();

    public DateTimeOffset? WakeAt { get; private set; }

    /// <summary>Commands carried out, codes of refusals, stages, events and messages met.</summary>
    public HashSet<string> Met { get; } = [];

    public int Events => _events.Count;

    /// <summary>The next decision to lay on its owner.</summary>
    public MeetingDecision? ToHand => machine.ToHand(State);

    /// <summary>As the log leaves it.</summary>
    public ReferenceMeeting Model => _model ??= ReferenceMeeting.Replay(Id, world, _log);

    /// <param name="facts">What the registers say, and what the models say; only where an agenda is composed.</param>
    /// <returns>What went wrong; null when nothing did.</returns>
    public string? Command(MeetingCommand command, (AgendaFacts Registers, ReferenceFacts Model)? facts, DateTimeOffset now)
    {
        var expected = MeetingWay.Refuse(Model, command, Shanghai.Of(now));
        var decision = machine.Decide(State, command, Terms(now) with { Facts = facts?.Registers }, now);
        var code = (decision as Decision<MeetingEvent>.Refused)?.Refusal.Code;
        if (code is null ? expected.Count > 0 : !expected.Contains(code))
        {
            return $"rules {code ?? "carry it out"}, model {(expected.Count == 0 ? "carries it out" : string.Join(" or ", expected))}";
        }

        Met.Add(code is null ? $"command {command.GetType().Name}" : $"refused {code}");
        _log.Add(new(Shanghai.Of(now), command, code is null, facts?.Model));
        var overdue = WakeAt <= now ? WakeAt : null;
        return Keep(decision, now) ?? Compare(now, overdue) ?? MeetingInvariants.Broken(State, _messages, facts?.Registers, command);
    }

    public string? Wake(DateTimeOffset now)
    {
        _log.Add(new(Shanghai.Of(now), null, true, null));
        return Keep(machine.Wake(State, Terms(now), now), now) ?? Compare(now, null);
    }

    /// <summary>The actor begins again with nothing but its events.</summary>
    public string? Restart(DateTimeOffset now)
    {
        State = _events.Aggregate(new MeetingState(), machine.Evolve);
        return Compare(now, WakeAt <= now ? WakeAt : null);
    }

    /// <summary>After a wake, when decisions were handed too.</summary>
    public string? Spins(DateTimeOffset now) => WakeAt <= now ? $"spins: the next wake is {WakeAt}" : null;

    private MeetingTerms Terms(DateTimeOffset now) => new(world.PlanAt(Shanghai.Of(now)), world.CalendarAt(now));

    private string? Keep(Decision<MeetingEvent> decision, DateTimeOffset now)
    {
        IReadOnlyList<MeetingEvent> events = decision is Decision<MeetingEvent>.Kept kept ? kept.Events : [];
        foreach (var @event in events)
        {
            _events.Add(@event);
            State = machine.Evolve(State, @event);
            var told = machine.Told(State, @event, now, u => world.First.Unit(u)?.Name ?? u.Value).ToList();
            _messages.AddRange(told.GroupBy(t => t.Message.Kind).Select(g => $"{g.Key} > {string.Join(' ', g.Select(t => t.To))}"));
            Met.UnionWith([$"event {@event.GetType().Name}", $"stage {State.Stage}", .. told.Select(t => $"message {t.Message.Kind}")]);
            if (MeetingInvariants.Broken(@event, told, world.Units) is { } broken)
            {
                return broken;
            }
        }

        return null;
    }

    /// <param name="overdue">A wake that was due before the command and has not come yet: a command never puts it off.</param>
    private string? Compare(DateTimeOffset now, DateTimeOffset? overdue)
    {
        _model = null;
        WakeAt = overdue ?? machine.Next(State, Terms(now), now);
        var latest = MeetingWakes.Next(Model, Shanghai.Of(now));
        return MeetingComparison.Difference(State, _messages, Model)
            ?? (latest is { } at && (WakeAt is not { } wake || Shanghai.Of(wake) > at) ? $"sleeps until {WakeAt}, something is due at {at:s}" : null);
    }
}
