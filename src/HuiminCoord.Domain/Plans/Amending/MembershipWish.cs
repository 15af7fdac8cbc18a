using HuiminCoord.Domain.Identity;
using Orleans;

namespace HuiminCoord.Domain.Plans.Amending;

/// <summary>A member unit that shall join or leave, before the joint meeting has decided: kept so that an agenda can show it.</summary>
/// <param name="Name">What the unit is called.</param>
/// <param name="Aliases">Other names of a unit that joins.</param>
/// <param name="Table">Which statistics table it would fill.</param>
/// <param name="Domains">Ids of the domains in which it would cooperate.</param>
/// <param name="Reason">Why, for the agenda.</param>
[GenerateSerializer, Immutable, Alias("membership-wish")]
public sealed record MembershipWish(
    UnitId Unit, MembershipChange Change, string Name, IReadOnlyList<string> Aliases, TableProfile Table, IReadOnlyList<string> Domains, string Reason)
{
    /// <summary>By what it holds; records compare lists by reference.</summary>
    public bool SameAs(MembershipWish other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other with { Aliases = Aliases, Domains = Domains } == this && other.Aliases.SequenceEqual(Aliases) && other.Domains.SequenceEqual(Domains);
    }

    /// <summary>True when the plan already is as the wish wants it.</summary>
    public bool IsFulfilledBy(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return (plan.Unit(Unit) is not null) == (Change == MembershipChange.Add);
    }
}

/// <summary>Whether a unit joins or leaves.</summary>
public enum MembershipChange
{
    /// <summary>增加成员单位.</summary>
    Add,

    /// <summary>不再作为成员单位.</summary>
    Remove,
}

/// <summary>Wishes that wait, as the campaign's register keeps them.</summary>
[Alias("membership-wishes")]
public sealed record MembershipWishes
{
    /// <summary>In the order in which they came.</summary>
    public IReadOnlyList<MembershipWish> Wishes { get; init; } = [];
}
