using System.Globalization;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Obligations;

/// <summary>When each rung of an obligation is to be given, by the calendar as known now. Follows <c>README.md</c>, rules 1 to 6.</summary>
public static class RungPlanner
{
    private const string CorrectionPrefix = "correction-";

    private static readonly IReadOnlyList<Role> ToLiaison = [Role.Liaison];

    /// <summary>All planned rungs, earliest first; given ones included.</summary>
    public static IReadOnlyList<PlannedRung> Plan(OpenDuty duty, PlanSettings settings, WorkingCalendar calendar)
    {
        if (duty.EnteredLate)
        {
            return [];
        }

        if (duty.Reported)
        {
            return duty.CorrectionDue is { } day ? [Correction(duty, day, settings, calendar)] : [];
        }

        var ladder = Ladder(duty, duty.Due!.Value, settings, calendar).Where(r => r.At >= duty.Since);
        var correction = duty.CorrectionDue is { } due ? [Correction(duty, due, settings, calendar)] : Enumerable.Empty<PlannedRung>();
        return [.. ladder.Concat(correction).OrderBy(r => r.At)];
    }

    private static IEnumerable<PlannedRung> Ladder(OpenDuty duty, DateOnly due, PlanSettings settings, WorkingCalendar calendar)
    {
        var doBy = calendar.DoBy(due);
        var plannedAnew = duty.Kept.Extensions + duty.Kept.Replans;
        var suffix = plannedAnew == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $".{plannedAnew}");
        foreach (var rung in duty.Terms.Ladder.Rungs)
        {
            var day = rung.Offset is { } offset
                ? Moved(RungDay(doBy, offset, calendar), offset, settings, calendar)
                : IssueDay(duty.Since, rung.At, calendar);
            yield return new(rung.Id + suffix, ChinaTime.At(day, rung.At), rung.To);
        }

        foreach (var weekly in Weekly(duty, doBy, settings, calendar))
        {
            yield return weekly with { Id = weekly.Id + suffix };
        }
    }

    private static DateOnly RungDay(DateOnly doBy, int offset, WorkingCalendar calendar) =>
        offset == 0 ? doBy : calendar.AddWorkingDays(doBy, offset);

    // +1 never comes early: before it, the unit still has time.
    private static DateOnly Moved(DateOnly day, int offset, PlanSettings settings, WorkingCalendar calendar) =>
        offset != 1 && calendar.FollowsLongRest(day, settings.LongRestDays) ? calendar.AddWorkingDays(day, -1) : day;

    private static DateOnly IssueDay(DateTimeOffset since, TimeOnly at, WorkingCalendar calendar)
    {
        var day = ChinaTime.DateOf(since);
        return calendar.RollForward(ChinaTime.TimeOf(since) <= at ? day : day.AddDays(1));
    }

    private static IEnumerable<PlannedRung> Weekly(OpenDuty duty, DateOnly doBy, PlanSettings settings, WorkingCalendar calendar)
    {
        var ladder = duty.Terms.Ladder;
        if (ladder.Weekly == 0)
        {
            yield break;
        }

        var last = ladder.Rungs.Max(r => r.Offset) ?? 0;
        var absorbedAt = FirstRungAt(duty.Terms, settings, calendar);
        var day = RungDay(doBy, last, calendar);
        for (var line = 1; line <= ladder.Weekly; line++)
        {
            day = calendar.RollForward(NextMonday(day));
            var at = ChinaTime.At(day, settings.DigestAt);
            if (at < absorbedAt)
            {
                yield return new(string.Create(CultureInfo.InvariantCulture, $"week-{line}"), at, ToLiaison);
            }
        }
    }

    /// <summary>The earliest rung of the next occurrence, which takes the older one's lines into its own digest.</summary>
    private static DateTimeOffset FirstRungAt(DutyTerms terms, PlanSettings settings, WorkingCalendar calendar)
    {
        if (terms.NextDue is not { } due || terms.Ladder.Rungs.Where(r => r.Offset is not null).MinBy(r => r.Offset) is not { } first)
        {
            return DateTimeOffset.MaxValue;
        }

        var offset = first.Offset!.Value;
        return ChinaTime.At(Moved(RungDay(calendar.DoBy(due), offset, calendar), offset, settings, calendar), first.At);
    }

    /// <summary>True for the id of a correction's reminder: it outlives extensions.</summary>
    internal static bool IsCorrection(string rung) => rung.StartsWith(CorrectionPrefix, StringComparison.Ordinal);

    private static DateOnly NextMonday(DateOnly day) => day.AddDays(7 - (((int)day.DayOfWeek + 6) % 7));

    private static PlannedRung Correction(OpenDuty duty, DateOnly due, PlanSettings settings, WorkingCalendar calendar)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{CorrectionPrefix}{duty.Kept.Returns}");
        return new(id, ChinaTime.At(Moved(calendar.DoBy(due), 0, settings, calendar), settings.DigestAt), ToLiaison) { IsCorrection = true };
    }
}
