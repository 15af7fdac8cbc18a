using System.Globalization;

namespace HuiminCoord.Domain.Time;

/// <summary>Puts papers together day by day, and takes them apart.</summary>
public static class PaperSketches
{
    /// <summary>The sketch of a paper: made into a paper again, it is the same.</summary>
    /// <exception cref="FormatException">A day in it is malformed or named twice.</exception>
    public static PaperSketch Of(CalendarPaper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var (national, regional) = (paper.National, paper.Regional);
        return new PaperSketch
        {
            Regional = regional is not null,
            Year = national?.Year,
            Number = NumberOf(national?.Id),
            Region = regional?.Region ?? "",
            RegionName = regional?.Name ?? "",
            PublishedOn = paper.PublishedOn,
            Document = paper.Document ?? "",
            Url = paper.Url ?? "",
            Note = regional?.Note ?? "",
            Festivals = [.. (national?.Festivals ?? regional!.Festivals).Select(f => Festival(f, paper.Id))],
        };
    }

    /// <summary>The paper's text, as it is imported.</summary>
    /// <exception cref="InvalidOperationException">Something is missing: see <see cref="Missing"/>.</exception>
    public static string Json(PaperSketch sketch)
    {
        ArgumentNullException.ThrowIfNull(sketch);
        var lacks = Missing(sketch).Where(f => f != PaperField.Reason).ToList();
        if (lacks.Count > 0)
        {
            throw new InvalidOperationException($"The sketch lacks {string.Join(", ", lacks)}.");
        }

        var festivals = sketch.Festivals.Where(HasDays).Select(f => new HolidayTableFile.Festival(f.Name.Trim(), Intervals(f.Rest), Intervals(f.Work))).ToList();
        var (document, url, published) = (OrNull(sketch.Document), OrNull(sketch.Url), sketch.PublishedOn!.Value);
        return sketch.Regional
            ? new CalendarPaper(null, new(sketch.Region, sketch.RegionName.Trim(), published, sketch.Note.Trim(), festivals, document, url)).Json
            : new CalendarPaper(new(string.Create(CultureInfo.InvariantCulture, $"{sketch.Year}-{sketch.Number}"), sketch.Year!.Value, published, url!, festivals, document), null).Json;
    }

    /// <summary>What a paper that is put together here may not lack. Whether it goes together with the others shows the import's preview.</summary>
    public static IEnumerable<PaperField> Missing(PaperSketch sketch)
    {
        ArgumentNullException.ThrowIfNull(sketch);
        var days = sketch.Festivals.Where(HasDays).ToList();
        (bool Lacks, PaperField Field)[] fields =
        [
            (!sketch.Regional && (sketch.Year is null || sketch.Number is null), PaperField.Year),
            (sketch.Regional && !RegionalLayer.IsDivisionCode(sketch.Region), PaperField.Region),
            (sketch.Regional && IsBlank(sketch.RegionName), PaperField.RegionName),
            (sketch.PublishedOn is null, PaperField.PublishedOn),
            (IsBlank(sketch.Document), PaperField.Document),
            (!sketch.Regional && IsBlank(sketch.Url), PaperField.Url),
            (days.Exists(f => IsBlank(f.Name)), PaperField.Festival),
            (days.Count == 0, PaperField.Days),
            (IsBlank(sketch.Reason), PaperField.Reason),
        ];
        return fields.Where(f => f.Lacks).Select(f => f.Field);
    }

    /// <summary>Marks a day as one of rest or of work on account of a festival; marked so already, the mark is taken off.</summary>
    public static void Mark(PaperSketch sketch, FestivalSketch festival, DateOnly day, bool works)
    {
        ArgumentNullException.ThrowIfNull(sketch);
        ArgumentNullException.ThrowIfNull(festival);
        var stood = (works ? festival.Work : festival.Rest).Contains(day);
        foreach (var one in sketch.Festivals)
        {
            one.Rest.Remove(day);
            one.Work.Remove(day);
        }

        if (!stood)
        {
            (works ? festival.Work : festival.Rest).Add(day);
        }
    }

    /// <summary>What the sketch says of a day; null = nothing.</summary>
    public static SketchedDay? DayIn(PaperSketch sketch, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(sketch);
        return sketch.Festivals.FirstOrDefault(f => f.Rest.Contains(day) || f.Work.Contains(day)) is { } festival
            ? new(festival.Work.Contains(day), festival.Name) : null;
    }

    /// <summary>Days on end as intervals, both ends included: <c>2021-02-11/2021-02-17</c>.</summary>
    private static IReadOnlyList<string>? Intervals(IReadOnlyCollection<DateOnly> days)
    {
        var runs = new List<(DateOnly First, DateOnly Last)>();
        foreach (var day in days.Order())
        {
            if (runs.Count > 0 && runs[^1].Last.AddDays(1) == day && day.DayNumber - runs[^1].First.DayNumber < FestivalDays.LongestInterval)
            {
                runs[^1] = runs[^1] with { Last = day };
            }
            else
            {
                runs.Add((day, day));
            }
        }

        return runs.Count == 0 ? null : [.. runs.Select(r => r.First == r.Last ? Iso(r.First) : $"{Iso(r.First)}/{Iso(r.Last)}")];
    }

    private static FestivalSketch Festival(HolidayTableFile.Festival festival, string id)
    {
        var days = FestivalDays.Of([festival], id, $"Calendar paper {id}");
        return new() { Name = festival.Name, Rest = [.. days.Where(d => !d.Works).Select(d => d.Date)], Work = [.. days.Where(d => d.Works).Select(d => d.Date)] };
    }

    private static int? NumberOf(string? id) => int.TryParse(id?[(id.IndexOf('-', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool HasDays(FestivalSketch festival) => festival.Rest.Count + festival.Work.Count > 0;

    private static bool IsBlank(string text) => string.IsNullOrWhiteSpace(text);

    private static string? OrNull(string text) => IsBlank(text) ? null : text.Trim();

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
