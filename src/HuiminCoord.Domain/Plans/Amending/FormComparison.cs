using HuiminCoord.Domain.Plans.Reading;

namespace HuiminCoord.Domain.Plans.Amending;

/// <summary>What two versions say differently about the forms of reports. Columns stand by their codes: a column that is renamed is one difference.</summary>
internal static class FormComparison
{
    internal static IEnumerable<PlanDifference> Between(FormPlan? before, FormPlan? after) =>
    [
        .. PlanComparison.Listed(before?.Table.Columns ?? [], after?.Table.Columns ?? [], c => c.Code, Column, new(DifferenceKind.ColumnAdded, DifferenceKind.ColumnEnds, DifferenceKind.Column)),
        .. PlanComparison.Listed(before?.Table.Sections ?? [], after?.Table.Sections ?? [], s => s.Id, s => $"{s.Name} {s.Domain}", new(DifferenceKind.RowAdded, DifferenceKind.RowEnds, DifferenceKind.Row)),
        .. PlanComparison.Facts(DifferenceKind.Form, "forms.", Lines(before, after), Lines(after, before)),
    ];

    private static string Column(TableColumn column) => $"{column.Name}（{column.Unit}）{column.Group} {Fields.WordOf(column.Kind)}";

    private static List<(string Name, string Value)> Lines(FormPlan? forms, FormPlan? other) =>
        forms is null ? [] : [.. Table(forms.Table), .. Summary(forms.Summary), ("approval", Fields.WordOf(forms.Approval)), .. Periods(forms.Periods), .. Consolidation(forms.Consolidating), .. Orders(forms, other)];

    private static IEnumerable<(string Name, string Value)> Table(TableForm table)
    {
        yield return ("title", table.Title);
        foreach (var (profile, codes) in table.Without.Where(w => w.Value.Count > 0).OrderBy(w => w.Key))
        {
            yield return ($"without.{Fields.WordOf(profile)}", string.Join("、", codes.Order(StringComparer.Ordinal)));
        }

        if (table.Joint is { } joint)
        {
            yield return ("joint", joint);
        }

        foreach (var rule in table.Rules)
        {
            yield return ($"rules.{rule.Lower}.{rule.Upper}", $"{rule.Lower} ≤ {rule.Upper}");
        }

        if (table.Outliers is { } outliers)
        {
            yield return ("outliers", $"> {PlanWords.Number(outliers.Times)} × {PlanWords.Number(outliers.Months)}");
        }
    }

    private static IEnumerable<(string Name, string Value)> Summary(SummaryForm summary) =>
        summary.Sections.Select(s => ($"summary.{s.Id}", $"{s.Title}{(s.IsRequired ? "*" : "")} {s.Help}".TrimEnd()));

    private static IEnumerable<(string Name, string Value)> Periods(PeriodPlan periods) =>
    [
        ("from", PlanWords.Day(periods.From)), ("lastDay", PlanWords.Number(periods.LastDay)),
        .. periods.Annuals.OrderBy(a => a.Value.From).ThenBy(a => a.Key, StringComparer.Ordinal).Select(a => ($"annuals.{a.Key}", PlanWords.Window(a.Value))),
    ];

    private static IEnumerable<(string Name, string Value)> Consolidation(ConsolidationPlan plan) =>
    [
        ("dueWorkdays", PlanWords.Number(plan.DueWorkdays)), ("bulletinDay", PlanWords.Number(plan.BulletinDay)), ("objectionWorkdays", PlanWords.Number(plan.ObjectionWorkdays)),
        ("issuer", Fields.WordOf(plan.Issuer)), ("rank", plan.Rank ? "true" : "false"),
    ];

    /// <summary>The order of what both have: what comes or goes is told by itself.</summary>
    private static IEnumerable<(string Name, string Value)> Orders(FormPlan forms, FormPlan? other) => other is null ? [] :
    [
        ("order.columns", Order(forms.Table.Columns, other.Table.Columns, c => c.Code)), ("order.rows", Order(forms.Table.Sections, other.Table.Sections, s => s.Id)),
        ("order.summary", Order(forms.Summary.Sections, other.Summary.Sections, s => s.Id)),
    ];

    private static string Order<T>(IEnumerable<T> own, IEnumerable<T> others, Func<T, string> id) => string.Join("、", own.Select(id).Intersect(others.Select(id)));
}
