using System.Text.Json;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Tests.Simulation;

/// <summary>One holiday paper as a bare list of days; made into a <see cref="HolidayTable"/> only for the rules.</summary>
internal sealed record PaperFact(string Id, int Year, DateOnly PublishedOn, string Url, IReadOnlyList<DateOnly> Off, IReadOnlyList<DateOnly> Work)
{
    /// <summary>Shanghai time at which it was imported; null = it was there from the start.</summary>
    public DateTime? ImportedAt { get; init; }

    /// <summary>Shanghai time from which it counts.</summary>
    public DateTime KnownFrom => ImportedAt ?? PublishedOn.ToDateTime(TimeOnly.MinValue);

    /// <summary>The reason that an import was given.</summary>
    public string? Reason => ImportedAt is null ? null : $"import of {Id}";

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>The papers of 2020 to 2022, with their real days of publication.</summary>
    public static IReadOnlyList<PaperFact> Real { get; } = JsonSerializer.Deserialize<PaperFile>(Resource.Text("papers-2020-2022.json"), Web)!.Papers;

    public static HolidayTable Table(IReadOnlyList<PaperFact> papers) => All(papers).With(
        [.. papers.Where(p => p.ImportedAt is not null).Select(p => new ImportedPaper(All(papers).Find(p.Id)!, new DateTimeOffset(p.KnownFrom, TimeSpan.FromHours(8)), p.Reason!))]);

    private static HolidayTable All(IReadOnlyList<PaperFact> papers) => HolidayTable.Parse(JsonSerializer.Serialize(new
    {
        Schema = "huimin-workdays/1",
        Source = "test",
        Licence = "test",
        CrossChecked = Array.Empty<string>(),
        KnownFrom = "2020-01-01",
        Papers = papers.Select(p => new
        {
            p.Id,
            p.Year,
            p.PublishedOn,
            p.Url,
            Festivals = new[] { new { Name = "节", Rest = p.Off, p.Work } },
        }),
        Regions = Array.Empty<string>(),
    }, Web));

    private sealed record PaperFile(IReadOnlyList<PaperFact> Papers);
}

/// <summary>Files that lie beside the tests.</summary>
internal static class Resource
{
    public static string Text(string name)
    {
        using var stream = typeof(Resource).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The test assembly holds no {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
