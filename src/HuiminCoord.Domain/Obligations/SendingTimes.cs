using System.Globalization;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Obligations;

/// <summary>When reminders may go out: on working days, from the digest to the close of business.</summary>
public static class SendingTimes
{
    /// <summary>True when a due reminder may go out at this instant.</summary>
    public static bool Covers(DateTimeOffset now, PlanSettings settings, WorkingCalendar calendar)
    {
        var time = ChinaTime.TimeOf(now);
        return settings.DigestAt <= time && time < settings.CloseOfBusiness && calendar.IsWorkingDay(ChinaTime.DateOf(now));
    }

    /// <summary>The first digest strictly later than <paramref name="instant"/>.</summary>
    public static DateTimeOffset NextDigest(DateTimeOffset instant, PlanSettings settings, WorkingCalendar calendar)
    {
        var day = ChinaTime.DateOf(instant);
        var first = instant < ChinaTime.At(day, settings.DigestAt) ? day : day.AddDays(1);
        return ChinaTime.At(calendar.RollForward(first), settings.DigestAt);
    }

    /// <summary>Minute of a wake as inbox rows are keyed by it, Asia/Shanghai: <c>2020-09-22T09:00</c>.</summary>
    internal static string Slot(DateTimeOffset now) =>
        now.ToOffset(ChinaTime.Offset).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
