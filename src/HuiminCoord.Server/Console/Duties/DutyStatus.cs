using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Obligations;
using HuiminCoord.Server.Console.Layout;

namespace HuiminCoord.Server.Console.Duties;

/// <summary>The state in which an obligation, or a part of one, is shown.</summary>
internal static class DutyStatus
{
    /// <summary>Of the whole.</summary>
    /// <param name="row">Its row.</param>
    /// <param name="today">The campaign's today.</param>
    /// <param name="calendar">The calendar as known today.</param>
    /// <param name="begun">Somebody has begun to write.</param>
    internal static Status Of(ObligationRow row, DateOnly today, WorkingCalendar calendar, bool begun = false) => row.Stage switch
    {
        Stages.Accepted => Status.Accepted,
        Stages.Waived => Status.Waived,
        Stages.Ended => Status.Off,
        Stages.Returned => Status.Returned,
        Stages.Submitted => row.OnTime == false ? Status.LateSubmitted : Status.Submitted,
        _ => Open(row, today, calendar, begun),
    };

    /// <summary>Of one part.</summary>
    internal static Status OfPart(PartStage stage, ObligationRow row, DateOnly today, WorkingCalendar calendar, bool begun = false) => stage switch
    {
        PartStage.Accepted => Status.Accepted,
        PartStage.Waived => Status.Waived,
        PartStage.Returned => Status.Returned,
        PartStage.Submitted => row.OnTime == false ? Status.LateSubmitted : Status.Submitted,
        _ => Open(row, today, calendar, begun),
    };

    /// <summary>What is overdue is said before what is begun: the date does not wait for it.</summary>
    private static Status Open(ObligationRow row, DateOnly today, WorkingCalendar calendar, bool begun) =>
        ObligationView.IsOverdue(row, today) ? Status.Late
        : begun ? Status.Filling
        : ObligationView.IsNear(row, today, calendar) ? Status.Soon
        : Status.NotStarted;
}
