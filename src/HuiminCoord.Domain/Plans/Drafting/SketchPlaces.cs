using HuiminCoord.Domain.Plans.Reading;

namespace HuiminCoord.Domain.Plans.Drafting;

/// <summary>The steps in which a plan is filled in, in their order.</summary>
public enum SketchStep
{
    /// <summary>From which template.</summary>
    Template,

    /// <summary>Campaign, title and district.</summary>
    District,

    /// <summary>The issued paper and our words for its clauses.</summary>
    Document,

    /// <summary>Days of the campaign and its phases.</summary>
    Window,

    /// <summary>Members, and how they take part in domains and tasks.</summary>
    Units,

    /// <summary>What is owed by when.</summary>
    Duties,

    /// <summary>Reminders and settings.</summary>
    Reminders,

    /// <summary>Open questions with their defaults.</summary>
    Questions,

    /// <summary>Problems, summary, storing.</summary>
    Check,
}

/// <summary>A problem, and the step in which it is mended.</summary>
/// <param name="Place">Where it stands in the plan.</param>
public sealed record SketchProblem(SketchStep Step, PlanPlace Place, PlanProblem Problem);

/// <summary>Finds the step in which a problem of a plan's text was made.</summary>
public static class SketchPlaces
{
    /// <summary>All problems of a reading with their steps, in the order of the text.</summary>
    /// <param name="json">The text that was read.</param>
    public static IReadOnlyList<SketchProblem> Of(string json, PlanReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return Of(json, reading.Problems);
    }

    /// <summary>Problems with their steps, in the order given.</summary>
    /// <param name="json">The text in which they were found.</param>
    public static IReadOnlyList<SketchProblem> Of(string json, IReadOnlyList<PlanProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return [.. PlanPlaces.Of(json, problems).Zip(problems, (place, problem) => new SketchProblem(StepOf(place.Part), place, problem))];
    }

    /// <summary>The step in which a part of a plan is filled in.</summary>
    /// <param name="part">Its name in the text: <c>duties</c>; empty for the whole.</param>
    private static SketchStep StepOf(string part) => part switch
    {
        "campaign" or "title" or "district" => SketchStep.District,
        "document" or "clauses" => SketchStep.Document,
        "window" or "phases" => SketchStep.Window,
        "units" or "convenor" or "domains" or "tasks" => SketchStep.Units,
        "duties" => SketchStep.Duties,
        "ladders" or "settings" => SketchStep.Reminders,
        "questions" => SketchStep.Questions,
        _ => SketchStep.Check,
    };
}
