using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Amending;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Units;

namespace HuiminCoord.Server.Api.Memberships;

/// <summary>Putting before the joint meeting that a unit joins or leaves.</summary>
/// <param name="Change">增加 add, 不再作为成员单位 remove.</param>
/// <param name="Unit">Its id: a new one for a unit that joins.</param>
/// <param name="Reason">Why, for the agenda.</param>
/// <param name="Name">What a unit that joins is called.</param>
/// <param name="Aliases">Other names of it.</param>
/// <param name="Table">Which statistics table it would fill.</param>
/// <param name="Domains">Domains, by id, in which it would cooperate.</param>
public sealed record ProposeMembershipBody(
    MembershipChange Change, [property: IdWord] string Unit, [property: Words(MembershipRules.LongestReason, 1)] string Reason,
    [property: Words(40)] string? Name = null, [property: WordList(20, 40)] IReadOnlyList<string>? Aliases = null,
    TableProfile Table = TableProfile.Managing, [property: IdList(50)] IReadOnlyList<string>? Domains = null)
{
    /// <summary>A unit that leaves is called as the plan calls it.</summary>
    internal MembershipWish To(Plan plan)
    {
        var (unit, adds) = (new UnitId(Unit), Change == MembershipChange.Add);
        return new(
            unit, Change, adds ? (Name ?? "").Trim() : plan.Unit(unit)?.Name ?? "", adds ? [.. (Aliases ?? []).Select(a => a.Trim()).Distinct()] : [],
            adds ? Table : plan.Unit(unit)?.Table ?? Table, adds ? [.. (Domains ?? []).Distinct()] : [], Reason.Trim());
    }
}

/// <summary>Giving up what was put before the meeting.</summary>
/// <param name="Reason">Why: the office has thought better of it, or the meeting did not agree.</param>
public sealed record WithdrawMembershipBody([property: Words(MembershipRules.LongestReason, 1)] string Reason);

/// <summary>The decision of the meeting on which the version rests.</summary>
/// <param name="Basis">Which meeting.</param>
public sealed record ChangeMembersBody([property: Words(100, 1)] string Basis);

/// <summary>What waits for the joint meeting.</summary>
/// <param name="Units">Member units that shall join or leave.</param>
/// <param name="Seats">Units that shall have another member, undecided or waiting for its day.</param>
internal sealed record MembershipView(IReadOnlyList<MembershipWishView> Units, IReadOnlyList<MemberView> Seats);

/// <summary>A unit that shall join or leave.</summary>
/// <param name="DomainNames">What the domains are called.</param>
public sealed record MembershipWishView(
    string Unit, MembershipChange Change, string Name, IReadOnlyList<string> Aliases, TableProfile Table, IReadOnlyList<string> Domains, IReadOnlyList<string> DomainNames, string Reason)
{
    internal static MembershipWishView Of(MembershipWish wish, Plan plan) => new(
        wish.Unit.Value, wish.Change, wish.Name, wish.Aliases, wish.Table, wish.Domains, [.. wish.Domains.Select(d => plan.Domain(d)?.Name ?? d)], wish.Reason);
}
