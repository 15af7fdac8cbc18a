using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>Dates and numbers as papers write them.</summary>
internal static class PaperWords
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>Printed on whatever a rehearsal made.</summary>
    internal const string Rehearsal = "推演数据，不作依据";

    /// <summary>Arabic digits without leading zeros (GB/T 9704-2012, 7.3.5): 2020年9月7日.</summary>
    internal static string Date(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";

    /// <summary>二十一. Beyond 99, where no paper of ours gets, in Arabic digits.</summary>
    internal static string Number(int number) => number switch
    {
        < 1 or > 99 => $"{number}",
        < 10 => $"{Digits[number]}",
        _ => $"{(number < 20 ? "" : Digits[number / 10])}十{(number % 10 == 0 ? "" : Digits[number % 10])}",
    };

    /// <summary>Days from one to another: 2020年9月26日至10月25日.</summary>
    internal static string Period(ReportPeriod period) => period switch
    {
        _ when period.From == period.To => Date(period.From),
        _ when period.From.Year == period.To.Year => $"{Date(period.From)}至{period.To.Month}月{period.To.Day}日",
        _ => $"{Date(period.From)}至{Date(period.To)}",
    };

    /// <summary>（征求意见稿）, or nothing for what is no draft.</summary>
    internal static string Bracketed(DraftWord word) => word switch
    {
        DraftWord.ForComments => "（征求意见稿）",
        DraftWord.ForApproval => "（送审稿）",
        _ => "",
    };

    /// <summary>How a unit stands, as papers say it.</summary>
    /// <param name="workdaysLate">Working days; null = not known or not late.</param>
    internal static string Standing(ReportStanding standing, int? workdaysLate) => standing switch
    {
        ReportStanding.Reported => "已报",
        ReportStanding.ReportedLate => workdaysLate is { } days ? $"逾期{days}个工作日" : "逾期已报",
        ReportStanding.Nil => "零报告",
        ReportStanding.Waived => "免报",
        _ => "未报",
    };

    /// <summary>Names on one line, 、 between them; those that are empty fall away.</summary>
    internal static string Names(IEnumerable<string> names) => string.Join('、', names.Select(PrintableText.Line).Where(name => name.Length > 0));
}
