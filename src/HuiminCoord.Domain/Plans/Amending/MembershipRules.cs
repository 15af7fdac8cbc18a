using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans.Reading;

namespace HuiminCoord.Domain.Plans.Amending;

/// <summary>What may be put before the meeting: whatever could not become a version of the plan is refused before it is on an agenda.</summary>
public static class MembershipRules
{
    /// <summary>Longest reason, in characters.</summary>
    public const int LongestReason = 200;

    private const int LongestName = 40;

    /// <summary>What speaks against a wish under the plan in force; null = nothing.</summary>
    public static Refusal? Refuse(Plan plan, MembershipWish wish)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(wish);
        return FreeText.Refuse(wish.Reason, "reason.needed")
            ?? (wish.Reason.Length > LongestReason ? new Refusal("text.too-long", $"{LongestReason}") : null)
            ?? (wish.Change == MembershipChange.Add ? RefuseToAdd(plan, wish) : RefuseToRemove(plan, wish.Unit));
    }

    private static Refusal? RefuseToAdd(Plan plan, MembershipWish wish)
    {
        string[] names = [wish.Unit.Value, wish.Name, .. wish.Aliases];
        var spellings = plan.Units.SelectMany(u => (string[])[u.Id.Value, u.Name, .. u.Aliases]).ToHashSet(StringComparer.Ordinal);
        return plan.Unit(wish.Unit) is { } member ? new Refusal("membership.is-member", member.Name)
            : wish.Name.Length is 0 or > LongestName || wish.Aliases.Count > PlanLimits.Aliases || wish.Aliases.Any(a => a.Length is 0 or > LongestName) ? new Refusal("membership.name-needed", $"{LongestName}")
            : names.FirstOrDefault(spellings.Contains) is { } taken ? new Refusal("membership.name-taken", taken)
            : names.GroupBy(n => n).FirstOrDefault(g => g.Count() > 1) is { } twice ? new Refusal("membership.name-taken", twice.Key)
            : wish.Domains.FirstOrDefault(d => plan.Domain(d) is null) is { } unknown ? new Refusal("membership.domain-unknown", unknown)
            : null;
    }

    /// <summary>A lead unit owes the milestones of its tasks, and the convening unit is the office: neither can follow to another unit.</summary>
    private static Refusal? RefuseToRemove(Plan plan, UnitId unit) =>
        plan.Unit(unit) is not { } member ? new Refusal("unit.unknown", unit.Value)
        : plan.Convenor == unit ? new Refusal("membership.convenes", member.Name)
        : plan.Domains.FirstOrDefault(d => d.Lead == unit) is { } led ? new Refusal("membership.leads", member.Name, led.Name)
        : null;
}
