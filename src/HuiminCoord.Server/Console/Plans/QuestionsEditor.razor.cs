using HuiminCoord.Domain.Plans.Drafting;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>What the paper leaves open, with the default that holds until somebody answers.</summary>
public sealed partial class QuestionsEditor : SketchEditor
{
    private Task Drop(QuestionSketch question)
    {
        Sketch.Questions.Remove(question);
        return Tell();
    }
}
