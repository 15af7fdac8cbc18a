using System.Globalization;
using System.Text.RegularExpressions;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Console.Obligations;

/// <summary>Duties and their parts as the heads of columns call them: 11月报, 2020年度, 小结.</summary>
internal static partial class DutyNames
{
    /// <summary>A planned duty.</summary>
    internal static string Short(this PageWords words, Occurrence planned, DateOnly today) =>
        words.Short(planned.Id.Value, planned.Duty.Kind == DutyKind.Monthly, planned.Title, today);

    /// <summary>What a unit owes.</summary>
    internal static string Short(this PageWords words, ObligationRow row, DateOnly today) =>
        words.Short(row.Duty, row.Kind == "monthly", row.Title, today);

    /// <summary>11月; with its year where that is not this one.</summary>
    internal static string Month(this PageWords words, DateOnly month, DateOnly today) =>
        month.Year == today.Year ? words["duty.month", words.Month(month)] : words["duty.monthOfYear", words.Month(month), month.Year];

    /// <summary>9–10月.</summary>
    internal static string Months(this PageWords words, DateOnly first, DateOnly last) => words["duty.months", words.Month(first), words.Month(last)];

    /// <summary>小结, 统计表; a yearly report has a 总结 instead.</summary>
    internal static string Part(this PageWords words, string part, bool annual) => part switch
    {
        DutyPart.Summary => annual ? words["part.annual"] : words["part.summary"],
        DutyPart.Table => words["part.table"],
        DutyTerms.Whole => words["part.whole"],
        _ => part,
    };

    /// <summary>Several parts in a row.</summary>
    internal static string Parts(this PageWords words, IEnumerable<string> parts, bool annual) => string.Join(words["page.comma"], parts.Select(p => words.Part(p, annual)));

    /// <summary>The month of a monthly duty, by its id; null for others.</summary>
    internal static DateOnly? MonthOf(string duty) =>
        MonthAtEnd().Match(duty) is { Success: true } found ? DateOnly.ParseExact(found.Groups[1].Value, "yyyy-MM", CultureInfo.InvariantCulture) : null;

    private static string Month(this PageWords words, DateOnly month) =>
        words.Language == Language.English ? month.ToString("MMM", CultureInfo.InvariantCulture) : $"{month.Month}";

    private static string Short(this PageWords words, string duty, bool monthly, string title, DateOnly today) =>
        monthly && MonthOf(duty) is { } month ? words["duty.monthly", words.Month(month, today)]
        : YearAtStart().Match(title) is { Success: true } year ? words["duty.annual", year.Groups[1].Value]
        : title;

    [GeneratedRegex(@"-(\d{4}-(?:0[1-9]|1[0-2]))$")]
    private static partial Regex MonthAtEnd();

    [GeneratedRegex(@"^(\d{4})年")]
    private static partial Regex YearAtStart();
}
