using System.Globalization;
using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Plans;

/// <summary>One due instance of a duty, as planned.</summary>
/// <param name="Due">Reporting date (报送时限), Asia/Shanghai; null when the paper gives none.</param>
/// <param name="OpensOn">First day on which it is open; null = from the plan's issue.</param>
/// <param name="Period">What it reports on, for people: 2020年9月; empty for a single duty.</param>
public sealed record Occurrence(DutyId Id, DutyPlan Duty, DateOnly? Due, DateOnly? OpensOn, string Period)
{
    /// <summary>Full name for people: 2020年9月小结和统计表.</summary>
    public string Title => Period + Duty.Title;

    /// <summary>All occurrences of a duty, earliest first.</summary>
    /// <remarks>
    /// A monthly occurrence opens the day after the one before it was due, so that at any time exactly one not yet due
    /// occurrence is open and a unit's document stays small.
    /// </remarks>
    public static IReadOnlyList<Occurrence> Of(DutyPlan duty) => duty.Schedule switch
    {
        DutySchedule.Undated => [new(new DutyId(duty.Id), duty, null, null, "")],
        DutySchedule.Once once => [new(new DutyId(duty.Id), duty, once.Due, once.OpensOn, "")],
        DutySchedule.Monthly monthly => [.. Monthly(duty, monthly)],
        _ => throw new InvalidOperationException($"Unknown schedule {duty.Schedule.GetType().Name}."),
    };

    /// <summary>The planned occurrence with this id, or null.</summary>
    public static Occurrence? Find(Plan plan, DutyId id)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Duties.SelectMany(Of).FirstOrDefault(o => o.Id == id);
    }

    private static IEnumerable<Occurrence> Monthly(DutyPlan duty, DutySchedule.Monthly schedule)
    {
        DateOnly? opensOn = null;
        for (var month = schedule.From; month <= schedule.To; month = month.AddMonths(1))
        {
            var due = DueIn(month, schedule.Day);
            var id = string.Create(CultureInfo.InvariantCulture, $"{duty.Id}-{month:yyyy-MM}");
            var period = string.Create(CultureInfo.InvariantCulture, $"{month.Year}年{month.Month}月");
            yield return new(new DutyId(id), duty, due, opensOn, period);
            opensOn = due.AddDays(1);
        }
    }

    private static DateOnly DueIn(DateOnly month, int day) =>
        new(month.Year, month.Month, Math.Min(day, DateTime.DaysInMonth(month.Year, month.Month)));
}
