namespace HuiminCoord.Domain.Time;

/// <summary>
/// One region's calendars over time: the same table, seen as it was known on any day. What a set of known papers
/// decides is worked out once and shared. Safe for any number of threads.
/// </summary>
public sealed class WorkingCalendars
{
    private readonly string? region;
    private readonly DateOnly[] publications;
    private readonly Lazy<CalendarEdition>[] editions;

    /// <param name="table">All papers and layers.</param>
    /// <param name="region">Six-digit division code whose layers apply, or null for the national calendar.</param>
    /// <exception cref="ArgumentException"><paramref name="region"/> is not a division code.</exception>
    public WorkingCalendars(HolidayTable table, string? region = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (region is not null && !RegionalLayer.IsDivisionCode(region))
        {
            throw new ArgumentException($"'{region}' is not a six-digit division code.", nameof(region));
        }

        this.region = region;
        var layers = table.Regions.Where(l => l.AppliesTo(region)).ToList();
        publications = [.. table.Papers.Select(p => p.PublishedOn).Concat(layers.Select(l => l.PublishedOn)).Distinct().Order()];
        editions = [.. Enumerable.Range(0, publications.Length + 1).Select(i => new Lazy<CalendarEdition>(
            () => CalendarEdition.Of(table, layers, PublicationAt(i - 1), PublicationAt(i))))];
    }

    /// <summary>The calendar with everything the table holds, as known on the day of its last publication.</summary>
    public WorkingCalendar Latest => AsKnownOn(publications[^1]);

    /// <summary>The calendar as known during the Shanghai day <paramref name="day"/>, its own publications included.</summary>
    public WorkingCalendar AsKnownOn(DateOnly day)
    {
        var index = Array.BinarySearch(publications, day);
        return new WorkingCalendar(day, region, editions[index < 0 ? ~index : index + 1].Value);
    }

    /// <summary>The calendar as known at an instant: that of the Shanghai day it falls on.</summary>
    public WorkingCalendar AsKnownAt(DateTimeOffset now) => AsKnownOn(ChinaTime.DateOf(now));

    private DateOnly? PublicationAt(int index) =>
        index >= 0 && index < publications.Length ? publications[index] : null;
}
