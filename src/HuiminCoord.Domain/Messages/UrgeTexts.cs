using System.Globalization;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Messages;

/// <summary>When and from where an urge text is written.</summary>
/// <param name="Now">Campaign time.</param>
/// <param name="OfficePhone">Empty = none is named.</param>
/// <param name="Link">Where to sign in; null where the server has no public address.</param>
public sealed record UrgeMoment(DateTimeOffset Now, WorkingCalendar Calendar, string OfficePhone, string? Link)
{
    /// <summary>Its day, Asia/Shanghai.</summary>
    public DateOnly Today => ChinaTime.DateOf(Now);
}

/// <summary>催报文字: what the office copies into a chat by hand. It sends nothing.</summary>
/// <remarks>A text names only the unit it is for: others' names are shown once the bulletin is issued, not in a chat group.</remarks>
public static class UrgeTexts
{
    /// <summary>To one unit.</summary>
    public static string ForUnit(string unit, string title, DateOnly? due, UrgeMoment moment)
    {
        ArgumentNullException.ThrowIfNull(moment);
        return $"{unit}：截至{DateWords.Minute(moment.Now, moment.Today)}，尚未收到“{title}”{Limit(due, moment)}。{Ask(due, moment)}{End(moment)}";
    }

    /// <summary>To everybody in a group, without names.</summary>
    /// <param name="silent">How many units have not reported.</param>
    public static string ForAll(string title, DateOnly? due, int silent, UrgeMoment moment)
    {
        ArgumentNullException.ThrowIfNull(moment);
        var until = DateWords.Minute(moment.Now, moment.Today);
        return silent == 0
            ? $"各单位：截至{until}，“{title}”已全部收到。"
            : string.Create(CultureInfo.InvariantCulture, $"各单位联络人：截至{until}，“{title}”还有{silent}个单位未报{Limit(due, moment)}。还未报送的单位，{Ask(due, moment)}{End(moment)}");
    }

    private static string Limit(DateOnly? due, UrgeMoment moment) => due is { } day
        ? $"，时限为{DateWords.Day(day, moment.Today)}，{DateWords.Countdown(day, moment.Today, moment.Calendar)}"
        : "";

    private static string Ask(DateOnly? due, UrgeMoment moment) => moment.Today > due
        ? "请尽快报送；确有困难的，请说明原因和预计报送时间。"
        : "请按时报送。";

    private static string End(UrgeMoment moment)
    {
        var phone = moment.OfficePhone.Length > 0 ? $"联系电话：{moment.OfficePhone}。" : "";
        return $"如已报纸质件，请联系联席办登记。{phone}{moment.Link}";
    }
}
