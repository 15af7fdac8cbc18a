namespace HuiminCoord.Domain.Obligations;

/// <summary>Names of the parts of a report.</summary>
public static class DutyPart
{
    /// <summary>小结.</summary>
    public const string Summary = "summary";

    /// <summary>统计表.</summary>
    public const string Table = "table";

    /// <summary>A report's title for a unit that owes no table: 小结和统计表 becomes 小结.</summary>
    public static string TitleWithoutTable(string title) => title.Replace("和统计表", "", StringComparison.Ordinal);
}
