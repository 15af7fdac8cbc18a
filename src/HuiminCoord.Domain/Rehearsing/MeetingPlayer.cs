using System.Globalization;
using HuiminCoord.Domain.Campaigns;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Amending;
using HuiminCoord.Domain.Time;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Rehearsing;

/// <summary>How the office, the convenor and the units hold the meetings that the plan foresees, and do what was decided there.</summary>
/// <remarks>The second meeting agrees to another member of a unit, the third takes up another unit.</remarks>
internal sealed class MeetingPlayer(int seed, Plan plan, WorkingCalendar calendar, DateTimeOffset issuedAt)
{
    /// <summary>A session of an hour has room for so many items, and so many decisions are followed.</summary>
    private const int Items = 8;

    private static readonly MembershipWish Joining = new(new UnitId("shuiwu"), MembershipChange.Add, "税务局", [], TableProfile.Managing, [], "涉税线索较多，需要共同参与");

    internal IEnumerable<PlayedAction> All()
    {
        var meetings = Cadence.Of(MeetingKind.Plenary, plan, calendar).Where(m => At(m.NoticeOn, -4, 9, 0) > issuedAt).ToList();
        return meetings.SelectMany((m, i) =>
        {
            var title = MeetingDefaults.Title(MeetingDefaults.Of(m.Kind, plan), m.Day, meetings.Take(i).Select(b => b.Day));
            return Meeting(m, title).Concat(Members(m, i, title));
        });
    }

    private IEnumerable<PlayedAction> Meeting(PlannedMeeting meeting, string title)
    {
        var (id, held) = (IdOf(meeting), MeetingDefaults.Of(meeting.Kind, plan));
        var arrangement = new MeetingArrangement(
            title, meeting.StartsAt, held.Minutes, held.Place.Length > 0 ? held.Place : "第一会议室",
            held.Chair.Length > 0 ? held.Chair : MeetingDefaults.Convenor, MeetingDefaults.Units(held, plan) is { Count: > 0 } units ? units : [.. plan.Units.Select(u => u.Id)], []);
        return Prepared(meeting, arrangement).Concat(Answers(meeting, arrangement.Units)).Concat(Sits(meeting, arrangement)).Concat(Minutes(meeting)).Concat(Enumerable.Range(1, Items).SelectMany(n => Follows(meeting, n)))
            .Select(a => a with { Key = $"play/{id}/{a.Key}" });
    }

    /// <summary>One agenda in four comes back once.</summary>
    private IEnumerable<PlayedAction> Prepared(PlannedMeeting m, MeetingArrangement arrangement)
    {
        yield return To(m, At(m.NoticeOn, -3, 9, 30), Recipients.Office, "proposed", new MeetingCommand.Propose(m.Kind, null, arrangement));
        yield return To(m, At(m.NoticeOn, -3, 10, 0), Recipients.Office, "composed", new MeetingCommand.Compose());
        yield return To(m, At(m.NoticeOn, -3, 15, 30), Recipients.Office, "submitted", new MeetingCommand.Submit());
        if (Choose(m, 4, "returned") == 0)
        {
            yield return To(m, At(m.NoticeOn, -2, 10, 0), Consents(m), "returned", new MeetingCommand.Return("请补充最新报送情况后再报。"));
            yield return To(m, At(m.NoticeOn, -2, 15, 0), Recipients.Office, "composed-again", new MeetingCommand.Compose());
            yield return To(m, At(m.NoticeOn, -2, 15, 30), Recipients.Office, "submitted-again", new MeetingCommand.Submit());
        }

        yield return To(m, At(m.NoticeOn, -1, 11, 0), Consents(m), "agreed", new MeetingCommand.Agree());
        yield return To(m, At(m.NoticeOn, 0, 9, 20), Recipients.Office, "noticed", new MeetingCommand.Notify(m.ReplyBy));
    }

    /// <summary>Of twelve units one sends a stand-in, one cannot come and one does not answer.</summary>
    private IEnumerable<PlayedAction> Answers(PlannedMeeting m, IReadOnlyList<UnitId> units)
    {
        foreach (var unit in units)
        {
            var (choice, at) = (Choose(m, 12, $"{unit}/answers"), At(m.NoticeOn, Choose(m, 2, $"{unit}/day"), 14, Choose(m, 150, $"{unit}/minute")));
            var (kind, who, reason) = choice switch
            {
                0 => (MeetingReplyKind.Deputy, $"{plan.Unit(unit)?.Name}分管负责人", "主要负责人另有公务"),
                1 => (MeetingReplyKind.Absent, "", "外出开会"),
                _ => (MeetingReplyKind.Coming, "", ""),
            };
            if (choice != 2)
            {
                yield return To(m, at, Recipients.Of(unit, SeatKind.Liaison), $"reply-{unit}", new MeetingCommand.Reply(unit, kind, who, reason));
            }
        }
    }

