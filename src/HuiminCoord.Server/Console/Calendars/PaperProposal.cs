using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Server.Console.Calendars;

/// <summary>A paper that is prepared: what was typed and marked, so that it can be put away and taken up again.</summary>
public sealed record PaperProposal
{
    /// <summary>The paper so far.</summary>
    public PaperSketch Sketch { get; set; } = new();

    /// <summary>The festival to which days are marked.</summary>
    public int Festival { get; set; }

    /// <summary>True while days are marked as worked, false while they are marked as rest.</summary>
    public bool MarksWork { get; set; }

    /// <summary>The text of a file that was taken up; empty = there was none.</summary>
    public string Source { get; set; } = "";

    /// <summary>What the file made of the sketch: while it still does, the file's own text is imported.</summary>
    public string SourceJson { get; set; } = "";

    /// <summary>Who asks the director to decide about it; empty while it is only being written.</summary>
    public string ProposedBy { get; set; } = "";

    /// <summary>The first day that it decides; null while it decides none.</summary>
    internal DateOnly? FirstDay => Sketch.Festivals.SelectMany(f => f.Rest.Concat(f.Work)).Select(d => (DateOnly?)d).Min();

    /// <summary>An empty one.</summary>
    /// <param name="regional">True for the district's own days.</param>
    /// <param name="plan">The campaign; null for administrators of the server.</param>
    /// <param name="year">The year that is looked at.</param>
    internal static PaperProposal Begin(bool regional, Plan? plan, int year) => new()
    {
        Sketch = regional
            ? new() { Regional = true, Region = plan?.District.Code ?? "", RegionName = plan?.District.Name ?? "" }
            : new() { Year = year },
    };

    /// <summary>Takes up a paper from a file.</summary>
    /// <exception cref="FormatException">The text is no paper.</exception>
    internal static PaperProposal From(string json)
    {
        var sketch = PaperSketches.Of(CalendarPaper.Parse(json));
        return new() { Sketch = sketch, Source = json, SourceJson = Written(sketch) };
    }

    /// <summary>Marks a day, or takes its mark off.</summary>
    internal void Mark(DateOnly day) => PaperSketches.Mark(Sketch, Sketch.Festivals[Math.Clamp(Festival, 0, Sketch.Festivals.Count - 1)], day, MarksWork);

    /// <summary>The paper's text. An untouched file is imported as it came: its days may be written in other pieces than ours.</summary>
    internal string Json() => Source.Length > 0 && Written(Sketch) == SourceJson ? Source : PaperSketches.Json(Sketch);

    private static string Written(PaperSketch sketch) => PaperSketches.Missing(sketch).All(f => f == PaperField.Reason) ? PaperSketches.Json(sketch) : "";
}
