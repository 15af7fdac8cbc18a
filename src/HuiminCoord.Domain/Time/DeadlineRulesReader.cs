namespace HuiminCoord.Domain.Time;

/// <summary>Judges a document of deadline rules.</summary>
internal static class DeadlineRulesReader
{
    private const string What = "Deadline rules";
    private const string CurrentSchema = "huimin-deadline-rules/1";

    public static DeadlineRules Read(string json)
    {
        var file = StrictJson.Read<RulesFile>(json, What);
        Require(file.Schema == CurrentSchema, $"schema '{file.Schema}' is not '{CurrentSchema}'");
        var rules = file.Rules.WithoutNulls($"{What}: rules").Select(RuleOf).ToList();
        rules.ForEach(Check);
        foreach (var versions in rules.GroupBy(r => r.Family, StringComparer.Ordinal))
        {
            CheckVersions([.. versions.OrderBy(r => r.Effective)]);
        }

        foreach (var rule in rules)
        {
            Require(rules.Count(r => r.Id == rule.Id) == 1, $"{rule.Id} appears twice");
            Require(rules.TrueForAll(r => r.Family != rule.Id || rule.Family == rule.Id), $"{rule.Id} is also the name of another rule's family");
        }

        return new DeadlineRules(rules);
    }

    /// <summary>Natural periods roll unless the document says otherwise; working days and hours have nothing to roll.</summary>
    private static DeadlineRule RuleOf(Rule rule)
    {
        var counted = rule.Unit is PeriodUnit.WorkingDay or PeriodUnit.Hour;
        Require(!counted || rule.Roll is null, $"{rule.Id}: a period in working days or hours does not roll");
        return new DeadlineRule(
            rule.Id,
            rule.Family ?? rule.Id,
            rule.What,
            rule.Length,
            rule.Unit,
            rule.Extension,
            rule.Roll ?? (counted ? RollRule.Keep : RollRule.NextWorkingDay),
            rule.Start,
            rule.Source,
            rule.Effective,
            rule.Until,
            rule.Confidence,
            rule.Note);
    }

    private static void Check(DeadlineRule rule)
    {
        Require(!string.IsNullOrWhiteSpace(rule.Id), "a rule has no id");
        Require(rule.Length > 0, $"{rule.Id}: length {rule.Length} is not positive");
        Require(rule.Extension is null or > 0, $"{rule.Id}: extension {rule.Extension} is not positive");
        Require(!(rule.Until < rule.Effective), $"{rule.Id}: it ends before it begins");
    }

    private static void CheckVersions(List<DeadlineRule> versions)
    {
        foreach (var (earlier, later) in versions.Zip(versions.Skip(1)))
        {
            Require(earlier.Until < later.Effective, $"{earlier.Id} and {later.Id} are in force on the same day");
        }
    }

    private static void Require(bool holds, string problem)
    {
        if (!holds)
        {
            throw new FormatException($"{What}: {problem}.");
        }
    }

    private sealed record RulesFile(string Schema, IReadOnlyList<Rule> Rules, IReadOnlyList<string>? Notes = null);

    private sealed record Rule(
        string Id,
        string What,
        int Length,
        PeriodUnit Unit,
        string Start,
        string Source,
        DateOnly Effective,
        string Confidence,
        string? Family = null,
        int? Extension = null,
        RollRule? Roll = null,
        DateOnly? Until = null,
        string? Note = null);
}
