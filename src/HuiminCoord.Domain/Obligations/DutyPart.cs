namespace HuiminCoord.Domain.Obligations;

/// <summary>Names of the parts of a report.</summary>
public static class DutyPart
{
    /// <summary>小结.</summary>
    public const string Summary = "summary";

    /// <summary>统计表.</summary>
    public const string Table = "table";
}
