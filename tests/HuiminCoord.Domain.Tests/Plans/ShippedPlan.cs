using System.Text;
using HuiminCoord.Domain.Plans.Reading;

namespace HuiminCoord.Domain.Tests.Plans;

/// <summary>The plan that the server ships, and ways to spoil it.</summary>
internal static class ShippedPlan
{
    /// <summary>Stands before the value at which a problem is expected; it is taken out before the text is read.</summary>
    public const char Mark = '▲';

    public static string Json { get; } = Resource("huimin-2020.json");

    public static string Schema { get; } = Resource("plan.schema.json");

    /// <summary>Replaces one place; a place that is not there exactly once is a mistake in the test.</summary>
    public static string Replace(this string json, (string Old, string New) change)
    {
        var first = json.IndexOf(change.Old, StringComparison.Ordinal);
        Assert.True(first >= 0, $"not in the plan: {change.Old}");
        Assert.True(json.IndexOf(change.Old, first + 1, StringComparison.Ordinal) < 0, $"twice in the plan: {change.Old}");
        return json.Replace(change.Old, change.New, StringComparison.Ordinal);
    }

    /// <summary>Takes the marks out and tells where they stood, counted apart from the reader.</summary>
    public static (string Json, IReadOnlyList<PlanPosition> Marks) TakeMarks(string marked)
    {
        var marks = new List<PlanPosition>();
        var lines = marked.Split('\n');
        for (var line = 0; line < lines.Length; line++)
        {
            for (var at = lines[line].IndexOf(Mark, StringComparison.Ordinal); at >= 0; at = lines[line].IndexOf(Mark, StringComparison.Ordinal))
            {
                marks.Add(new PlanPosition(line + 1, at + 1));
                lines[line] = lines[line].Remove(at, 1);
            }
        }

        return (string.Join('\n', lines), marks);
    }

    private static string Resource(string name)
    {
        using var stream = typeof(ShippedPlan).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
