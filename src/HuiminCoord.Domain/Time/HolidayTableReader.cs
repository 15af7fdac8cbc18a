using System.Globalization;

namespace HuiminCoord.Domain.Time;

/// <summary>Judges a holiday table and puts it in the order in which its parts decide.</summary>
internal static class HolidayTableReader
{
    private const string What = "Holiday table";

    public static HolidayTable Read(string json)
    {
        var file = StrictJson.Read<HolidayTableFile>(json, What);
        Require(file.Schema == HolidayTableFile.CurrentSchema, $"schema '{file.Schema}' is not '{HolidayTableFile.CurrentSchema}'");
        return Judge(file, []);
    }

    /// <summary>The document with imports added; an import takes the place of what has its id.</summary>
    public static HolidayTable Compose(HolidayTableFile file, IReadOnlyCollection<ImportedPaper> imports)
    {
        var ids = imports.Select(i => i.Paper.Id).ToHashSet();
        return Judge(
            file with
            {
                Papers = [.. file.Papers.Where(p => !ids.Contains(p.Id)), .. imports.Select(i => i.Paper.National).OfType<HolidayTableFile.Paper>()],
                Regions = [.. file.Regions.Where(l => !ids.Contains(l.IdOf())), .. imports.Select(i => i.Paper.Regional).OfType<HolidayTableFile.Layer>()],
            },
            imports);
    }

    private static HolidayTable Judge(HolidayTableFile file, IReadOnlyCollection<ImportedPaper> imports)
    {
        var papers = file.Papers.WithoutNulls($"{What}: papers").OrderBy(p => p.PublishedOn).ThenBy(p => p.Id, StringComparer.Ordinal).ToList();
        papers.ForEach(CheckPaper);
        var known = imports.ToDictionary(i => i.Paper.Id);
        RequireOnce(papers.Select(p => p.Id), id => $"paper {id} appears twice");
        RequireEveryYear(papers, file.KnownFrom);
        var entries = papers.SelectMany(EntriesOf).ToList();
        RequireOrder(entries, papers.ToDictionary(p => p.Id, p => p.PublishedOn));
        return new HolidayTable(
            file,
            new HolidayTableOrigin(file.Source, file.Licence, file.CrossChecked.WithoutNulls($"{What}: crossChecked")),
            file.KnownFrom,
            [.. papers.Select(p => Known(p, known.GetValueOrDefault(p.Id)))],
            entries,
            [.. LayersOf(file.Regions.WithoutNulls($"{What}: regions")).Select(l => Known(l, known.GetValueOrDefault(l.Id)))]);
    }

    private static HolidayPaper Known(HolidayTableFile.Paper paper, ImportedPaper? import)
    {
        var read = new HolidayPaper(paper.Id, paper.Year, paper.PublishedOn, paper.Url) { Document = paper.Document };
        return import is null ? read : read with { KnownFrom = import.KnownFrom, Reason = import.Reason };
    }

    private static RegionalLayer Known(RegionalLayer layer, ImportedPaper? import) =>
        import is null ? layer : layer with { KnownFrom = import.KnownFrom, Reason = import.Reason };

    private static void CheckPaper(HolidayTableFile.Paper paper)
    {
        var where = $"paper {paper.Id}";
        var idPrefix = string.Create(CultureInfo.InvariantCulture, $"{paper.Year}-");
        Require(paper.Year is > 1991 and < 9999, $"{where}: year {paper.Year} is out of range");
        Require(paper.Id.StartsWith(idPrefix, StringComparison.Ordinal), $"{where}: the id must start with the year {paper.Year}");
        Require(
            paper.PublishedOn.Year == paper.Year || paper.PublishedOn.Year == paper.Year - 1,
            $"{where}: published {paper.PublishedOn:yyyy-MM-dd}, which is neither in {paper.Year} nor in the year before");
        Require(
            Uri.TryCreate(paper.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https",
            $"{where}: '{paper.Url}' is not a web address");
    }

    private static List<HolidayEntry> EntriesOf(HolidayTableFile.Paper paper)
    {
        var entries = FestivalDays.Of(paper.Festivals, paper.Id, $"{What}: paper {paper.Id}");
        // A year's arrangement may reach back into the last days of the year before, never forward: the next New Year
        // belongs to the next paper.
        var stray = entries.Find(e => e.Date.Year != paper.Year && (e.Date.Year, e.Date.Month) != (paper.Year - 1, 12));
        Require(stray is null, $"paper {paper.Id}: {stray?.Date:yyyy-MM-dd} does not belong to {paper.Year}", CalendarProblem.DayOutsideYear);
        return entries;
    }

    /// <summary>A year without its paper would pass for one without holidays.</summary>
    private static void RequireEveryYear(List<HolidayTableFile.Paper> papers, DateOnly knownFrom)
    {
        Require(papers.Count > 0, "there is no paper");
        var years = papers.Select(p => p.Year).ToHashSet();
        for (var year = Math.Min(knownFrom.Year, years.Min()); year <= years.Max(); year++)
        {
            Require(years.Contains(year), $"there is no paper of {year}", CalendarProblem.YearMissing);
        }

        Require(knownFrom.Year <= years.Max(), $"known from {knownFrom:yyyy-MM-dd}, but the last paper is of {years.Max()}");
    }

    /// <summary>"The later paper decides" has no answer for two papers of one day.</summary>
    private static void RequireOrder(IEnumerable<HolidayEntry> entries, Dictionary<string, DateOnly> publishedOn) =>
        RequireOnce(
            entries.Select(e => (e.Date, Published: publishedOn[e.PaperId])),
            key => $"{key.Date:yyyy-MM-dd} is decided by two papers published on {key.Published:yyyy-MM-dd}", CalendarProblem.DayDecidedTwice);

    private static List<RegionalLayer> LayersOf(IReadOnlyList<HolidayTableFile.Layer> layers)
    {
        var read = layers.Select(LayerOf).OrderBy(l => l.Depth).ThenBy(l => l.PublishedOn).ThenBy(l => l.Region, StringComparer.Ordinal).ToList();
        RequireOnce(
            read.SelectMany(l => l.Days, (l, d) => (l.Region, l.PublishedOn, d.Date)),
            key => $"region {key.Region}: {key.Date:yyyy-MM-dd} is decided by two layers published on {key.PublishedOn:yyyy-MM-dd}", CalendarProblem.DayDecidedTwice);
        return read;
    }

    private static RegionalLayer LayerOf(HolidayTableFile.Layer layer)
    {
        Require(RegionalLayer.IsDivisionCode(layer.Region), $"region '{layer.Region}' is not a six-digit division code");
        var days = FestivalDays.Of(layer.Festivals, layer.Region, $"{What}: region {layer.Region}");
        return new RegionalLayer(layer.Region, layer.Name, layer.PublishedOn, layer.Note, days) { Document = layer.Document, Url = layer.Url };
    }

    private static void RequireOnce<T>(IEnumerable<T> keys, Func<T, string> problem, CalendarProblem kind = CalendarProblem.Invalid)
    {
        var seen = new HashSet<T>();
        foreach (var key in keys)
        {
            Require(seen.Add(key), problem(key), kind);
        }
    }

    private static void Require(bool holds, string problem, CalendarProblem kind = CalendarProblem.Invalid)
    {
        if (!holds)
        {
            throw new CalendarFormatException(kind, $"{What}: {problem}.");
        }
    }
}
