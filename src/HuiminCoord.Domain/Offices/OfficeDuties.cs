using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Offices;

/// <summary>What the office owes of a period's reports.</summary>
public enum OfficeDutyKind
{
    /// <summary>审核: nothing that was handed in on time waits any more.</summary>
    Review,

    /// <summary>汇总报送: the district's table has gone upward.</summary>
    Consolidation,

    /// <summary>通报: the bulletin is issued.</summary>
    Bulletin,
}

/// <summary>One duty of the office, by its period and kind.</summary>
public sealed record OfficeDutyAt(DutyId Period, OfficeDutyKind Kind);

/// <summary>A duty of the office with its date.</summary>
/// <param name="Occurrence">The month or year whose reports it is about.</param>
/// <param name="Due">Asia/Shanghai; counted in working days from the units' reporting date, the bulletin's is a day of the month after.</param>
public sealed record OfficeDuty(OfficeDutyKind Kind, Occurrence Occurrence, DateOnly Due)
{
    /// <summary>Which one it is.</summary>
    public OfficeDutyAt At => new(Occurrence.Id, Kind);
}

/// <summary>The office owes too: it reviews, consolidates and tells, each by a date that the plan gives.</summary>
public static class OfficeDuties
{
    /// <summary>The periods of which there is a table, earliest first; none in a plan without forms.</summary>
    public static IEnumerable<Occurrence> Periods(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Forms is null ? []
            : plan.Duties.Where(d => d.Kind is DutyKind.Monthly or DutyKind.Annual && d.Parts.Contains(DutyPart.Table)).SelectMany(Occurrence.Of).OrderBy(o => o.Due);
    }

    /// <summary>All of them, period by period.</summary>
    public static IEnumerable<OfficeDuty> Of(Plan plan, WorkingCalendar calendar) => Periods(plan).SelectMany(o => Of(plan, o, calendar));

    /// <summary>Those of one period; none where its reporting date is open.</summary>
    public static IEnumerable<OfficeDuty> Of(Plan plan, Occurrence period, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(calendar);
        if (plan.Forms is not { Consolidating: { } rules } || period.Due is not { } due)
        {
            return [];
        }

        var months = new OfficeDuty(OfficeDutyKind.Bulletin, period, BulletinDay(due, rules));
        return [
            new(OfficeDutyKind.Review, period, calendar.AddWorkingDays(due, plan.Settings.ReviewWorkdays)),
            new(OfficeDutyKind.Consolidation, period, calendar.AddWorkingDays(due, rules.DueWorkdays)),
            .. period.Duty.Kind == DutyKind.Monthly ? [months] : (OfficeDuty[])[],
        ];
    }

    /// <summary>The day of the month after the reporting date on which the bulletin goes out.</summary>
    public static DateOnly BulletinDay(DateOnly due, ConsolidationPlan rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return new DateOnly(due.Year, due.Month, 1).AddMonths(1).AddDays(rules.BulletinDay - 1);
    }
}
