using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Tests.Simulation.Reference;

namespace HuiminCoord.Domain.Tests.Simulation.Meetings;

/// <summary>The inputs of one meeting, from its proposal until nobody speaks of it any more.</summary>
internal sealed class MeetingInputs(string meeting, SplitMix random, CampaignWorld world, DateTime from)
{
    private const int Most = 110;
    private static readonly TimeSpan[] Edges = [new(0, 0, 0), new(8, 59, 59), new(9, 0, 0), new(9, 0, 1), new(23, 59, 59)];

    private readonly bool _slow = random.Chance(25);
    private readonly MeetingMaker _maker = new(random, world);
    private int _taken;
    private int _leftover = random.Between(1, 6);
    private int _flood;
    private readonly MeetingStage? _floodAt = random.Chance(18) ? random.Pick([MeetingStage.Proposed, MeetingStage.InSession, MeetingStage.Circulated]) : null;
    private bool _flooded;

    public string Meeting { get; } = meeting;

    /// <summary>Shanghai time; null = no more.</summary>
    public DateTime? Next { get; private set; } = from;

    public CampaignInput.ToMeeting Take(MeetingState state)
    {
        var at = Next!.Value;
        var command = Command(state, at);
        _taken++;
        _leftover -= state.Stage is MeetingStage.Confirmed or MeetingStage.Cancelled ? 1 : 0;
        var next = Following(state, at);
        Next = _leftover < 0 || _taken > Most + 250 || (_taken > Most && _flood == 0) || next > new DateTime(2021, 12, 20) ? null : next;
        int? stops = command is MeetingCommand.Confirm && random.Chance(25) ? random.Below(4) : null;
        return new(Shanghai.ToInstant(at), Meeting, command, stops);
    }

    private MeetingCommand? Command(MeetingState state, DateTime at)
    {
        if (_flood > 0 && _maker.Flood(state, at, _flood) is { } again)
        {
            _flood--;
            return again;
        }

        _flood = 0;
        if (!_flooded && state.Stage == _floodAt && random.Chance(30))
        {
            (_flooded, _flood) = (true, state.Stage == MeetingStage.Circulated ? 202 : 61);
        }

        return random.Chance(2) ? null : state.Stage == MeetingStage.None && random.Chance(85) ? _maker.Propose(at) : _maker.Make(state, at);
    }

    private DateTime Following(MeetingState state, DateTime at)
    {
        if (_flood > 0)
        {
            return at.AddSeconds(20);
        }

        var start = state.Arrangement is { } a ? Shanghai.Of(a.StartsAt) : at;
        return state.Stage switch
        {
            MeetingStage.Noticed when at < start => Before(start, at),
            MeetingStage.Noticed or MeetingStage.InSession => at.AddMinutes(random.Between(1, 12)),
            MeetingStage.Ended or MeetingStage.Circulated or MeetingStage.Confirmed => at.AddMinutes(random.Below(2 * 24 * 60)),
            _ => at.AddMinutes(random.Below(_slow ? 4 * 24 * 60 : random.Chance(70) ? 240 : 1500)),
        };
    }

    /// <summary>Some answer at once, some at moments that matter; in the end it begins.</summary>
    private DateTime Before(DateTime start, DateTime at)
    {
        var next = random.Weighted([45, 25, 30]) switch
        {
            0 => at.AddMinutes(random.Below(1000)),
            1 => at.Date.AddDays(random.Between(0, 2)) + random.Pick(Edges),
            _ => start.AddMinutes(random.Between(-130, 10)),
        };
        return next > at ? next : at.AddMinutes(1);
    }
}
