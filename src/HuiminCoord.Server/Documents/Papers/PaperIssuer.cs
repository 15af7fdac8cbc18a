using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>In whose name papers of the joint meeting go out.</summary>
internal static class PaperIssuer
{
    /// <summary>回民区市场监督管理局, 回民区人民政府办公室.</summary>
    internal static string Of(Plan plan, IssuingBody body) => body == IssuingBody.DistrictOffice
        ? $"{plan.District.Name}人民政府办公室"
        : WithDistrict(plan, plan.Unit(plan.Convenor)?.Name ?? plan.Convenor.Value);

    /// <summary>A unit as it signs: 回民区农牧局; 区政府办公室 is 回民区政府办公室.</summary>
    internal static string WithDistrict(Plan plan, string unit)
    {
        var district = plan.District.Name;
        return unit.StartsWith(district, StringComparison.Ordinal) ? unit
            : unit.StartsWith('区') && district.EndsWith('区') ? $"{district}{unit[1..]}"
            : $"{district}{unit}";
    }
}
