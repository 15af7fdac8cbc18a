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
        var papers = file.Papers.WithoutNulls($"{What}: papers").OrderBy(p => p.PublishedOn).ThenBy(p => p.Id, StringComparer.Ordinal).ToList();
        papers.ForEach(CheckPaper);
        RequireOnce(papers.Select(p => p.Id), id => $"paper {id} appears twice");
        RequireEveryYear(papers, file.KnownFrom);
        var entries = papers.SelectMany(EntriesOf).ToList();
        RequireOrder(entries, papers.ToDictionary(p => p.Id, p => p.PublishedOn));
        return new HolidayTable(
            new HolidayTableOrigin(file.Source, file.Licence, file.CrossChecked.WithoutNulls($"{What}: crossChecked")),
            file.KnownFrom,
            [.. papers.Select(p => new HolidayPaper(p.Id, p.Year, p.PublishedOn, p.Url))],
            entries,
            LayersOf(file.Regions.WithoutNulls($"{What}: regions")));
    }

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
        Require(stray is null, $"paper {paper.Id}: {stray?.Date:yyyy-MM-dd} does not belong to {paper.Year}");
        return entries;
    }

    /// <summary>A year without its paper would pass for one without holidays.</summary>
    private static void RequireEveryYear(List<HolidayTableFile.Paper> papers, DateOnly knownFrom)
    {
        Require(papers.Count > 0, "there is no paper");
        var years = papers.Select(p => p.Year).ToHashSet();
        for (var year = Math.Min(knownFrom.Year, years.Min()); year <= years.Max(); year++)
        {
            Require(years.Contains(year), $"there is no paper of {year}");
        }

        Require(knownFrom.Year <= years.Max(), $"known from {knownFrom:yyyy-MM-dd}, but the last paper is of {years.Max()}");
    }

    /// <summary>"The later paper decides" has no answer for two papers of one day.</summary>
    private static void RequireOrder(IEnumerable<HolidayEntry> entries, Dictionary<string, DateOnly> publishedOn) =>
        RequireOnce(
            entries.Select(e => (e.Date, Published: publishedOn[e.PaperId])),
            key => $"{key.Date:yyyy-MM-dd} is decided by two papers published on {key.Published:yyyy-MM-dd}");

    private static List<RegionalLayer> LayersOf(IReadOnlyList<HolidayTableFile.Layer> layers)
    {
        var read = layers.Select(LayerOf).OrderBy(l => l.Depth).ThenBy(l => l.PublishedOn).ThenBy(l => l.Region, StringComparer.Ordinal).ToList();
        RequireOnce(
            read.SelectMany(l => l.Days, (l, d) => (l.Region, l.PublishedOn, d.Date)),
            key => $"region {key.Region}: {key.Date:yyyy-MM-dd} is decided by two layers published on {key.PublishedOn:yyyy-MM-dd}");
        return read;
    }

    private static RegionalLayer LayerOf(HolidayTableFile.Layer layer)
    {
        Require(RegionalLayer.IsDivisionCode(layer.Region), $"region '{layer.Region}' is not a six-digit division code");
        var days = FestivalDays.Of(layer.Festivals, layer.Region, $"{What}: region {layer.Region}");
        return new RegionalLayer(layer.Region, layer.Name, layer.PublishedOn, layer.Note, days);
    }

    private static void RequireOnce<T>(IEnumerable<T> keys, Func<T, string> problem)
    {
        var seen = new HashSet<T>();
        foreach (var key in keys)
        {
            Require(seen.Add(key), problem(key));
        }
    }

    private static void Require(bool holds, string problem)
    {
        if (!holds)
        {
            throw new FormatException($"{What}: {problem}.");
        }
    }
}
