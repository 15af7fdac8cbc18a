using HuiminCoord.Domain.Plans;
using Orleans;

namespace HuiminCoord.Domain.Units;

/// <summary>The form with which parts of a report are handed in. The figures and texts themselves are kept apart, under their hash.</summary>
/// <param name="Version">Number of the version within the report; each is handed in once.</param>
/// <param name="Sheet">SHA-256 of what was filled in, 64 lower-case hexadecimal digits.</param>
/// <param name="ApprovedAt">When the unit approved it: by this it is judged, also when the unit's actor hears of it later; null = now.</param>
[GenerateSerializer, Immutable, Alias("form-ref")]
public sealed record FormRef(int Version, string Sheet, DateTimeOffset? ApprovedAt = null)
{
    /// <summary>True for what is handed in with a form and not without: monthly and annual reports of a plan that has forms.</summary>
    public static bool IsAskedFor(Plan plan, DutyKind kind)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Forms is not null && kind is DutyKind.Monthly or DutyKind.Annual;
    }
}
