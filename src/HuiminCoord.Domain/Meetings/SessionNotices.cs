using System.Globalization;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Messages;

namespace HuiminCoord.Domain.Meetings;

/// <summary>What is told of answers that are missing, of the draft of minutes and of confirmed ones.</summary>
public static class SessionNotices
{
    private const int LongestLine = 60;

    /// <summary>To a member that has not answered: 请反馈参会回执.</summary>
    /// <param name="unit">The unit's name.</param>
    /// <param name="meeting">As it stands now.</param>
    /// <param name="today">Asia/Shanghai.</param>
    public static Message AskedAgain(string unit, MeetingState meeting, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        var a = meeting.Arrangement!;
        return new(
            "meeting-reply-due", $"请反馈参会回执：{a.Title}（{MeetingNotices.When(a, today)}）",
            $"{unit}：{a.Title}定于{MeetingNotices.When(a, today)}在{a.Place}召开，尚未收到贵单位参会回执，请于{DateWords.Day(meeting.ReplyBy!.Value, today)}前反馈；不能参加的，请说明原因并确定代会人员。");
    }

    /// <summary>To the office: who has not answered in time.</summary>
    public static Message Silence(IEnumerable<string> units, MeetingState meeting, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        var (names, a) = (units.ToList(), meeting.Arrangement!);
        return new(
            "meeting-silence", string.Create(CultureInfo.InvariantCulture, $"{names.Count}个单位参会回执待反馈：{a.Title}"),
            $"{a.Title}（{MeetingNotices.When(a, today)}）回执时限为{DateWords.Day(meeting.ReplyBy!.Value, today)}，尚待反馈：{string.Join('、', names)}。请电话联系确认。");
    }

    /// <summary>To members: the draft of the minutes waits for corrections.</summary>
    public static Message Circulated(string unit, MeetingState meeting, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return new(
            "minutes-circulated", $"会议纪要征求意见：{meeting.Arrangement!.Title}",
            string.Create(CultureInfo.InvariantCulture, $"{unit}：{meeting.Arrangement.Title}纪要（征求意见稿）已形成，载议定事项{meeting.Session!.Standing().Count()}项。如有修改意见，请于{DateWords.Day(meeting.Minutes!.CorrectBy!.Value, today)}前反馈。"));
    }

    /// <summary>To the office: a member asks for a correction.</summary>
    public static Message Corrected(string unit, MeetingState meeting, MinutesCorrection correction)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(correction);
        return new("minutes-corrected", $"纪要修改意见：{unit}", $"{unit}对{meeting.Arrangement!.Title}纪要（征求意见稿）提出意见：{AgendaTexts.Short(correction.Text, AgendaItem.LongestText)}。");
    }

    /// <summary>To the convenor: the draft is with the members and will have to be confirmed.</summary>
    public static Message ForConfirmation(MeetingState meeting, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return new(
            "minutes-submitted", $"会议纪要待确认：{meeting.Arrangement!.Title}",
            string.Create(CultureInfo.InvariantCulture, $"{meeting.Arrangement.Title}纪要（征求意见稿）已送各成员单位，意见反馈截至{DateWords.Day(meeting.Minutes!.CorrectBy!.Value, today)}，载议定事项{meeting.Session!.Standing().Count()}项。请审阅并确认。"));
    }

    /// <summary>To members: the minutes, and what of them is the unit's to do.</summary>
    public static Message Confirmed(UnitId unit, string name, MeetingState meeting, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        var standing = meeting.Session!.Standing().ToList();
        var (leads, helps) = (standing.Where(d => d.Wording.Owner == unit).ToList(), standing.Where(d => d.Wording.With.Contains(unit)).ToList());
        var own = leads.Count + helps.Count == 0 ? "" : $"其中{Part("由贵单位负责", leads, today)}{(leads.Count > 0 && helps.Count > 0 ? "；" : "")}{Part("请贵单位配合", helps, today)}。";
        return new(
            "minutes-confirmed", string.Create(CultureInfo.InvariantCulture, $"会议纪要第{meeting.Minutes!.Issue}期：{meeting.Arrangement!.Title}"),
            string.Create(CultureInfo.InvariantCulture, $"{name}：{meeting.Arrangement.Title}纪要已确认，议定事项{standing.Count}项。{own}"));
    }

    private static string Part(string words, List<MeetingDecision> decisions, DateOnly today) => decisions.Count == 0 ? "" : string.Create(
        CultureInfo.InvariantCulture,
        $"{words}{decisions.Count}项：{string.Join('；', decisions.Select(d => $"{AgendaTexts.Short(d.Wording.Text, LongestLine)}（{DateWords.Day(d.DueOn!.Value, today)}前）"))}");
}
