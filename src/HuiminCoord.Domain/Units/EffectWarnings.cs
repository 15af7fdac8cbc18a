using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Units;

/// <summary>Why a date that a plan names does not hold as it stands there.</summary>
public enum EffectWarningKind
{
    /// <summary>The new date of an open duty has passed: its former one stays.</summary>
    FormerDateStays,

    /// <summary>The office gave the unit a date of its own, and the plan's new one is not later: its own stays.</summary>
    OwnDateStays,

    /// <summary>The date has passed and the duty is open: it can be handed in, is never reminded of and never late.</summary>
    BindsNobody,

    /// <summary>The date of a new duty has passed: it never opens.</summary>
    NeverOpens,
}

/// <summary>A date of an amended plan that does not do what one may expect of it.</summary>
/// <param name="Planned">The date that the plan names.</param>
/// <param name="InForce">The date that holds for the unit; null = none.</param>
public sealed record EffectWarning(DutyId Duty, string Title, EffectWarningKind Kind, DateOnly Planned, DateOnly? InForce);

/// <summary>Finds the dates of an amended plan that do not hold, mostly because they have passed by the campaign's clock.</summary>
internal static class EffectWarnings
{
    /// <param name="before">With everything done that was due before.</param>
    /// <param name="joins">The version in force, for a unit that becomes a member: what was due for the others before is nothing new.</param>
    internal static IEnumerable<EffectWarning> Of(UnitState before, UnitTerms? former, UnitState after, UnitTerms terms, Plan? joins, DateTimeOffset now)
    {
        var open = terms.Open(after).Where(d => d.Kept.Assigned is null && !d.Reported).ToList();
        return [.. open.Select(d => OfOpen(before.Find(d.Kept.Id), former?.Find(d.Kept.Id), d, ChinaTime.DateOf(now))).OfType<EffectWarning>(), .. Never(before, former, after, terms, joins, ChinaTime.DateOf(now))];
    }

    private static EffectWarning? OfOpen(Obligation? was, DutyTerms? formerly, OpenDuty duty, DateOnly today)
    {
        var isNews = was is null || formerly?.Due != duty.Terms.Due;
        return !isNews || duty.Terms.Due is not { } planned ? null
            : duty.Due != planned ? Warning(planned < today ? EffectWarningKind.FormerDateStays : EffectWarningKind.OwnDateStays)
            : duty.EnteredLate ? Warning(EffectWarningKind.BindsNobody)
            : null;

        EffectWarning Warning(EffectWarningKind kind) => new(duty.Kept.Id, duty.Terms.Title, kind, planned, duty.EnteredLate ? null : duty.Due);
    }

    private static IEnumerable<EffectWarning> Never(UnitState before, UnitTerms? former, UnitState after, UnitTerms terms, Plan? joins, DateOnly today)
    {
        var known = joins?.Duties.SelectMany(Occurrence.Of).ToDictionary(o => o.Id, o => o.Due);
        return terms.Duties
            .Where(d => d.Due < today && (d.OpensOn is null || d.OpensOn <= today) && after.Find(d.Id) is null && before.Find(d.Id) is null)
            .Where(d => known is not null ? known.GetValueOrDefault(d.Id) != d.Due : !HasOpened(former!.Find(d.Id), before))
            .Select(d => new EffectWarning(d.Id, d.Title, EffectWarningKind.NeverOpens, d.Due!.Value, null));
    }

    private static bool HasOpened(DutyTerms? formerly, UnitState before) => formerly is not null && (formerly.OpensOn is null || formerly.OpensOn <= before.OpenedThrough);
}