    private IEnumerable<PlayedAction> Sits(PlannedMeeting m, MeetingArrangement arrangement) =>
    [
        To(m, m.StartsAt, Recipients.Office, "begun", new MeetingCommand.Begin(MeetingAct.Recorder)),
        Does(m, m.StartsAt.AddMinutes(1), "signed-in", new MeetingAct.SignIn(seed)),
        .. Enumerable.Range(0, Items).Select(i => Does(m, m.StartsAt.AddMinutes(3 + (7 * i)), $"item-{i + 1}", new MeetingAct.TakeUp(IdOf(m), i, seed))),
        To(m, arrangement.EndsAt, Recipients.Office, "ended", new MeetingCommand.End(MeetingAct.Recorder)),
    ];

    /// <summary>Circulated on the next working day, confirmed three days after the meeting. In every second one a unit asks for a correction.</summary>
    private IEnumerable<PlayedAction> Minutes(PlannedMeeting m)
    {
        yield return To(m, At(m.Day, 1, 10, 30), Recipients.Office, "circulated", new MeetingCommand.Circulate(calendar.AddWorkingDays(m.Day, 2)));
        if (Choose(m, 2, "corrected") == 0)
        {
            var unit = plan.Units[Choose(m, plan.Units.Count, "corrects")].Id;
            yield return To(m, At(m.Day, 2, 10, 0), Recipients.Of(unit, SeatKind.Liaison), "corrected", new MeetingCommand.Correct(unit, "本单位参会人员职务请核对。"));
        }

        yield return To(m, At(m.Day, 3, 16, 0), Recipients.Convenor, "confirmed", new MeetingCommand.Confirm());
    }

    /// <summary>Five in eight are done in time, two late, one is still open at the next meeting.</summary>
    private IEnumerable<PlayedAction> Follows(PlannedMeeting m, int number)
    {
        var due = 3 + MeetingAct.Workdays(seed, IdOf(m), number);
        var after = due + Choose(m, 8, string.Create(CultureInfo.InvariantCulture, $"y{number}/manner")) switch { < 5 => -1, < 7 => 3, _ => 45 };
        var name = string.Create(CultureInfo.InvariantCulture, $"y{number}");
        yield return new PlayedAction.ToDecision(At(m.Day, after, 11, 5 * number), Recipients.Office, $"{name}/submitted", IdOf(m), number, Accepts: false);
        yield return new PlayedAction.ToDecision(At(m.Day, after + 1, 15, 5 * number), Recipients.Office, $"{name}/accepted", IdOf(m), number, Accepts: true);
    }

    private IEnumerable<PlayedAction> Members(PlannedMeeting m, int index, string basis)
    {
        var (asked, decided) = (At(m.NoticeOn, -4, 10, 20), At(m.Day, 4, 10, 0));
        var others = plan.Units.Where(u => u.Id != plan.Convenor).ToList();
        if (index == 1 && others.Count > 0)
        {
            var unit = others[SeededChoice.Of(seed, "member", others.Count)];
            var wish = new UnitCommand.ProposeMember($"{unit.Name}新任负责人", "主要负责人", "", null, "工作调整");
            yield return new PlayedAction.ToUnit(asked, Recipients.Of(unit.Id, SeatKind.Leader), $"play/{unit.Id}/member/asked", unit.Id, wish);
            yield return new PlayedAction.ToUnit(decided, Recipients.Office, $"play/{unit.Id}/member/decided", unit.Id, new UnitCommand.DecideMember(true, null, null, basis));
        }
        else if (index == 2 && MembershipRules.Refuse(plan, Joining) is null)
        {
            yield return new PlayedAction.ToCampaign(asked, Recipients.Office, "play/membership/asked", new CampaignCommand.ProposeMembership(Joining));
            yield return new PlayedAction.ChangeMembers(decided, Recipients.Office, "play/membership/changed", Joining.Unit, basis);
        }
    }

    /// <summary>The director sits in the office.</summary>
    private string Consents(PlannedMeeting m) => ConsentRules.Of(m.Kind, null, plan) == Consenter.Director ? Recipients.Office : Recipients.Convenor;

    private static string IdOf(PlannedMeeting m) => string.Create(CultureInfo.InvariantCulture, $"plenary-{m.Day:yyyyMMdd}");

    private static PlayedAction.ToMeeting To(PlannedMeeting m, DateTimeOffset at, string by, string key, MeetingCommand command) => new(at, by, key, IdOf(m), new MeetingAct.Plain(command));

    private static PlayedAction.ToMeeting Does(PlannedMeeting m, DateTimeOffset at, string key, MeetingAct act) => new(at, Recipients.Office, key, IdOf(m), act);

    private DateTimeOffset At(DateOnly day, int workdays, int hour, int minute) =>
        ChinaTime.At(workdays == 0 ? day : calendar.AddWorkingDays(day, workdays), new TimeOnly(hour, 0)).AddMinutes(minute);

    private int Choose(PlannedMeeting m, int below, string what) => SeededChoice.Of(seed, $"{IdOf(m)}/{what}", below);
}
