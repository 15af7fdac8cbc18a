namespace HuiminCoord.Domain.Plans.Reading;

/// <summary>Why a version takes the place of the one before. The first version has none, every later one must say.</summary>
internal static class AmendmentPart
{
    public static PlanAmendment? Read(Fields fields, int? version)
    {
        if (!fields.Has("amendment"))
        {
            if (version > 1)
            {
                fields.Problems.Add(fields.At("version"), PlanProblemCode.PropertyMissing, $"version {version} must say in 'amendment' why it takes the place of version {version - 1}");
            }

            return null;
        }

        var inner = fields.Inner("amendment");
        if (version == 1)
        {
            fields.Problems.Add(inner.Place, PlanProblemCode.PropertyUnknown, "version 1 amends nothing: 'amendment' belongs to later versions");
        }

        var amendment = new PlanAmendment(
            inner.Text("reason", PlanLimits.LongText), inner.Has("basis") ? inner.Text("basis") : "", inner.Choice<AmendingBody>("decidedBy") ?? default);
        inner.Close();
        return amendment;
    }
}
