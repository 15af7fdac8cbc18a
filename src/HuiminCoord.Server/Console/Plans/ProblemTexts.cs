using HuiminCoord.Domain.Plans.Drafting;
using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>Says where in a plan something is wrong, and what.</summary>
internal sealed class ProblemTexts(PageWords words)
{
    private PageWords Words { get; } = words;

    /// <summary>All problems of a text, in its order.</summary>
    internal IReadOnlyList<ProblemLine> Of(IEnumerable<SketchProblem> problems) => [.. problems.Select(Line)];

    /// <summary>The id of a row of a list on the page of its step: <c>duties-2</c>.</summary>
    internal static string Anchor(string part, string row) => $"{part}-{row}";

    private ProblemLine Line(SketchProblem found)
    {
        var (place, problem) = (found.Place, found.Problem);
        var part = place.Part.Length == 0 ? Words["plan.place.whole"] : Known($"plan.place.{place.Part}", Words[$"plan.place.{place.Part}"], place.Part);
        var property = place.Property.Length == 0 || place.Property == place.Part ? "" : Known($"plan.property.{place.Property}", Words[$"plan.property.{place.Property}"], place.Property);
        var where = string.Join(" · ", new[] { part, place.Subject, property }.Where(t => t.Length > 0));
        var anchor = place.Names.Count > 1 && char.IsAsciiDigit(place.Names[1][0]) ? Anchor(place.Part, place.Names[1]) : "";
        return new(found.Step, where, Known($"plan.problem.{problem.Code}", Words[$"plan.problem.{problem.Code}"], problem.Message), problem.ToString(), anchor);
    }

    /// <summary>A property that a later schema knows has no word yet: its own name says more than the word's.</summary>
    private static string Known(string name, string said, string otherwise) => said == name ? otherwise : said;
}
