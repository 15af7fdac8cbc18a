using System.Globalization;
using System.Text.Json.Nodes;

namespace HuiminCoord.Domain.Plans.Drafting;

/// <summary>How values of a sketch stand in a plan's text. What was left open is written as nothing, so that the reader says that it is missing.</summary>
internal static class SketchValues
{
    internal static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    internal static string Month(DateOnly? month) => month?.ToString("yyyy-MM", CultureInfo.InvariantCulture) ?? "";

    internal static string Time(TimeOnly? time) => time is { } said ? PlanJson.Time(said) : "";

    internal static JsonArray List(IEnumerable<string> texts) => [.. texts.Select(t => (JsonNode?)JsonValue.Create(t))];

    /// <summary>A text that may be left out.</summary>
    internal static void SetOrRemove(JsonObject node, string name, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            node.Remove(name);
        }
        else
        {
            node[name] = text;
        }
    }

    /// <summary>The entries of a list as the sketch has them: each as it was, with what the sketch says of it.</summary>
    /// <param name="present">The list so far.</param>
    /// <param name="entries">What stays and what comes, in order.</param>
    /// <param name="former">The id under which an entry stands so far.</param>
    /// <param name="write">Writes what the sketch says of it.</param>
    internal static JsonArray Listed<T>(JsonNode? present, IEnumerable<T> entries, Func<T, string> former, Action<JsonObject, T> write)
    {
        var known = (present?.AsArray() ?? []).Select(n => n!.AsObject()).ToLookup(n => (string?)n["id"] ?? "");
        var list = new JsonArray();
        foreach (var entry in entries)
        {
            var node = known[former(entry)].FirstOrDefault()?.DeepClone().AsObject() ?? new JsonObject { ["id"] = former(entry) };
            write(node, entry);
            list.Add((JsonNode)node);
        }

        return list;
    }
}
