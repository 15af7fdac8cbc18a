using HuiminCoord.Domain.Obligations;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>Titles of reports, from what the plan calls things.</summary>
internal static class ReportTitles
{
    /// <summary>回民区农牧局“衣食住行”领域市场整治2020年9月小结.</summary>
    /// <param name="unit">With its district: 回民区农牧局.</param>
    /// <param name="campaign">回民区“衣食住行”领域市场整治; the district is not said twice.</param>
    /// <param name="duty">The obligation: 2020年9月小结和统计表, 2020年总结和统计表.</param>
    internal static string Report(string unit, string district, string campaign, string duty) =>
        $"{unit}{(campaign.StartsWith(district, StringComparison.Ordinal) ? campaign[district.Length..] : campaign)}{DutyPart.TitleWithoutTable(duty)}";

    /// <summary>回民区“衣食住行”领域市场整治2020年9月小结: of the whole district.</summary>
    internal static string Consolidated(string campaign, string duty) => $"{campaign}{DutyPart.TitleWithoutTable(duty)}";

    /// <summary>关于2020年9月“衣食住行”领域市场整治工作情况的通报.</summary>
    /// <param name="month">2020年9月.</param>
    internal static string Bulletin(string campaign, string month) => $"关于{month}{campaign}工作情况的通报";
}
