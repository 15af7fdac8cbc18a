namespace HuiminCoord.Domain.Time;

/// <summary>A period that a law or a ministry's order sets, for as long as that text was in force.</summary>
/// <param name="Id">Names one version of the rule, such as <c>PEN-PUBLISH-2021</c>.</param>
/// <param name="Family">Names the duty through all its versions, such as <c>PEN-PUBLISH</c>; the id where there is one version.</param>
/// <param name="What">What has to be done, in our own words.</param>
/// <param name="Length">Length of the period, in <paramref name="Unit"/>.</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="Extension">What an approved extension adds, in the same unit; null when there is none.</param>
/// <param name="Roll">What becomes of a last day of rest. Working days and hours never need it.</param>
/// <param name="StartEvent">The event whose day (or instant) is the start.</param>
/// <param name="Source">The legal text and article.</param>
/// <param name="Effective">First day of force.</param>
/// <param name="Until">Last day of force; null when no end is known to us, which is not proof that there is none.</param>
/// <param name="Confidence">How sure we are, and of what.</param>
/// <param name="Note">What else a reader must know, or null.</param>
public sealed record DeadlineRule(
    string Id,
    string Family,
    string What,
    int Length,
    PeriodUnit Unit,
    int? Extension,
    RollRule Roll,
    string StartEvent,
    string Source,
    DateOnly Effective,
    DateOnly? Until,
    string Confidence,
    string? Note)
{
    /// <summary>True when the rule governs periods that start on <paramref name="startDate"/>.</summary>
    public bool IsInForceOn(DateOnly startDate) => Effective <= startDate && !(Until < startDate);

    /// <summary>The end of this rule's period.</summary>
    /// <param name="start">The starting event. Only hours look at its time; every other unit counts from its Shanghai date.</param>
    /// <param name="calendar">Decides which days are worked.</param>
    /// <param name="extended">True once the extension was approved: the whole length is counted again from the start.</param>
    /// <param name="cutoff">When the last day ends; hours end by the clock.</param>
    /// <param name="closesAt">Close of business, Shanghai; <see cref="Deadlines.DefaultClose"/> unless told.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rule was not in force on the start date.</exception>
    /// <exception cref="InvalidOperationException">An extension is asked of a rule that has none.</exception>
    public Deadline DeadlineFrom(DateTimeOffset start, WorkingCalendar calendar, bool extended = false, DayCutoff cutoff = DayCutoff.DayEnd, TimeOnly? closesAt = null)
    {
        var day = ChinaTime.DateOf(start);
        if (!IsInForceOn(day))
        {
            throw new ArgumentOutOfRangeException(nameof(start), start, $"{Id} was not in force on {day:yyyy-MM-dd}.");
        }

        var length = !extended ? Length : Length + (Extension ?? throw new InvalidOperationException($"{Id} knows no extension."));
        return Unit switch
        {
            PeriodUnit.WorkingDay => Deadlines.WorkingDays(day, length, calendar, cutoff, closesAt),
            PeriodUnit.CalendarDay => Deadlines.NaturalDays(day, length, Roll, calendar, cutoff, closesAt),
            PeriodUnit.Month => Deadlines.Months(day, length, Roll, calendar, cutoff, closesAt),
            PeriodUnit.Year => Deadlines.Years(day, length, Roll, calendar, cutoff, closesAt),
            _ => Deadlines.Hours(start, length, calendar),
        };
    }
}
