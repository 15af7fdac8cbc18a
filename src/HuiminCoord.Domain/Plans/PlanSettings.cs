using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Plans;

/// <summary>What the paper leaves open and the office may change; each has a question in the plan.</summary>
/// <param name="Roll">What happens to a fixed reporting date on a rest day. It is kept, and reminded on the last working day before; other rules are refused until they are followed.</param>
/// <param name="Cutoff">Until when a submission counts as on time: 24:00 of the due date; other rules are refused until they are followed.</param>
/// <param name="DigestAt">Time of the daily digest on working days, Asia/Shanghai.</param>
/// <param name="CloseOfBusiness">End of office hours, Asia/Shanghai: a late reminder waits for the next digest after it.</param>
/// <param name="LongRestDays">A rung on the first working day after at least this many rest days comes before them instead.</param>
/// <param name="ReviewWorkdays">Working days the office has to review a submission.</param>
/// <param name="CorrectionWorkdays">Working days a unit has to correct a returned part.</param>
/// <param name="StaleTaskDays">Natural days without an update after which a task is 超期未更新.</param>
/// <param name="OfficePhone">Telephone of the joint-meeting office as printed in messages; may be empty.</param>
/// <param name="SlowTaskDays">Natural days without progress after which a task is 进展缓慢. Plans may leave it out: those of earlier programs have none.</param>
public sealed record PlanSettings(
    RollRule Roll,
    DayCutoff Cutoff,
    TimeOnly DigestAt,
    TimeOnly CloseOfBusiness,
    int LongRestDays,
    int ReviewWorkdays,
    int CorrectionWorkdays,
    int StaleTaskDays,
    string OfficePhone,
    int SlowTaskDays = PlanSettings.UsualSlowTaskDays)
{
    /// <summary>What holds where a plan does not say after how many days a task is 进展缓慢.</summary>
    public const int UsualSlowTaskDays = 15;
}
