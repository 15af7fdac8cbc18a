using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Calendars;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Meetings;
using HuiminCoord.Server.Console.Circuits;
using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Console.Calendars;

/// <summary>Reads a seat's schedule, each kind of thing under its own row of the matrix: what a seat may not list does not stand there.</summary>
internal sealed class ScheduleReader(CalendarShelf shelf)
{
    /// <summary>Reads the month or week that an address asks for.</summary>
    internal async Task<Schedule> Read(Desk desk, Visitor visitor, string? month, string? week)
    {
        await using var scene = await desk.Read("listObligations");
        var (plan, calendar, today) = (scene.Campaign.Plan, scene.Campaign.Calendar, scene.Campaign.Today);
        var (first, last) = (Math.Min(shelf.Table.KnownFrom.Year, plan.Window.From.Year), Math.Max(calendar.ProvisionalFrom.Year + 1, plan.Window.To.Year));
        var span = ScheduleSpan.Of(month, week, today, first, last);
        var entries = new[] { Phases(scene, visitor), await Meetings(desk, visitor), await new ScheduleDues(scene, visitor).Of(span) }.SelectMany(e => e).ToLookup(e => e.Day);
        return new(span, [.. span.Days.Select(d => new ScheduleDay(
            d, calendar.IsWorkingDay(d), calendar.IsProvisional(d), calendar.FestivalOf(d)?.Name,
            [.. entries[d].OrderBy(e => e.Kind).ThenBy(e => e.At).ThenBy(e => e.Text, StringComparer.Ordinal)]))], today, first, last);
    }

    private static IEnumerable<ScheduleEntry> Phases(ReadingScene scene, Visitor visitor)
    {
        var (words, link) = (visitor.Words, visitor.May("page.phases") ? "/phases" : null);
        return !visitor.May("listPhases") ? [] : scene.Campaign.Plan.Phases.SelectMany(p => new[]
        {
            new ScheduleEntry(p.Window.From, ScheduleKind.Phase, null, words["sched.phase.opens", p.Title], link),
            new ScheduleEntry(p.Window.To, ScheduleKind.Phase, null, words["sched.phase.closes", p.Title], link),
        });
    }

    /// <summary>Those that the seat reaches and that are not cancelled.</summary>
    private static async Task<IEnumerable<ScheduleEntry>> Meetings(Desk desk, Visitor visitor)
    {
        if (!visitor.May("listMeetings"))
        {
            return [];
        }

        await using var scene = await desk.Read("listMeetings");
        return [.. (await MeetingReader.States(scene, visitor.Gone)).Where(m => m.State.Stage is not (MeetingStage.None or MeetingStage.Cancelled)).Select(m => Meeting(m.Id, m.State, visitor))];
    }

    private static ScheduleEntry Meeting(string id, MeetingState meeting, Visitor visitor)
    {
        var (arranged, words) = (meeting.Arrangement!, visitor.Words);
        return new(
            ChinaTime.DateOf(arranged.StartsAt), ScheduleKind.Meeting, ChinaTime.TimeOf(arranged.StartsAt), arranged.Title, visitor.May("page.meeting") ? $"/meetings/{Uri.EscapeDataString(id)}" : null,
            meeting.IsOpenToMembers ? arranged.Place : words["sched.meeting.planned", arranged.Place]);
    }
}
