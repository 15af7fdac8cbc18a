namespace HuiminCoord.Domain.Plans.Reading;

/// <summary>The open questions to the convenor.</summary>
internal static class QuestionsPart
{
    public static IReadOnlyList<OpenQuestion> Read(Fields fields)
    {
        var ids = new DeclaredIds("question", "", fields.Problems);
        return [.. fields.Items("questions", PlanLimits.Questions).Select(node => Question(new Fields(node, fields.Problems), ids))];
    }

    private static OpenQuestion Question(Fields fields, DeclaredIds ids)
    {
        var id = fields.Id("id");
        ids.Declare(id, fields.At("id"));
        var question = new OpenQuestion(
            id, fields.Text("ask", PlanLimits.LongText), fields.Text("default", PlanLimits.LongText), fields.Text("affects"),
            fields.Has("answer") ? fields.Text("answer", PlanLimits.LongText) : null);
        fields.Close();
        return question;
    }
}
