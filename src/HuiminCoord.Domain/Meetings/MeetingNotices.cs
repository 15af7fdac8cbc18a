using System.Globalization;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Messages;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Meetings;

/// <summary>What members, office and convenor are told of a meeting. Members read how many items there are, not about whom.</summary>
public static class MeetingNotices
{
    private static readonly (AgendaHeading Heading, string Words)[] Headings =
    [
        (AgendaHeading.ToDecide, "需拍板事项"), (AgendaHeading.CarriedOver, "上次议定事项未完成"), (AgendaHeading.NotReported, "未报单位"), (AgendaHeading.Members, "成员调整"),
    ];

    /// <summary>A heading as it stands on the one page.</summary>
    public static string Words(AgendaHeading heading) => Headings.Single(h => h.Heading == heading).Words;

    /// <summary>会议通知: the first telling.</summary>
    /// <param name="unit">The unit's name.</param>
    /// <param name="meeting">As it stands now.</param>
    /// <param name="today">Asia/Shanghai.</param>
    /// <param name="holds">The unit holds the meeting: it is told, and not asked whether it comes.</param>
    public static Message Notice(string unit, MeetingState meeting, DateOnly today, bool holds = false)
    {
        var a = Arranged(meeting);
        return new(
            "meeting",
            $"会议通知：{a.Title}（{When(a, today)}）",
            $"{unit}：定于{When(a, today)}在{a.Place}召开{a.Title}，由{a.Chair}主持。议题：{Topics(meeting)}。{(holds ? "" : Ask(meeting, today))}");
    }

    /// <summary>会议变更: another time or place; answers are asked for anew.</summary>
    public static Message Moved(string unit, MeetingState meeting, DateOnly today, bool holds = false)
    {
        var a = Arranged(meeting);
        return new(
            "meeting-moved",
            $"会议变更：{a.Title}（改为{When(a, today)}）",
            $"{unit}：{a.Title}改为{When(a, today)}在{a.Place}召开。原因：{AgendaTexts.Short(meeting.Remark, AgendaItem.LongestText)}。此前的回执不再有效。{(holds ? "" : Ask(meeting, today))}");
    }

    /// <summary>会议取消.</summary>
    public static Message Cancelled(string unit, MeetingState meeting, DateOnly today)
    {
        var a = Arranged(meeting);
        return new("meeting-cancelled", $"会议取消：{a.Title}（原定{When(a, today)}）", $"{unit}：原定{When(a, today)}召开的{a.Title}取消。原因：{AgendaTexts.Short(meeting.Remark, AgendaItem.LongestText)}。");
    }

    /// <summary>增加议题: an item after the notice. Whom it is not about learns that there is one more.</summary>
    public static Message Addendum(UnitId unit, string name, MeetingState meeting, AgendaItem item, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(item);
        var a = Arranged(meeting);
        var what = AgendaView.Shows(item, unit) ? AgendaTexts.Short(item.Fact, AgendaItem.LongestText) : $"{Words(item.Heading)}1项";
        return new("meeting-addendum", $"增加议题：{a.Title}（{When(a, today)}）", $"{name}：{a.Title}增加议题：{what}。时间、地点不变。");
    }

    /// <summary>To the office: a member unit asks for a meeting.</summary>
    public static Message Asked(string unit, MeetingState meeting, DateOnly today)
    {
        var a = Arranged(meeting);
        return new("meeting-asked", $"提请召开会议：{unit}（{a.Title}）", $"{unit}提请于{When(a, today)}在{a.Place}召开{a.Title}。请编排议题后送审，或说明原因取消。");
    }

    /// <summary>To whoever consents: an agenda waits. The director is named, because all of the office read the message.</summary>
    public static Message ForConsent(MeetingState meeting, DateOnly today, Consenter consenter = Consenter.Convenor) =>
        new("meeting-submitted", $"议程送审：{Arranged(meeting).Title}（{When(Arranged(meeting), today)}）", $"议题：{Topics(meeting)}。请{(consenter == Consenter.Director ? "联席办主任" : "")}审阅，同意或退回修改。");

    /// <summary>To whoever prepared it: what was said to the agenda.</summary>
    public static Message Consent(MeetingState meeting, DateOnly today) => meeting.Stage == MeetingStage.Returned
        ? new("meeting-returned", $"议程退回修改：{Arranged(meeting).Title}", $"{Arranged(meeting).Title}（{When(Arranged(meeting), today)}）的议程请修改后再报：{AgendaTexts.Short(meeting.Remark, AgendaItem.LongestText)}。")
        : new("meeting-agreed", $"议程已同意：{Arranged(meeting).Title}", $"{Arranged(meeting).Title}（{When(Arranged(meeting), today)}）的议程已获同意，可印发会议通知。");

    /// <summary>12月4日 周五 14:30; with the year where it is another.</summary>
    public static string When(MeetingArrangement arrangement, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(arrangement);
        return $"{DateWords.DayAndWeekday(ChinaTime.DateOf(arrangement.StartsAt), today)} {ChinaTime.TimeOf(arrangement.StartsAt).ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    /// <summary>需拍板事项3项、未报单位2项.</summary>
    public static string Topics(MeetingState meeting)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        var counts = meeting.Agenda.Where(i => i.Removed is null).CountBy(i => i.Heading).ToDictionary();
        return string.Join('、', Headings.Where(h => counts.ContainsKey(h.Heading)).Select(h => string.Create(CultureInfo.InvariantCulture, $"{h.Words}{counts[h.Heading]}项")));
    }

    private static string Ask(MeetingState meeting, DateOnly today) =>
        $"请{(meeting.Unit is not null ? "贵单位派员" : meeting.Kind == MeetingKind.Liaison ? "联络人" : "联席会议成员")}参加，并于{DateWords.Day(meeting.ReplyBy!.Value, today)}前反馈回执；不能参加的，请说明原因并确定代会人员。";

    private static MeetingArrangement Arranged(MeetingState meeting) => meeting.Arrangement ?? throw new ArgumentException("It was not proposed.", nameof(meeting));
}
