using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Obligations;

/// <summary>What the plan says of one obligation of one unit: everything its actor does not have to store.</summary>
/// <param name="Title">For people: 2020年9月小结和统计表.</param>
/// <param name="Due">Planned reporting date; null = undated.</param>
/// <param name="OpensOn">First open day; null = from the issue.</param>
/// <param name="Parts">Ids of its parts, at least one.</param>
/// <param name="ExcludedParts">Parts that the unit's profile does not owe.</param>
/// <param name="NextDue">Planned date of the next occurrence of the same duty, whose first rung absorbs weekly lines.</param>
public sealed record DutyTerms(
    DutyId Id,
    DutyKind Kind,
    string Title,
    string Clause,
    DateOnly? Due,
    DateOnly? OpensOn,
    IReadOnlyList<string> Parts,
    IReadOnlyList<string> ExcludedParts,
    DateOnly? NextDue,
    Ladder Ladder)
{
    /// <summary>The part of an obligation that has no declared parts.</summary>
    public const string Whole = "all";

    /// <summary>Terms of something that was assigned.</summary>
    public static DutyTerms Of(DutyId id, Assignment assigned, Plan plan) =>
        new(id, assigned.Kind, assigned.Title, assigned.Clause, assigned.Due, null, [Whole], [], null, plan.Ladders[assigned.Kind]);
}
