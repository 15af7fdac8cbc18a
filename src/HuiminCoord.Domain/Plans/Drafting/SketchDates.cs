using System.Globalization;

namespace HuiminCoord.Domain.Plans.Drafting;

/// <summary>Moves the dates of a template to another campaign's months.</summary>
public static class SketchDates
{
    /// <summary>Moves everything by whole months, so that the campaign begins in the month of <paramref name="from"/>.</summary>
    /// <remarks>
    /// The last day of a month stays the last day of its month. Years that stand in ids and titles of dated duties follow their dates;
    /// the words of questions and clauses stay, and are for people to look at.
    /// </remarks>
    public static void Move(PlanSketch sketch, DateOnly from)
    {
        ArgumentNullException.ThrowIfNull(sketch);
        if (sketch.From is not { } was)
        {
            sketch.From = from;
            return;
        }

        var months = ((from.Year - was.Year) * 12) + from.Month - was.Month;
        (sketch.From, sketch.To) = (from, By(sketch.To, months));
        foreach (var phase in sketch.Phases)
        {
            (phase.From, phase.To) = (phase.From == was ? from : By(phase.From, months), By(phase.To, months));
        }

        sketch.Duties.ForEach(d => Move(d, months));
    }

    private static void Move(DutySketch duty, int months)
    {
        var year = duty.Due?.Year;
        (duty.Due, duty.OpensOn) = (By(duty.Due, months), By(duty.OpensOn, months));
        (duty.FirstMonth, duty.LastMonth) = (By(duty.FirstMonth, months), By(duty.LastMonth, months));
        if (year is { } before && duty.Due is { } due && due.Year != before)
        {
            var (old, now) = (before.ToString(CultureInfo.InvariantCulture), due.Year.ToString(CultureInfo.InvariantCulture));
            duty.Title = duty.Title.Replace($"{old}年", $"{now}年", StringComparison.Ordinal);
            duty.Id = duty.Id.Replace(old, now, StringComparison.Ordinal);
        }
    }

    /// <summary>The same day so many months later; the last day of a month stays the last day of its month.</summary>
    internal static DateOnly By(DateOnly day, int months)
    {
        var moved = day.AddMonths(months);
        return day.AddDays(1).Day == 1 ? new DateOnly(moved.Year, moved.Month, DateTime.DaysInMonth(moved.Year, moved.Month)) : moved;
    }

    private static DateOnly? By(DateOnly? day, int months) => day is { } known ? By(known, months) : null;
}
