using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Consolidations;

/// <summary>How long units may object to a bulletin's draft.</summary>
public static class ObjectionTime
{
    /// <summary>The last day for objections to a draft that goes round today, unless somebody says another: what units were promised is not cut short.</summary>
    /// <param name="bulletin">As it went round before; null = it did not.</param>
    /// <param name="today">Asia/Shanghai.</param>
    public static DateOnly Until(Bulletin? bulletin, ConsolidationPlan rules, WorkingCalendar calendar, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(calendar);
        var usual = calendar.AddWorkingDays(today, rules.ObjectionWorkdays);
        return bulletin is { } before && before.ObjectionsUntil > usual ? before.ObjectionsUntil : usual;
    }
}
