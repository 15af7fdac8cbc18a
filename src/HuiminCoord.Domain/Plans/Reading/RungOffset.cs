namespace HuiminCoord.Domain.Plans.Reading;

/// <summary>When a rung fires: at the plan's issue, or so many working days from the 办理日.</summary>
/// <param name="Days">Null = at the issue.</param>
internal readonly record struct RungOffset(int? Days)
{
    private const string AtIssue = "issue";
    private const int Furthest = 250;

    /// <summary>Reads 'offset'; null after a mistake.</summary>
    public static RungOffset? Read(Fields fields)
    {
        if (fields.IsText("offset"))
        {
            return fields.Text("offset") is var word && word == AtIssue ? new RungOffset(null) : Unknown(fields, word);
        }

        return fields.Whole("offset", -Furthest, Furthest) is { } days ? new RungOffset(days) : null;
    }

    private static RungOffset? Unknown(Fields fields, string word)
    {
        if (word.Length > 0)
        {
            fields.Problems.Add(fields.At("offset"), PlanProblemCode.ChoiceUnknown, $"'offset' must be a number of working days or '{AtIssue}', not {Problems.Quote(word)}");
        }

        return null;
    }
}
