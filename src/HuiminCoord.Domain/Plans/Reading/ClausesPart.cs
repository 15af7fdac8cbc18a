namespace HuiminCoord.Domain.Plans.Reading;

/// <summary>The clauses of the paper.</summary>
internal static class ClausesPart
{
    public static IReadOnlyList<Clause> Read(Fields fields, Declared declared) =>
        [.. fields.Items("clauses", PlanLimits.Clauses).Select(node => Clause(new Fields(node, declared.Problems), declared))];

    private static Clause Clause(Fields fields, Declared declared)
    {
        var id = fields.Id("id");
        declared.Clauses.Declare(id, fields.At("id"));
        var clause = new Clause(id, fields.Text("where"), fields.Text("gist", PlanLimits.LongText));
        fields.Close();
        return clause;
    }
}
