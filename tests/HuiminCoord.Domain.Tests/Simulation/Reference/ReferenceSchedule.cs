using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Tests.Simulation.Reference;

/// <summary>By when the actor has to be awake again, worked out from everything that is still to come.</summary>
internal static class ReferenceSchedule
{
    /// <summary>How far ahead somebody is looked for who could receive a message.</summary>
    private const int SearchDays = 45;

    public static DateTime? Next(ReferenceUnit unit, DateTime now)
    {
        if (unit.PlanVersion == 0 || unit.LeftWith > 0)
        {
            return null;
        }

        var days = unit.DaysAt(now);
        var opening = unit.Papers.Remembered(unit).Where(o => o.OpensOn > unit.OpenedThrough && !unit.EverOpened.Contains(o.Id)).Min(o => o.OpensOn)?.ToDateTime(TimeOnly.MinValue);
        var dated = unit.Open.Any(d => d is { EnteredLate: false, Reported: false, Due: not null });
        var paper = dated ? unit.Papers.NextArrival(unit.DatesKnownAt) : null;
        var seat = unit.Proposal?.Term?.From.ToDateTime(TimeOnly.MinValue);
        DateTime? changes = unit.Changes is { } c ? WithReader(unit, days, days.NextDigest(c.Since, unit.Plan.Settings) is var first && first > now ? first : days.NextDigest(now, unit.Plan.Settings)) : null;
        return unit.Open.Select(d => Rungs(unit, d, now)).Append(opening).Append(paper).Append(changes).Append(seat).Min();
    }

    private static DateTime? Rungs(ReferenceUnit unit, ReferenceDuty duty, DateTime now)
    {
        var rungs = unit.RungsOf(duty, unit.DaysAt(now));
        var first = Firing.HasDue(duty, rungs, now) ? 0 : rungs.FindIndex(r => r.At >= duty.QuietUntil);
        var left = first < 0 ? [] : rungs.Skip(first).Where(r => !duty.Given.Contains(r.Id));
        return left.Select(r => Rung(unit, duty, r, now)).Min();
    }

    private static DateTime? Rung(ReferenceUnit unit, ReferenceDuty duty, ReferenceRung rung, DateTime now)
    {
        var days = unit.DaysAt(now);
        var at = rung.At > now && days.IsSendingTime(rung.At, unit.Plan.Settings) ? rung.At : days.NextDigest(rung.At > now ? rung.At : now, unit.Plan.Settings);
        return duty.FoundNobody.Contains(rung.Id) ? WithReader(unit, days, at, rung.To) : at;
    }

    private static DateTime? WithReader(ReferenceUnit unit, KnownDays days, DateTime at, IReadOnlyList<Role>? roles = null)
    {
        for (var end = at.AddDays(SearchDays); at < end; at = days.NextDigest(at, unit.Plan.Settings))
        {
            if ((roles ?? [Role.Liaison]).Any(role => unit.Route(role, DateOnly.FromDateTime(at)) is not null))
            {
                return at;
            }
        }

        return null;
    }
}
