using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Tests.Simulation.Reference;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation.Meetings;

/// <summary>Plays one history of units and their meetings on the rules and holds the models beside them after every event.</summary>
internal sealed class CampaignRun : ICampaignView
{
    private readonly CampaignWorld _world;
    private readonly CampaignRules _rules;
    private readonly ICampaignInputs _inputs;
    private readonly Dictionary<UnitId, PlayedUnit> _units;
    private readonly SortedDictionary<string, PlayedMeeting> _meetings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _answers = [];
    private readonly List<CampaignInput> _taken = [];
    private DateTimeOffset _now;

    public CampaignRun(CampaignWorld world, CampaignRules rules, ICampaignInputs inputs)
    {
        (_world, _rules, _inputs) = (world, rules, inputs);
        _units = world.Units.ToDictionary(u => u.Id, u => new PlayedUnit(world.WorldOf(u), rules.Units(world.WorldOf(u)), goesOn: true));
    }

    public IReadOnlyList<CampaignInput> Taken => _taken;

    public IEnumerable<PlayedMeeting> Meetings => _meetings.Values;

    public IEnumerable<PlayedUnit> Units => _units.Values;

    /// <summary>What happened between meetings and units.</summary>
    public HashSet<string> Met { get; } = [];

    public UnitState Unit(UnitId unit) => _units[unit].State;

    public MeetingState Meeting(string meeting) => _meetings.TryGetValue(meeting, out var played) ? played.State : new();

    /// <summary>What went wrong first; null when nothing did.</summary>
    public string? Play()
    {
        while (true)
        {
            var (inputAt, (wakeAt, wake)) = (_inputs.NextAt, NextWake());
            var isWake = inputAt is null || wakeAt < inputAt;
            if ((isWake ? wakeAt : inputAt) is not { } at || at > HistoryRun.End)
            {
                return null;
            }

            _now = at;
            if (Step(isWake ? wake : Take) is { } problem)
            {
                return $"{Shanghai.Of(at):s} {(isWake ? "wake" : _taken[^1].ToString())}: {problem}";
            }
        }
    }

    /// <summary>Rules that break down say what is wrong, too.</summary>
    private static string? Step(Func<string?> step)
    {
        try
        {
            return step();
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            return $"throws {broken.GetType().Name}: {broken.Message}";
        }
    }

    private (DateTimeOffset? At, Func<string?> Wake) NextWake()
    {
        (DateTimeOffset? At, Func<string?> Wake) next = (null, () => null);
        foreach (var unit in _units.Values)
        {
            var at = Outage.Awake(unit.WakeAt, _now, _inputs.Outages);
            next = next.At is null || at < next.At ? (at, () => unit.Wake(_now)) : next;
        }

        foreach (var meeting in _meetings.Values)
        {
            var at = Outage.Awake(meeting.WakeAt, _now, _inputs.Outages);
            next = next.At is null || at < next.At ? (at, () => Wake(meeting)) : next;
        }

        return next;
    }

    private string? Take()
    {
        var input = _inputs.Take(this);
        _taken.Add(input);
        return input switch
        {
            CampaignInput.ToUnit { Command: { } command } c => _units[c.Unit].Command(command, _now),
            CampaignInput.ToUnit c => _units[c.Unit].Wake(_now),
            CampaignInput.ToMeeting c => Carry(c),
            _ => _units.Values.Select(u => u.Restart(_now)).Concat(_meetings.Values.Select(m => m.Restart(_now))).FirstOrDefault(p => p is not null),
        };
    }

    private string? Carry(CampaignInput.ToMeeting input)
    {
        if (!_meetings.TryGetValue(input.Meeting, out var meeting))
        {
            _meetings[input.Meeting] = meeting = new(input.Meeting, _world, _rules.Meetings());
        }

        return input.Command is not { } command ? Wake(meeting)
            : meeting.Command(command, command is MeetingCommand.Compose ? CampaignFacts.Of(_units.Values, _world, _now) : null, _now) ?? Hand(meeting, input.Stops);
    }

    private string? Wake(PlayedMeeting meeting) => meeting.Wake(_now) ?? Hand(meeting, null) ?? meeting.Spins(_now);

    /// <summary>As the meeting's actor does: every decision is laid on its owner, then noted. It may stop at any step and goes on at the next wake.</summary>
    private string? Hand(PlayedMeeting meeting, int? stops)
    {
        for (var step = 0; meeting.ToHand is { } decision; step += 2)
        {
            if (step >= stops)
            {
                Met.Add("handing stops before");
                return null;
            }

            if (Lay(meeting, decision) is { } problem)
            {
                return problem;
            }

            if (step + 1 >= stops)
            {
                Met.Add("handing stops between");
                return null;
            }

            var noted = meeting.Command(new MeetingCommand.ConfirmHanded(decision.Number, _answers[Key(meeting, decision)]), null, _now);
            if (noted is not null || step > 200)
            {
                return noted ?? "hands the same decision for ever";
            }
        }

        return MeetingInvariants.Broken(meeting, _units);
    }

    /// <summary>The owner's door answers a key that it knows as it answered before.</summary>
    private string? Lay(PlayedMeeting meeting, MeetingDecision decision)
    {
        var (key, owner, assignment) = (Key(meeting, decision), decision.Wording.Owner!.Value, DecisionRules.AssignmentOf(meeting.Id, meeting.State, decision));
        var duty = DecisionRules.DutyOf(meeting.Id, decision.Number);
        var (rules, model) = ($"{owner}: {duty}|{assignment.Kind}|{assignment.Title}|{assignment.Due:yyyy-MM-dd}|{assignment.Clause}|{assignment.Source}", ReferenceMinutes.ToHand(meeting.Model) is { } owed ? ReferenceMinutes.Owed(meeting.Model, owed) : "nothing");
        if (rules != model)
        {
            return $"rules lay {rules}, model {model}";
        }

        if (_answers.ContainsKey(key))
        {
            Met.Add("laid again by its key");
            return null;
        }

        var problem = _units[owner].Command(new UnitCommand.Assign(duty, assignment), _now);
        _answers[key] = _units[owner].Refusal;
        Met.Add(_answers[key] is { } code ? $"not taken {code}" : "taken");
        return problem;
    }

    private static string Key(PlayedMeeting meeting, MeetingDecision decision) => $"{meeting.Id}-y{decision.Number}";
}

/// <summary>By which rules a campaign is played.</summary>
internal sealed record CampaignRules(Func<World, IUnitMachine> Units, Func<IMeetingMachine> Meetings)
{
    public static CampaignRules Real { get; } = new(w => new RealRules(w), () => new RealMeetingRules());
}
