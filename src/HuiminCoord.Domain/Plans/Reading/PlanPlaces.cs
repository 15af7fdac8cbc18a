using System.Globalization;
using System.Text;

namespace HuiminCoord.Domain.Plans.Reading;

/// <summary>Where in a plan a problem stands, for people who do not see its text.</summary>
/// <param name="Names">From the root: <c>duties</c>, <c>2</c>, <c>schedule</c>, <c>due</c>; entries of lists by their numbers from 0. Empty for the whole plan.</param>
/// <param name="Subject">What the entry around it is called: its title, name or question; empty when it has none.</param>
public sealed record PlanPlace(IReadOnlyList<string> Names, string Subject)
{
    /// <summary>The whole plan.</summary>
    public static PlanPlace Whole { get; } = new([], "");

    /// <summary>The part of the plan: <c>units</c>; empty for the whole.</summary>
    public string Part => Names.Count == 0 ? "" : Names[0];

    /// <summary>The property that is wrong: <c>due</c>; empty when the place is an entry of a list.</summary>
    public string Property => Names.Count == 0 || char.IsAsciiDigit(Names[^1][0]) ? "" : Names[^1];
}

/// <summary>Finds the places of problems in the text in which they were found.</summary>
public static class PlanPlaces
{
    private static readonly string[] Called = ["title", "name", "ask", "where", "text", "id"];

    /// <summary>The place of each problem, in their order. A text that is no JSON has no places: all problems are about the whole.</summary>
    public static IReadOnlyList<PlanPlace> Of(string json, IReadOnlyList<PlanProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var places = new Dictionary<PlanPosition, PlanPlace>();
        if (problems.Count > 0 && PlacedJson.Read(Encoding.UTF8.GetBytes(json), new Problems()) is { } root)
        {
            Walk(root, PlanPlace.Whole, places);
        }

        return [.. problems.Select(p => places.GetValueOrDefault(new(p.Line, p.Column), PlanPlace.Whole))];
    }

    private static void Walk(PlacedNode node, PlanPlace place, Dictionary<PlanPosition, PlanPlace> places)
    {
        places.TryAdd(node.At, place);
        foreach (var property in (node as PlacedObject)?.Properties ?? [])
        {
            var inner = place with { Names = [.. place.Names, property.Name] };
            places.TryAdd(property.NameAt, inner);
            Walk(property.Value, inner, places);
        }

        foreach (var (item, i) in ((node as PlacedArray)?.Items ?? []).Select((item, i) => (item, i)))
        {
            Walk(item, new([.. place.Names, i.ToString(CultureInfo.InvariantCulture)], NameOf(item) ?? place.Subject), places);
        }
    }

    private static string? NameOf(PlacedNode item)
    {
        var texts = (item as PlacedObject)?.Properties.Where(p => p.Value is PlacedText { Value.Length: > 0 }).ToLookup(p => p.Name, p => ((PlacedText)p.Value).Value);
        return texts is null ? null : Called.SelectMany(name => texts[name]).FirstOrDefault();
    }
}
