namespace HuiminCoord.Domain.Time;

/// <summary>What a period is counted in. An amount of money is no period: such rules are not deadline rules.</summary>
public enum PeriodUnit
{
    /// <summary>Days on which offices work, as the State Council's papers arrange them.</summary>
    WorkingDay,

    /// <summary>Natural days, rest days included.</summary>
    CalendarDay,

    /// <summary>Hours by the clock, counted from an instant.</summary>
    Hour,

    /// <summary>Calendar months: to the day of the same number, or the month's last day where there is none.</summary>
    Month,

    /// <summary>Calendar years, as twelve months each.</summary>
    Year,
}
