using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Tests.Simulation.Reference;

namespace HuiminCoord.Domain.Tests.Simulation.Meetings;

/// <summary>When and where a meeting is, who sits in it, and what its members answer.</summary>
internal sealed class ArrangementMaker(SplitMix random, Words words, CampaignWorld world)
{
    private static readonly MeetingKind[] Kinds = [MeetingKind.Plenary, MeetingKind.Plenary, MeetingKind.Topic, MeetingKind.Liaison, MeetingKind.Advance, MeetingKind.Dispatch, (MeetingKind)9];
    private static readonly TimeSpan[] Starts = [new(9, 0, 0), new(14, 30, 0), new(14, 30, 0), new(8, 0, 0), new(0, 0, 0), new(23, 59, 0)];
    private static readonly UnitId Stranger = new("shuiwu");
    private readonly int _far = random.Pick([14, 14, 14, 60]);
    private int _number;

    /// <summary>Of the joint meeting. What units hold themselves is refused here and has tests of its own.</summary>
    public MeetingCommand.Propose Propose(DateTime now)
    {
        var kind = Kinds[random.Weighted([30, 30, 16, 9, 6, 6, 3])];
        var ofUnit = kind is MeetingKind.Advance or MeetingKind.Dispatch;
        return new(kind, ofUnit ? random.Chance(50) ? Stranger : null : random.Chance(5) ? Unit() : null, Arrangement(now));
    }

    /// <summary>Another one: something of it, or all.</summary>
    public MeetingArrangement Other(MeetingState state, DateTime now) => state.Arrangement is not { } a || random.Chance(40) ? Arrangement(now)
        : random.Weighted([30, 30, 20, 20]) switch { 0 => a with { StartsAt = StartsAt(now) }, 1 => a with { Units = Units() }, 2 => a with { Guests = [.. a.Guests, "区司法局"] }, _ => a with { } };

    public MeetingCommand.Return Return() => new(words.Some("请补充停车收费议题"));

    public MeetingCommand.Cancel Cancel() => new(words.Some("另行通知"));

    public MeetingCommand.Notify Notify(MeetingState state, DateTime now) => new(random.Chance(10) && state.ReplyBy is { } same ? same : ReplyBy(state.Arrangement is { } a ? Shanghai.Of(a.StartsAt) : now, now));

    public MeetingCommand.Move Move(MeetingState state, DateTime now)
    {
        if (random.Chance(12) && state.Arrangement is { } a)
        {
            return new(a.StartsAt, a.Minutes, a.Place, state.ReplyBy ?? DateOnly.FromDateTime(now), "不变");
        }

        var startsAt = StartsAt(now);
        return new(startsAt, Minutes(), words.Some("二楼会议室", 60), ReplyBy(Shanghai.Of(startsAt), now), words.Some("会场调整"));
    }

    public MeetingCommand.Reply Reply(MeetingState state)
    {
        var unit = state.Arrangement is { } a && random.Chance(93) ? random.Pick([.. a.Units, random.Chance(50) ? Unit() : Stranger]) : Unit();
        return random.Weighted([55, 22, 20, 3]) switch
        {
            0 => new(unit, MeetingReplyKind.Coming, random.Chance(90) ? "" : words.Some("局长", 40), ""),
            1 => new(unit, MeetingReplyKind.Deputy, words.Some("副局长", 40), words.Some("外出培训")),
            2 => new(unit, MeetingReplyKind.Absent, "", words.Padded("外出开会")),
            _ => new(unit, (MeetingReplyKind)7, "", "不明"),
        };
    }

    private MeetingArrangement Arrangement(DateTime now) => new(
        words.Some($"第{++_number}次会议", 60), StartsAt(now), Minutes(), words.Some("三楼会议室", 60), words.Some("联席会议召集人", 40), Units(),
        random.Weighted([80, 15, 3, 2]) switch { 0 => [], 1 => ["区纪委监委", "区司法局"], 2 => [" "], _ => [.. Enumerable.Repeat("某单位", 21)] });

    private List<UnitId> Units()
    {
        var all = world.Units.Select(u => u.Id).ToList();
        return random.Weighted([70, 21, 3, 3, 3]) switch
        {
            0 => all,
            1 => all.Where(_ => random.Chance(65)).Append(Unit()).Distinct().ToList(),
            2 => [],
            3 => [.. all, all[0]],
            _ => [.. all, Stranger],
        };
    }

    private UnitId Unit() => random.Pick(world.Units).Id;

    private int Minutes() => random.Weighted([94, 3, 3]) switch { 0 => 60, 1 => 9, _ => 481 };

    /// <summary>Hours to weeks ahead; some in the past, some after the campaign.</summary>
    private DateTimeOffset StartsAt(DateTime now) => Shanghai.ToInstant(random.Weighted([12, 76, 4, 2, 6]) switch
    {
        0 => now.AddMinutes(random.Between(30, 600)),
        1 => now.Date.AddDays(random.Between(1, _far)) + random.Pick(Starts),
        2 => now.AddMinutes(-random.Below(3000)),
        3 => new DateTime(2022, 3, 1),
        _ => now.AddMinutes(random.Between(1, 20)),
    });

    /// <summary>Between now and the day of the meeting, mostly.</summary>
    private DateOnly ReplyBy(DateTime startsAt, DateTime now)
    {
        var (today, last) = (DateOnly.FromDateTime(now), DateOnly.FromDateTime(startsAt));
        return random.Chance(5) ? last.AddDays(1) : random.Chance(4) ? today.AddDays(-1) : today.AddDays(random.Below(Math.Max(1, last.DayNumber - today.DayNumber + 1)));
    }
}
