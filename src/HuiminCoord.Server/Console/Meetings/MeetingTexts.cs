using System.Globalization;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Messages;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Console.Meetings;

/// <summary>What pages say about meetings.</summary>
internal sealed class MeetingTexts(PageWords words)
{
    private static readonly MeetingStage[] Stages =
        [MeetingStage.Proposed, MeetingStage.Submitted, MeetingStage.Returned, MeetingStage.Agreed, MeetingStage.Noticed, MeetingStage.InSession, MeetingStage.Ended, MeetingStage.Circulated, MeetingStage.Confirmed, MeetingStage.Cancelled];

    /// <summary>How a stage looks.</summary>
    internal static Status StatusOf(MeetingStage stage) => stage switch
    {
        MeetingStage.Submitted => Status.Submitted,
        MeetingStage.Returned => Status.Returned,
        MeetingStage.Agreed => Status.Accepted,
        MeetingStage.Noticed or MeetingStage.InSession => Status.OnTrack,
        MeetingStage.Circulated => Status.Submitted,
        MeetingStage.Confirmed => Status.Accepted,
        MeetingStage.Cancelled => Status.Off,
        _ => Status.Filling,
    };

    /// <summary>How an answer looks.</summary>
    internal static Status StatusOf(MeetingReplyKind? reply) => reply switch
    {
        MeetingReplyKind.Coming => Status.Accepted,
        MeetingReplyKind.Deputy => Status.OnTrack,
        MeetingReplyKind.Absent => Status.Off,
        _ => Status.NotStarted,
    };

    internal string Kind(MeetingKind kind) => words[$"meetings.kind.{kind}"];

    internal string Stage(MeetingStage stage) => words[$"meetings.stage.{stage}"];

    internal string Heading(AgendaHeading heading) => words[$"meetings.heading.{heading}"];

    internal string Reply(MeetingReplyKind? reply) => reply is { } kind ? words[$"meetings.reply.{kind}"] : words["meetings.reply.none"];

    /// <summary>会议3次：筹备中1，待同意1，已通知1.</summary>
    internal string Sentence(IReadOnlyList<MeetingLine> meetings) => meetings.Count == 0
        ? words["meetings.sentence.none"]
        : words["meetings.sentence", meetings.Count] + string.Join(
            words["page.comma2"],
            Stages.Select(s => (Stage: s, Count: meetings.Count(m => m.Stage == s))).Where(s => s.Count > 0).Select(s => words[$"meetings.count.{s.Stage}", s.Count]));

    /// <summary>参加6 代会1 未反馈4; what nobody said is left out.</summary>
    internal string Answers(MeetingLine meeting) => string.Join(' ', new[]
    {
        Counted("Coming", meeting.Answered(MeetingReplyKind.Coming)), Counted("Deputy", meeting.Answered(MeetingReplyKind.Deputy)),
        Counted("Absent", meeting.Answered(MeetingReplyKind.Absent)), Counted("none", meeting.Silent),
    }.OfType<string>());

    /// <summary>12月4日 周五 14:30.</summary>
    internal string When(DateTimeOffset at, DateOnly today) => $"{words.ShortDay(ChinaTime.DateOf(at), today)} {Clock(at)}";

    /// <summary>12月4日（周五）14:30, as the one page has it.</summary>
    internal string Formal(DateTimeOffset at, DateOnly today) => words.Language == Language.English
        ? When(at, today)
        : $"{DateWords.Day(ChinaTime.DateOf(at), today)}（{DateWords.Weekday(ChinaTime.DateOf(at))}）{Clock(at)}";

    /// <summary>11个单位，各单位联席会议成员; units by their names when not all are asked.</summary>
    internal string Members(MeetingLine meeting, Plan plan)
    {
        var units = meeting.Units.Count == plan.Units.Count
            ? words[meeting.Kind == MeetingKind.Liaison ? "meetings.members.liaisons" : "meetings.members.all", meeting.Units.Count]
            : words["meetings.members.some", meeting.Units.Count, string.Join(words["page.comma"], meeting.Units.Select(u => NameOf(plan, u)))];
        return meeting.Guests.Count == 0 ? units : words["meetings.members.guests", units, string.Join(words["page.comma"], meeting.Guests)];
    }

    /// <summary>下次全体会议按方案应于12月4日 周五召开，尚未提出.</summary>
    internal string Planned(PlannedMeeting planned, DateOnly today) =>
        words["meetings.planned", Kind(planned.Kind), words.ShortDay(planned.Day, today), words.ShortDay(planned.NoticeOn, today)] + (planned.Provisional ? words["meetings.planned.provisional"] : "");

    /// <summary>What speaks against the time, or against counting on enough members.</summary>
    internal string Warning(TimeWarning warning) => words[$"meetings.warning.{warning.Kind}", warning.Title, warning.Subject];

    internal static string NameOf(Plan plan, string unit) => plan.Units.FirstOrDefault(u => u.Id.Value == unit)?.Name ?? unit;

    private static string Clock(DateTimeOffset at) => ChinaTime.TimeOf(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    private string? Counted(string said, int count) => count == 0 ? null : words[$"meetings.answers.{said}", count];
}
