namespace HuiminCoord.Domain.Plans.Reading;

/// <summary>The forms of reports. Plans may leave them out: those of earlier programs have none.</summary>
internal static class FormsPart
{
    public static FormPlan? Read(Fields fields, Declared declared, IReadOnlyList<DutyPlan> duties)
    {
        if (!fields.Has("forms"))
        {
            return null;
        }

        var inner = fields.Inner("forms");
        var forms = new FormPlan(
            TablePart.Read(inner.Inner("table"), declared), Summary(inner.Inner("summary")), inner.Choice<ReportApproval>("approval") ?? default,
            PeriodsPart.Read(inner.Inner("periods"), declared, duties), Consolidation(inner));
        inner.Close();
        return forms;
    }

    private static SummaryForm Summary(Fields fields)
    {
        var ids = new DeclaredIds("summary section", "", fields.Problems);
        var summary = new SummaryForm([.. fields.Items("sections", PlanLimits.Entries, least: 1).Select(node => Section(new Fields(node, fields.Problems), ids))]);
        fields.Close();
        return summary;
    }

    private static SummarySection Section(Fields fields, DeclaredIds ids)
    {
        var id = fields.Id("id");
        ids.Declare(id, fields.At("id"));
        var section = new SummarySection(id, fields.Text("title"), fields.FlagIfAny("required") ?? false, fields.TextIfAny("help", PlanLimits.LongText));
        fields.Close();
        return section;
    }

    /// <summary>What is left out is as usual.</summary>
    private static ConsolidationPlan? Consolidation(Fields fields)
    {
        if (!fields.Has("consolidation"))
        {
            return null;
        }

        var (inner, usual) = (fields.Inner("consolidation"), ConsolidationPlan.Usual);
        var consolidation = new ConsolidationPlan(
            inner.WholeIfAny("dueWorkdays", 1, 60) ?? usual.DueWorkdays, inner.WholeIfAny("bulletinDay", 1, 28) ?? usual.BulletinDay,
            inner.WholeIfAny("objectionWorkdays", 1, 20) ?? usual.ObjectionWorkdays,
            inner.Has("issuer") ? inner.Choice<IssuingBody>("issuer") ?? default : usual.Issuer, inner.FlagIfAny("rank") ?? usual.Rank);
        inner.Close();
        return consolidation;
    }
}
