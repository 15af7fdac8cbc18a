using System.Globalization;
using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Plans.Amending;

/// <summary>What two versions say differently about who owes what by when: compared by occurrence, because that is what units owe.</summary>
internal static class DutyComparison
{
    internal static IEnumerable<PlanDifference> Between(Plan before, Plan after)
    {
        var (was, now) = (Occurrences(before), Occurrences(after));
        foreach (var (id, gone) in was.Where(o => !now.ContainsKey(o.Key)))
        {
            yield return new(DifferenceKind.DutyEnds, id.Value, Line(gone, before), "");
        }

        foreach (var (id, occurrence) in now)
        {
            if (!was.TryGetValue(id, out var earlier))
            {
                yield return new(DifferenceKind.DutyAdded, id.Value, "", Line(occurrence, after));
                continue;
            }

            foreach (var difference in Of(id, earlier, occurrence, before, after))
            {
                yield return difference;
            }
        }
    }

    private static IEnumerable<PlanDifference> Of(DutyId id, Occurrence was, Occurrence now, Plan before, Plan after)
    {
        if (was.Due != now.Due)
        {
            yield return new(DifferenceKind.Due, id.Value, Day(was.Due), Day(now.Due));
        }

        if (Words(was) != Words(now))
        {
            yield return new(DifferenceKind.Duty, id.Value, Words(was), Words(now));
        }

        var (released, bound) = (was.Duty.OwedBy.Except(now.Duty.OwedBy).ToList(), now.Duty.OwedBy.Except(was.Duty.OwedBy).ToList());
        if (released.Count > 0)
        {
            yield return new(DifferenceKind.DutyEnds, id.Value, PlanWords.Names(before, released), "");
        }

        if (bound.Count > 0)
        {
            yield return new(DifferenceKind.DutyAdded, id.Value, "", PlanWords.Names(after, bound));
        }
    }

    private static Dictionary<DutyId, Occurrence> Occurrences(Plan plan) => plan.Duties.SelectMany(Occurrence.Of).ToDictionary(o => o.Id);

    private static string Line(Occurrence occurrence, Plan plan) =>
        $"{occurrence.Title}（{Day(occurrence.Due)}；{PlanWords.Names(plan, occurrence.Duty.OwedBy)}）";

    private static string Words(Occurrence o) =>
        $"{o.Title} [{o.Duty.Kind}] {string.Join("、", o.Duty.Parts)} ← {o.Duty.Clause}{(o.Duty.Phase is { } phase ? $" ({phase})" : "")}{(o.OpensOn is null ? "" : $" {Day(o.OpensOn)}—")}";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "—";
}
