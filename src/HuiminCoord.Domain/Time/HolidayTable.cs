namespace HuiminCoord.Domain.Time;

/// <summary>
/// Everything the project knows about days of rest and days worked in exchange, with the paper behind each day.
/// Days it does not name follow the Monday–Friday rule.
/// </summary>
/// <remarks>The table holds all papers at once; <see cref="WorkingCalendars"/> looks at it as it was known on a day.</remarks>
public sealed class HolidayTable
{
    private readonly HolidayTableFile file;

    internal HolidayTable(
        HolidayTableFile file,
        HolidayTableOrigin origin,
        DateOnly knownFrom,
        IReadOnlyList<HolidayPaper> papers,
        IReadOnlyList<HolidayEntry> entries,
        IReadOnlyList<RegionalLayer> regions)
    {
        this.file = file;
        (Origin, KnownFrom) = (origin, knownFrom);
        (Papers, Entries, Regions) = (papers, entries, regions);
    }

    /// <summary>Where the data comes from and under which licence.</summary>
    public HolidayTableOrigin Origin { get; }

    /// <summary>First day the table vouches for; earlier days that no paper names are treated as provisional.</summary>
    public DateOnly KnownFrom { get; }

    /// <summary>The national papers, ordered by publication.</summary>
    public IReadOnlyList<HolidayPaper> Papers { get; }

    /// <summary>
    /// The days named by national papers, in the order of the papers: of two entries for one date the later decides.
    /// </summary>
    public IReadOnlyList<HolidayEntry> Entries { get; }

    /// <summary>The regional layers, ordered from wide to narrow and then by publication: again the later decides.</summary>
    public IReadOnlyList<RegionalLayer> Regions { get; }

    /// <summary>Reads a table in the form of <c>cn-workdays.json</c> (schema <c>huimin-workdays/1</c>).</summary>
    /// <param name="json">The whole document.</param>
    /// <exception cref="FormatException">
    /// The text is no such document, a year between the first and the last has no paper, or a day is named twice in a
    /// way that leaves open which entry holds. The message names the place. Nothing is repaired or left out: a wrong
    /// calendar moves every deadline of a campaign.
    /// </exception>
    public static HolidayTable Parse(string json) => HolidayTableReader.Read(json);

    /// <summary>This table with imported papers and layers, judged as strictly as if all had stood in one document.</summary>
    /// <param name="imports">Each with the instant from which it counts. One that this table holds too takes its place: its
    /// import is history, also when a later program ships the same paper.</param>
    /// <exception cref="CalendarFormatException">They do not go together; nothing is left out.</exception>
    public HolidayTable With(IReadOnlyCollection<ImportedPaper> imports) => HolidayTableReader.Compose(file, imports);

    /// <summary>The table as if it had been put together on that day: without every paper and layer published later.</summary>
    /// <exception cref="CalendarFormatException">Nothing is left.</exception>
    public HolidayTable UntilPublished(DateOnly day) => HolidayTableReader.Compose(
        file with { Papers = [.. file.Papers.Where(p => p.PublishedOn <= day)], Regions = [.. file.Regions.Where(l => l.PublishedOn <= day)] }, []);

    /// <summary>One paper or layer in the form in which it is imported; null when the table holds none of that id.</summary>
    /// <param name="id"><c>2021-1</c>, or <c>150103-20210601</c> for a layer.</param>
    public CalendarPaper? Find(string id) =>
        file.Papers.FirstOrDefault(p => p.Id == id) is { } paper ? new CalendarPaper(paper, null)
        : file.Regions.FirstOrDefault(l => l.IdOf() == id) is { } layer ? new CalendarPaper(null, layer)
        : null;
}

/// <summary>Where a holiday table comes from.</summary>
/// <param name="Source">The data set it was made from, with its version.</param>
/// <param name="Licence">The data set's licence and holder.</param>
/// <param name="CrossChecked">Other data sets that agreed with it when it was made.</param>
public sealed record HolidayTableOrigin(string Source, string Licence, IReadOnlyList<string> CrossChecked);
