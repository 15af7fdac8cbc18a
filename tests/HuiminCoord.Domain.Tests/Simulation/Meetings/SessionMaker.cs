using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;

namespace HuiminCoord.Domain.Tests.Simulation.Meetings;

/// <summary>What a recorder enters, and what is done with the minutes.</summary>
internal sealed class SessionMaker(SplitMix random, Words words, CampaignWorld world)
{
    private static readonly string[] Recorders = ["office-a", "office-b"];

    public MeetingCommand.Begin Begin() => new(random.Pick(Recorders));

    public MeetingCommand.TakeOver TakeOver() => new(random.Pick(Recorders));

    public MeetingCommand.End End(MeetingState state) => new(By(state));

    public MeetingCommand.Attend Attend(MeetingState state) => new(By(state), [.. Enumerable.Range(0, random.Between(1, 3)).Select(_ => Attendance(state))]);

    public MeetingCommand.TurnTo TurnTo(MeetingState state) => new(By(state), random.Chance(15) ? null : Item(state));

    public MeetingCommand.Note Note(MeetingState state) => new(By(state), Item(state), random.Weighted([75, 20, 5]) switch { 0 => $"会上发言{random.Below(4)} ", 1 => "", _ => new string('长', 501) });

    public MeetingCommand.RecordDecision Record(MeetingState state, DateTime now) => new(By(state), random.Chance(35) ? null : Item(state), Wording(now));

    /// <summary>Nothing wrong with it, and nothing special.</summary>
    public MeetingCommand.RecordDecision Plain(MeetingState state, DateTime now, int number) =>
        new(state.Session!.Recorder, null, new($"一并办理之{number}", world.Units[0].Id, [], DateOnly.FromDateTime(now).AddDays(40), null, "", ""));

    public MeetingCommand.ChangeDecision Change(MeetingState state, DateTime now)
    {
        var number = Number(state);
        var same = state.Session?.Decisions.Find(d => d.Number == number)?.Wording;
        return new(By(state), number, same is null || random.Chance(40) ? Wording(now) : random.Chance(25) ? same : same with { Due = DateOnly.FromDateTime(now).AddDays(random.Between(-1, 20)), Workdays = null });
    }

    public MeetingCommand.DropDecision Drop(MeetingState state) => new(By(state), Number(state), words.Some("并入其他事项"));

    public MeetingCommand.Circulate Circulate(DateTime now) => new(DateOnly.FromDateTime(now).AddDays(random.Weighted([90, 5, 5]) switch { 0 => random.Below(6), 1 => -1, _ => 61 }));

    public MeetingCommand.Correct Correct(MeetingState state) => new(
        random.Chance(94) && state.Arrangement is { } a ? random.Pick(a.Units) : new("shuiwu"), words.Padded($"第{random.Between(1, 3)}项时限请核对"));

    /// <summary>An owner and a day, mostly; also a day that is named badly, or an owner who is no member.</summary>
    private DecisionWording Wording(DateTime now)
    {
        var today = DateOnly.FromDateTime(now);
        UnitId? owner = random.Weighted([95, 2, 3]) switch { 0 => random.Pick(world.Units).Id, 1 => null, _ => new("shuiwu") };
        var (due, workdays) = random.Weighted([50, 36, 3, 2, 3, 2, 2, 2]) switch
        {
            0 => (today.AddDays(random.Chance(25) ? random.Below(3) : random.Between(1, 40)), null),
            1 => (null, random.Between(1, 25)),
            2 => (today.AddDays(-1), null),
            3 => (today.AddYears(3), null),
            4 => (null, 0),
            5 => (null, 251),
            6 => (today, 3),
            _ => ((DateOnly?)null, (int?)null),
        };
        return new(Text(), owner, With(), due, workdays, random.Chance(80) ? "" : words.Some("联席会议第1次会议", 60), random.Chance(90) ? "" : words.Some("个别单位有不同意见"));
    }

    private string Text() => random.Weighted([62, 10, 10, 8, 7, 3]) switch
    {
        0 => $"完成第{random.Between(1, 9)}项整改。",
        1 => new string('办', random.Between(55, 70)),
        2 => "联合检查停车场\n公示收费标准。；",
        3 => " 核对台账 ",
        4 => words.Some("报送情况"),
        _ => "。",
    };

    private IReadOnlyList<UnitId> With() => random.Weighted([60, 35, 5]) switch { 0 => [], 1 => [.. world.Units.Select(u => u.Id).Reverse().Where(_ => random.Chance(60))], _ => [new("shuiwu")] };

    private Attendance Attendance(MeetingState state) => new(
        random.Chance(95) && state.Arrangement is { } a ? random.Pick(a.Units) : new("shuiwu"),
        random.Chance(3) ? (AttendanceKind)7 : (AttendanceKind)random.Below(4), random.Weighted([45, 50, 5]) switch { 0 => "", 1 => " 副局长 ", _ => new string('长', 41) });

    private string By(MeetingState state) => random.Chance(93) ? state.Session?.Recorder ?? Recorders[0] : random.Pick(Recorders);

    private string Item(MeetingState state) => state.Agenda.Count > 0 && random.Chance(96) ? random.Pick(state.Agenda).Id : "own.99";

    private int Number(MeetingState state) => random.Between(1, Math.Max(2, state.Session?.Decisions.Count ?? 0));
}
