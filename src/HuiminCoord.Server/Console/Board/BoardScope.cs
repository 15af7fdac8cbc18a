using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Server.Console.Board;

/// <summary>Which duties a board shows: one first, others beside it, earlier months folded.</summary>
/// <param name="Main">The duty's id.</param>
/// <param name="Planned">The same in the plan; null for what was assigned by hand.</param>
/// <param name="Beside">Dated duties that have opened and may still be open.</param>
/// <param name="Earlier">Earlier months of the main duty, earliest first.</param>
internal sealed record BoardScope(string Main, Occurrence? Planned, IReadOnlyList<Occurrence> Beside, IReadOnlyList<Occurrence> Earlier)
{
    /// <summary>All of them.</summary>
    internal IReadOnlyList<string> Duties => [Main, .. Beside.Concat(Earlier).Select(o => o.Id.Value)];

    /// <summary>What a board shows.</summary>
    /// <param name="plan">The plan in force.</param>
    /// <param name="calendar">As known today.</param>
    /// <param name="today">Shanghai date.</param>
    /// <param name="asked">A duty's id; null = what matters now.</param>
    internal static BoardScope Of(Plan plan, WorkingCalendar calendar, DateOnly today, string? asked)
    {
        var all = plan.Duties.SelectMany(Occurrence.Of).ToList();
        var now = Now(plan, all, calendar, today);
        var main = asked is null ? now : all.Find(o => o.Id.Value == asked);
        if (main is null)
        {
            return new(asked ?? "", null, [], []);
        }

        return new(main.Id.Value, main, main == now ? [.. all.Where(o => o != main && StandsBeside(o, main, today)).OrderBy(o => o.Due)] : [], Before(main, all));
    }

    /// <summary>Duties that have opened by now, those with dates first by date, the latest first.</summary>
    internal static IReadOnlyList<Occurrence> Opened(Plan plan, DateOnly today) =>
        [.. plan.Duties.SelectMany(Occurrence.Of).Where(o => HasOpened(o, today)).OrderByDescending(o => o.Due ?? DateOnly.MinValue)];

    /// <summary>The month that was due last; from the first reminder of the next one on, that one. Without months, the date that comes next.</summary>
    private static Occurrence? Now(Plan plan, List<Occurrence> all, WorkingCalendar calendar, DateOnly today)
    {
        var dated = all.Where(o => o.Due is not null).OrderBy(o => o.Due).ToList();
        var months = dated.Where(o => o.Duty.Kind == DutyKind.Monthly).ToList();
        var which = months.Count > 0 ? months : dated;
        var (next, last) = (which.Find(o => o.Due >= today), which.FindLast(o => o.Due < today));
        return last is null ? next ?? all.FirstOrDefault() : next is null || today < FirstReminder(plan, next, calendar) ? last : next;
    }

    private static DateOnly FirstReminder(Plan plan, Occurrence planned, WorkingCalendar calendar)
    {
        var doBy = calendar.DoBy(planned.Due!.Value);
        var first = plan.Ladders[planned.Duty.Kind].Rungs.Min(r => r.Offset) ?? 0;
        return first == 0 ? doBy : calendar.AddWorkingDays(doBy, first);
    }

    private static bool StandsBeside(Occurrence other, Occurrence main, DateOnly today) => other.Due is { } due && HasOpened(other, today) && other.Duty.Kind switch
    {
        DutyKind.Annual or DutyKind.Other => true,
        DutyKind.Monthly => other.Duty != main.Duty && (due.Year, due.Month) == (main.Due!.Value.Year, main.Due.Value.Month),
        _ => false,
    };

    private static List<Occurrence> Before(Occurrence main, List<Occurrence> all) =>
        main.Duty.Kind == DutyKind.Monthly ? [.. all.Where(o => o.Duty == main.Duty && o.Due < main.Due).OrderBy(o => o.Due)] : [];

    private static bool HasOpened(Occurrence planned, DateOnly today) => planned.OpensOn is null || planned.OpensOn <= today;
}
