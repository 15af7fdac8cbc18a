using System.Collections.Concurrent;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Importing;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;

namespace HuiminCoord.Grains.Calendars;

/// <summary>The one place that actors, registers and doors take calendars from: the program's papers and the imported ones.</summary>
/// <remarks>
/// Each silo has its own, read up to a revision. A command that rests on a later one names it, and <see cref="AtLeast"/> reads on
/// before anything is decided; <see cref="CalendarWatch"/> looks now and then. Safe for any number of threads.
/// </remarks>
/// <param name="database">Holds the imported papers.</param>
/// <param name="shipped">The papers that come with the program.</param>
public sealed class CalendarShelf(CoordinationDatabase database, HolidayTable shipped)
{
    /// <summary>The key of the national calendar among those by district.</summary>
    private const string WholeCountry = "";

    private readonly Lock _reading = new();
    private volatile Edition? _edition;

    /// <summary>All papers, imported ones included.</summary>
    public HolidayTable Table => Current.Table;

    /// <summary>How many imports have been read.</summary>
    public int Revision => Current.Revision;

    private Edition Current => _edition ?? Read();

    /// <summary>The calendars of a district; null is the whole country. The same object until something is imported.</summary>
    /// <exception cref="ArgumentException"><paramref name="district"/> is not a division code.</exception>
    public WorkingCalendars Of(string? district)
    {
        var edition = Current;
        return edition.Calendars.GetOrAdd(district ?? WholeCountry, _ => new WorkingCalendars(edition.Table, district));
    }

    /// <summary>Reads on until <paramref name="revision"/> where this silo has not come so far.</summary>
    /// <returns>From when that import counts; null for revision 0.</returns>
    /// <exception cref="InvalidOperationException">There is no such revision: another database was meant.</exception>
    public DateTimeOffset? AtLeast(int revision)
    {
        if (Revision < revision && Read().Revision < revision)
        {
            throw new InvalidOperationException($"The imported holiday papers reach revision {Revision}; {revision} was never stored.");
        }

        return revision == 0 ? null : Current.Arrivals[revision - 1];
    }

    /// <summary>Reads what was imported meanwhile.</summary>
    /// <returns>True when something was.</returns>
    public bool Refresh()
    {
        var before = Revision;
        return NewestStored() > before && Read().Revision > before;
    }

    /// <summary>An imported row as the table takes it.</summary>
    internal static ImportedPaper Imported(CalendarImportRow row) =>
        new(CalendarPaper.Parse(row.Json), row.KnownFrom.ToOffset(ChinaTime.Offset), row.Reason);

    private int NewestStored()
    {
        using var db = database.OpenToRead();
        return db.CalendarImports.Max(i => (int?)i.Revision) ?? 0;
    }

    // Blocking on purpose: it happens once per import and silo, and calendars are asked for where nothing can be awaited.
    private Edition Read()
    {
        lock (_reading)
        {
            using var db = database.OpenToRead();
            var rows = db.CalendarImports.OrderBy(i => i.Revision).ToList();
            if (_edition is { } known && known.Revision == rows.Count)
            {
                return known;
            }

            var table = rows.Count == 0 ? shipped : shipped.With([.. rows.Select(Imported)]);
            return _edition = new Edition(rows.Count, table, [.. rows.Select(r => r.KnownFrom)], new(StringComparer.Ordinal));
        }
    }

    private sealed record Edition(int Revision, HolidayTable Table, IReadOnlyList<DateTimeOffset> Arrivals, ConcurrentDictionary<string, WorkingCalendars> Calendars);
}
