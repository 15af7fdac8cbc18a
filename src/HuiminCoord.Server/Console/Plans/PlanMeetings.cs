using System.Globalization;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>How a plan has meetings held, as a line for people, in the page's language.</summary>
internal sealed class PlanMeetings(PageWords words)
{
    private readonly PlanLines _say = new(words);

    /// <summary>Everything that is said of a kind.</summary>
    internal string Line(Plan plan, MeetingPlan meeting)
    {
        var units = meeting.Units is not { } named ? _say.Debtors(plan, [.. plan.Units.Select(u => u.Id)]) : named.Count == 0 ? words["plan.held.each"] : _say.Debtors(plan, named);
        var line = words["plan.held", Title(meeting), units, Or(meeting.Chair), Or(meeting.Place), meeting.Minutes, meeting.NoticeWorkdays, meeting.ReplyWorkdays];
        return string.Concat(
            line,
            meeting.Agenda is { } topics ? words["plan.held.agenda", string.Join(words["page.comma"], topics.Select(Topic))] : "",
            meeting.Quorum is { } quorum ? words[quorum.IsPercent ? "plan.held.percent" : "plan.held.quorum", quorum.Number] : "",
            meeting.Consent == AgendaConsent.Director ? words["plan.held.director"] : "",
            meeting.Cadence is { } cadence ? Cadence(cadence) : "");
    }

    /// <summary>A pattern as people write one: ××年第×次全体会议.</summary>
    private static string Title(MeetingPlan meeting) =>
        meeting.Title.Replace("{year}", "××", StringComparison.Ordinal).Replace("{n}", "×", StringComparison.Ordinal);

    private string Or(string text) => text.Length > 0 ? text : words["plan.held.each"];

    private string Topic(AgendaTopicPlan topic) =>
        topic.Minutes is { } minutes ? words["plan.held.topic", words[$"plan.topic.{topic.Topic}"], minutes] : words[$"plan.topic.{topic.Topic}"];

    private string Cadence(MeetingCadence cadence)
    {
        var day = cadence.Day switch
        {
            MeetingDay.Workday nth => words["plan.held.workday", nth.Number],
            MeetingDay.OfMonth of => words[of.Rest == RestMove.Before ? "plan.held.before" : "plan.held.after", of.Day],
            _ => throw new InvalidOperationException($"Unknown day {cadence.Day.GetType().Name}."),
        };
        return words["plan.held.cadence", cadence.EveryMonths, day, PlanLines.Time(cadence.At)]
            + (cadence.From is { } from ? words["plan.held.from", from.ToString("yyyy-MM", CultureInfo.InvariantCulture)] : "");
    }
}
