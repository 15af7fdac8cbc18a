namespace HuiminCoord.Domain.Plans.Reading;

/// <summary>The domains with their lead sections and cooperating units.</summary>
internal static class DomainsPart
{
    public static IReadOnlyList<DomainPlan> Read(Fields fields, Declared declared) =>
        [.. fields.Items("domains", PlanLimits.Entries).Select(node => Domain(new Fields(node, declared.Problems), declared))];

    private static DomainPlan Domain(Fields fields, Declared declared)
    {
        var id = fields.Id("id");
        declared.Domains.Declare(id, fields.At("id"));
        var domain = new DomainPlan(
            id,
            fields.Text("name"),
            fields.Text("goal", PlanLimits.LongText),
            declared.Units.Reference(fields, "lead"),
            Sections(fields, declared.Problems),
            declared.Units.References(fields, "cooperating"),
            declared.Clauses.Reference(fields, "clause"));
        fields.Close();
        return domain;
    }

    /// <summary>Section ids are unique within their domain only: one section may lead two domains.</summary>
    private static IReadOnlyList<SectionPlan> Sections(Fields domain, Problems problems)
    {
        var ids = new DeclaredIds("section", PlanProblemCode.SectionUnknown, problems);
        return [.. domain.Items("sections", PlanLimits.Entries, least: 1).Select(node => Section(new Fields(node, problems), ids))];
    }

    private static SectionPlan Section(Fields fields, DeclaredIds ids)
    {
        var id = fields.Id("id");
        ids.Declare(id, fields.At("id"));
        var section = new SectionPlan(id, fields.Text("name"));
        fields.Close();
        return section;
    }
}
