using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Meetings;

/// <summary>What speaks against a meeting's time. Nothing of it forbids the meeting: the office decides.</summary>
public enum TimeWarningKind
{
    /// <summary>Its day is a day of rest.</summary>
    RestDay,

    /// <summary>Another meeting of one of its units overlaps it.</summary>
    Overlap,

    /// <summary>Somebody who should attend has announced an absence.</summary>
    Absence,

    /// <summary>So many have declined that fewer come than the plan asks for.</summary>
    Quorum,
}

/// <summary>One warning.</summary>
/// <param name="Subject">The other meeting's id, or the absent seat: <c>jiaoyu/leader</c>; empty for a day of rest; how many can still come.</param>
/// <param name="Title">The other meeting's title, or the absent person's name; empty for a day of rest; how many the plan asks for.</param>
public sealed record TimeWarning(TimeWarningKind Kind, string Subject, string Title);

/// <summary>Another meeting that is not cancelled.</summary>
public sealed record OtherMeeting(string Meeting, MeetingArrangement Arrangement);

/// <summary>An announced absence, both days included, Asia/Shanghai.</summary>
/// <param name="Seat">Address of the seat.</param>
/// <param name="Holder">Who is away.</param>
public sealed record SeatAbsence(UnitId Unit, string Seat, string Holder, DateOnly From, DateOnly Until);

/// <summary>Holds a meeting's time against the calendar, other meetings and absences.</summary>
public static class TimeWarnings
{
    /// <summary>The warnings, in a fixed order.</summary>
    public static IReadOnlyList<TimeWarning> Of(MeetingArrangement arrangement, WorkingCalendar calendar, IEnumerable<OtherMeeting> others, IEnumerable<SeatAbsence> absences)
    {
        ArgumentNullException.ThrowIfNull(arrangement);
        ArgumentNullException.ThrowIfNull(calendar);
        var day = ChinaTime.DateOf(arrangement.StartsAt);
        return
        [
            .. calendar.IsWorkingDay(day) ? Enumerable.Empty<TimeWarning>() : [new TimeWarning(TimeWarningKind.RestDay, "", "")],
            .. others.Where(o => o.Arrangement.StartsAt < arrangement.EndsAt && arrangement.StartsAt < o.Arrangement.EndsAt && o.Arrangement.Units.Intersect(arrangement.Units).Any())
                .OrderBy(o => o.Arrangement.StartsAt).ThenBy(o => o.Meeting, StringComparer.Ordinal).Select(o => new TimeWarning(TimeWarningKind.Overlap, o.Meeting, o.Arrangement.Title)),
            .. absences.Where(a => arrangement.Units.Contains(a.Unit) && a.From <= day && day <= a.Until)
                .OrderBy(a => a.Seat, StringComparer.Ordinal).Select(a => new TimeWarning(TimeWarningKind.Absence, a.Seat, a.Holder)),
        ];
    }
}
