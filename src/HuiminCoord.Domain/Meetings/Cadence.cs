using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Meetings;

/// <summary>A meeting that the plan foresees.</summary>
/// <param name="Day">A working day, Asia/Shanghai.</param>
/// <param name="StartsAt">UTC.</param>
/// <param name="NoticeOn">By when members are to be told.</param>
/// <param name="ReplyBy">Last day for answers.</param>
/// <param name="Provisional">A paper still to come may change the day.</param>
public sealed record PlannedMeeting(MeetingKind Kind, DateOnly Day, DateTimeOffset StartsAt, DateOnly NoticeOn, DateOnly ReplyBy, bool Provisional);

/// <summary>When the plan has meetings held: pure, so the same plan and calendar give the same days.</summary>
public static class Cadence
{
    /// <summary>All of a kind within the campaign, earliest first; none where the plan has no cadence for it.</summary>
    /// <param name="calendar">As known on the day.</param>
    public static IReadOnlyList<PlannedMeeting> Of(MeetingKind kind, Plan plan, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(calendar);
        var planned = new List<PlannedMeeting>();
        if (plan.Meetings?.GetValueOrDefault(kind) is not { Cadence: { } cadence } meeting)
        {
            return planned;
        }

        var first = cadence.From ?? new DateOnly(plan.Window.From.Year, plan.Window.From.Month, 1);
        // A day may move out of its month, but never past the next one.
        for (var month = first; month <= plan.Window.To.AddMonths(1); month = month.AddMonths(cadence.EveryMonths))
        {
            var named = Named(month, cadence.Day);
            var day = On(month, named, cadence.Day, calendar);
            if (plan.Window.Contains(day) && (planned.Count == 0 || planned[^1].Day < day))
            {
                planned.Add(new(
                    kind, day, ChinaTime.At(day, cadence.At), calendar.AddWorkingDays(day, -meeting.NoticeWorkdays), calendar.AddWorkingDays(day, -meeting.ReplyWorkdays),
                    calendar.IsProvisional(day) || calendar.IsProvisional(named)));
            }
        }

        return planned;
    }

    /// <summary>The next meeting from a day on that nobody has proposed; null when there is none.</summary>
    /// <param name="today">Counted itself.</param>
    /// <param name="arranged">Days of meetings of the kind that are not cancelled: each stands for the planned one that is nearest to it.</param>
    public static PlannedMeeting? Unproposed(MeetingKind kind, Plan plan, WorkingCalendar calendar, DateOnly today, IEnumerable<DateOnly> arranged)
    {
        ArgumentNullException.ThrowIfNull(arranged);
        var planned = Of(kind, plan, calendar);
        var taken = planned.Count == 0 ? [] : arranged.Select(a => planned.MinBy(p => Math.Abs(p.Day.DayNumber - a.DayNumber))!.Day).ToHashSet();
        return planned.FirstOrDefault(p => p.Day >= today && !taken.Contains(p.Day));
    }

    /// <summary>The day by which a meeting's day is found: the first of the month, or the day that the plan names.</summary>
    private static DateOnly Named(DateOnly month, MeetingDay day) =>
        new(month.Year, month.Month, day is MeetingDay.OfMonth named ? Math.Min(named.Day, DateTime.DaysInMonth(month.Year, month.Month)) : 1);

    private static DateOnly On(DateOnly month, DateOnly named, MeetingDay day, WorkingCalendar calendar) => day switch
    {
        MeetingDay.OfMonth { Rest: RestMove.Before } => calendar.DoBy(named),
        MeetingDay.OfMonth => calendar.RollForward(named),
        MeetingDay.Workday nth => Earlier(calendar.AddWorkingDays(month.AddDays(-1), nth.Number), calendar.DoBy(month.AddMonths(1).AddDays(-1))),
        _ => throw new InvalidOperationException($"Unknown day {day.GetType().Name}."),
    };

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
