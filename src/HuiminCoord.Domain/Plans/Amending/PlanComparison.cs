namespace HuiminCoord.Domain.Plans.Amending;

/// <summary>What an amendment changes: everything in which two versions of a plan differ, in the order in which people read a plan.</summary>
public static class PlanComparison
{
    /// <summary>All differences; none means that the versions say the same.</summary>
    public static IReadOnlyList<PlanDifference> Between(Plan before, Plan after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return [
            .. Facts(DifferenceKind.Head, "", PlanWords.Head(before), PlanWords.Head(after)),
            .. Facts(DifferenceKind.Setting, "settings.", PlanWords.Settings(before.Settings), PlanWords.Settings(after.Settings)),
            .. Listed(before.Units, after.Units, u => u.Id.Value, PlanWords.Unit, new(DifferenceKind.UnitJoins, DifferenceKind.UnitLeaves, DifferenceKind.Unit)),
            .. DutyComparison.Between(before, after),
            .. Facts(DifferenceKind.Ladder, "ladders.", PlanWords.Ladders(before), PlanWords.Ladders(after)),
            .. Facts(DifferenceKind.Meeting, "meetings.", MeetingLines.Of(before), MeetingLines.Of(after)),
            .. FormComparison.Between(before.Forms, after.Forms),
            .. Listed(before.Domains, after.Domains, d => d.Id, PlanWords.Domain, Same(DifferenceKind.Domain)),
            .. Listed(before.Tasks, after.Tasks, t => t.Id.Value, PlanWords.Task, new(DifferenceKind.TaskAdded, DifferenceKind.TaskEnds, DifferenceKind.Task)),
            .. Listed(before.Phases, after.Phases, p => p.Id.Value, PlanWords.Phase, new(DifferenceKind.PhaseAdded, DifferenceKind.Phase, DifferenceKind.Phase)),
            .. Questions(before, after),
            .. Listed(before.Clauses, after.Clauses, c => c.Id, c => $"{c.Where}：{c.Gist}", Same(DifferenceKind.Clause))];
    }

    /// <summary>Codes for what comes, what goes and what stays but differs.</summary>
    internal sealed record Codes(string Added, string Gone, string Changed);

    internal static IEnumerable<PlanDifference> Listed<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> id, Func<T, string> words, Codes codes)
    {
        var was = before.ToDictionary(id, words);
        var now = after.ToDictionary(id, words);
        foreach (var gone in before.Select(id).Where(i => !now.ContainsKey(i)))
        {
            yield return new(codes.Gone, gone, was[gone], "");
        }

        foreach (var key in after.Select(id))
        {
            if (!was.TryGetValue(key, out var earlier))
            {
                yield return new(codes.Added, key, "", now[key]);
            }
            else if (earlier != now[key])
            {
                yield return new(codes.Changed, key, earlier, now[key]);
            }
        }
    }

    private static Codes Same(string code) => new(code, code, code);

    internal static IEnumerable<PlanDifference> Facts(
        string code, string prefix, IReadOnlyList<(string Name, string Value)> before, IReadOnlyList<(string Name, string Value)> after) =>
        Listed(before, after, f => prefix + f.Name, f => f.Value, Same(code));

    private static IEnumerable<PlanDifference> Questions(Plan before, Plan after)
    {
        var was = before.Questions.ToDictionary(q => q.Id);
        foreach (var question in after.Questions.Where(q => was.GetValueOrDefault(q.Id)?.Answer != q.Answer))
        {
            yield return new(DifferenceKind.Answer, question.Id, was.GetValueOrDefault(question.Id)?.Answer ?? question.Default, question.Answer ?? question.Default);
        }

        foreach (var difference in Listed(before.Questions, after.Questions, q => q.Id, q => $"{q.Ask} {q.Default} ({q.Affects})", Same(DifferenceKind.Question)))
        {
            yield return difference;
        }
    }
}
