using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Amending;
using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>What two versions of a plan say differently about the forms of reports, in the page's language: columns and rows by their names.</summary>
internal sealed class FormDifferences(PageWords words, Plan before, Plan after)
{
    private const string Prefix = "forms.";

    private PageWords Words { get; } = words;

    /// <summary>A column of the table.</summary>
    internal (string Subject, string Was, string Is) Column(PlanDifference d) => Of(d, f => f.Table.Column(d.Subject), c => c.Name, (_, c) => Words["plan.column", c.Name, c.Unit, c.Group, Words[$"plan.figure.{c.Kind}"]]);

    /// <summary>A row of the table.</summary>
    internal (string Subject, string Was, string Is) Row(PlanDifference d) => Of(d, f => f.Table.Section(d.Subject), s => s.Name, (plan, s) => Words["plan.row", s.Name, plan.Domain(s.Domain)?.Name ?? s.Domain]);

    /// <summary>Anything else.</summary>
    internal (string Subject, string Was, string Is) Fact(PlanDifference d)
    {
        var name = d.Subject[Prefix.Length..];
        return (Subject(name.Split('.')), Said(name, before, d.Was), Said(name, after, d.Is));
    }

    private (string Subject, string Was, string Is) Of<T>(PlanDifference d, Func<FormPlan, T?> find, Func<T, string> name, Func<Plan, T, string> say)
        where T : class
    {
        var (was, becomes) = (Find(before), Find(after));
        return ((becomes ?? was) is { } seen ? name(seen) : d.Subject, was is null ? "" : say(before, was), becomes is null ? "" : say(after, becomes));

        T? Find(Plan plan) => plan.Forms is { } forms ? find(forms) : null;
    }

    private string Subject(string[] name) => name switch
    {
        ["without", var profile] => Words["plan.form.without", Words[$"plan.table.{Cased(profile)}"]],
        ["rules", ..] => Words["plan.form.rules"],
        ["annuals", var duty] => Words["plan.form.annuals", (after.Duties.FirstOrDefault(d => d.Id == duty) ?? before.Duties.FirstOrDefault(d => d.Id == duty))?.Title ?? duty],
        ["summary", ..] => Words["plan.form.summary"],
        _ => Words[$"plan.form.{string.Join('.', name)}"],
    };

    private string Said(string name, Plan plan, string value) => value.Length == 0 || plan.Forms is not { } forms ? value : name.Split('.') switch
    {
        ["without", _] => Columns(forms, value.Split('、')),
        ["joint"] => Columns(forms, [value]),
        ["rules", var lower, var upper] => $"{Columns(forms, [lower])} ≤ {Columns(forms, [upper])}",
        ["outliers"] => forms.Table.Outliers is { } rule ? Words["plan.form.outliers.line", rule.Times, rule.Months] : "",
        ["approval"] => Words[$"plan.form.approval.{forms.Approval}"],
        ["issuer"] => Words[$"plan.form.issuer.{forms.Consolidating.Issuer}"],
        ["rank"] => Words[forms.Consolidating.Rank ? "plan.form.rank.yes" : "plan.form.rank.no"],
        ["summary", var id] => forms.Summary.Sections.FirstOrDefault(s => s.Id == id) is { } section ? Section(section) : value,
        ["order", "columns"] => Columns(forms, value.Split('、')),
        ["order", "rows"] => string.Join(Words["page.comma"], value.Split('、').Select(id => forms.Table.Section(id)?.Name ?? id)),
        ["order", "summary"] => string.Join(Words["page.comma"], value.Split('、').Select(id => forms.Summary.Sections.FirstOrDefault(s => s.Id == id)?.Title ?? id)),
        _ => value,
    };

    private string Columns(FormPlan forms, IEnumerable<string> codes) => string.Join(Words["page.comma"], codes.Select(c => forms.Table.Column(c)?.Name ?? c));

    private string Section(SummarySection section) => $"{section.Title}{(section.IsRequired ? Words["plan.form.required"] : "")} {section.Help}".TrimEnd();

    private static string Cased(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
