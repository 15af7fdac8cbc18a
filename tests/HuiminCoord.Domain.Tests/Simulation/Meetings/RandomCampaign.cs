using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Tests.Simulation.Reference;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation.Meetings;

/// <summary>The inputs of one seeded campaign: fifteen months of its units, and meetings between them.</summary>
internal sealed class RandomCampaign : ICampaignInputs
{
    private readonly SplitMix _random;
    private readonly List<(UnitId Unit, IInputs Inputs)> _units;
    private readonly List<MeetingInputs> _meetings;
    private readonly PriorityQueue<CampaignInput, (DateTimeOffset At, int Order)> _waiting = new();
    private readonly HashSet<string> _followed = [];
    private int _planned;

    public RandomCampaign(SplitMix random, CampaignWorld world)
    {
        _random = random;
        _units = [.. world.Units.Select(u => (u.Id, UnitInputs(random, world.WorldOf(u))))];
        var count = random.Between(2, 4);
        _meetings = [.. Enumerable.Range(1, count).Select(n => new MeetingInputs($"m-{n}", random, world, From(n, count, world)))];
        if (world.LeavesAt is { } leaves)
        {
            world.Units.ToList().ForEach(u => Plan(Shanghai.ToInstant(leaves), at => new CampaignInput.ToUnit(at, u.Id, world.Second.Unit(u.Id) is null ? new UnitCommand.Leave(2) : new UnitCommand.Begin(2, Shanghai.ToInstant(leaves), "负责同志")), random.Chance(70) ? 1 : 3000));
        }
    }

    /// <summary>Nothing is woken while the program stands still: it stands still for all.</summary>
    public IReadOnlyList<Outage> Outages => _units[0].Inputs.Outages;

    public DateTimeOffset? NextAt => new[] { _units.Min(u => u.Inputs.NextAt), NextMeeting is { Next: { } at } ? Shanghai.ToInstant(at) : null, Waiting }.Min();

    private MeetingInputs? NextMeeting => _meetings.Where(m => m.Next is not null).MinBy(m => m.Next);

    private DateTimeOffset? Waiting => _waiting.TryPeek(out _, out var next) ? next.At : null;

    public CampaignInput Take(ICampaignView view)
    {
        var next = NextAt;
        if (Waiting == next)
        {
            return _waiting.Dequeue();
        }

        var input = NextMeeting is { Next: { } at } meeting && Shanghai.ToInstant(at) == next ? (CampaignInput)OfMeeting(meeting, view) : OfUnit(next, view);
        if (_random.Chance(1))
        {
            Plan(input.At, later => new CampaignInput.Restart(later), 500);
        }

        return input;
    }

    private CampaignInput.ToUnit OfUnit(DateTimeOffset? at, ICampaignView view)
    {
        var (unit, inputs) = _units.Find(u => u.Inputs.NextAt == at);
        var input = inputs.Take(view.Unit(unit));
        return new CampaignInput.ToUnit(input.At, unit, input.Command);
    }

    /// <summary>When the minutes are confirmed the office enters what the meeting decided about members.</summary>
    private CampaignInput.ToMeeting OfMeeting(MeetingInputs meeting, ICampaignView view)
    {
        var state = view.Meeting(meeting.Meeting);
        if (state.Stage == MeetingStage.Confirmed && _followed.Add(meeting.Meeting))
        {
            var now = Shanghai.ToInstant(meeting.Next!.Value);
            FollowUp(meeting.Meeting, state, now);
            foreach (var item in state.Agenda.Where(i => i.Reason == AgendaReason.MemberChange && i.Removed is null && _random.Chance(85)))
            {
                DateOnly? from = _random.Chance(50) ? null : DateOnly.FromDateTime(Shanghai.Of(now)).AddDays(_random.Between(1, 12));
                var decided = new UnitCommand.DecideMember(_random.Chance(80), from, null, $"{state.Arrangement!.Title}纪要");
                Plan(now, at => new CampaignInput.ToUnit(at, item.Units[0], decided), 5000);
            }
        }

        return meeting.Take(state);
    }

    /// <summary>Most decisions are handed in, some late; some come back and are handed in again, most are accepted, some never.</summary>
    private void FollowUp(string meeting, MeetingState state, DateTimeOffset now)
    {
        foreach (var decision in state.Session!.Standing().Where(_ => _random.Chance(70)).Take(12))
        {
            var (owner, duty, at) = (decision.Wording.Owner!.Value, DecisionRules.DutyOf(meeting, decision.Number), now);
            for (var again = _random.Chance(35) ? 2 : 1; again > 0; again--)
            {
                at = _random.Chance(35) ? Extend(owner, duty, at) : at;
                at = at.AddMinutes(_random.Below(20 * 24 * 60));
                Plan(at, t => new CampaignInput.ToUnit(t, owner, new UnitCommand.Submit(duty, [], "已办结", false, null)), 1);
                at = at.AddMinutes(_random.Between(2, 5000));
                Plan(at, t => new CampaignInput.ToUnit(t, owner, again > 1 ? new UnitCommand.Return(duty, "all", [new("全文", "请附照片")]) : new UnitCommand.Accept(duty, [])), 1);
            }
        }
    }

    /// <summary>A later day is asked for, and mostly given.</summary>
    private DateTimeOffset Extend(UnitId owner, DutyId duty, DateTimeOffset at)
    {
        var until = DateOnly.FromDateTime(Shanghai.Of(at)).AddDays(_random.Between(15, 50));
        Plan(at, t => new CampaignInput.ToUnit(t, owner, new UnitCommand.AskExtension(duty, until, "需上级核定")), 60);
        Plan(at.AddHours(2), t => new CampaignInput.ToUnit(t, owner, new UnitCommand.DecideExtension(duty, _random.Chance(80), null, "同意")), 3000);
        return at.AddDays(_random.Between(5, 40));
    }

    private void Plan(DateTimeOffset from, Func<DateTimeOffset, CampaignInput> make, int minutes)
    {
        var at = from.AddMinutes(_random.Below(minutes));
        _waiting.Enqueue(make(at), (at, _planned++));
    }

    /// <summary>One after the other, some at the same time; where a unit leaves, one sits when it does.</summary>
    private DateTime From(int number, int count, CampaignWorld world) => number < 3 && world.LeavesAt is { } leaves ? leaves.AddMinutes(-_random.Between(10 * 24 * 60, 34 * 24 * 60))
        : new DateTime(2020, 9, 28).AddDays(((number - 1) * 400 / count) + _random.Below(60)).AddMinutes(_random.Below(1000));

    private static IInputs UnitInputs(SplitMix random, World world)
    {
        IInputs people = new RandomInputs(random, world);
        people = random.Chance(40) ? new ReviewingInputs(people, world, random) : people;
        return random.Chance(70) ? new ProposingInputs(people, random, decides: 12) : people;
    }
}
