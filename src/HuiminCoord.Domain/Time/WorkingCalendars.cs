namespace HuiminCoord.Domain.Time;

/// <summary>
/// One region's calendars over time: the same table, seen as it was known at any instant. What a set of known papers
/// decides is worked out once and shared. Safe for any number of threads.
/// </summary>
public sealed class WorkingCalendars
{
    private readonly string? region;
    private readonly DateTimeOffset[] arrivals;
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
        arrivals = [.. table.Papers.Select(p => p.KnownFrom).Concat(layers.Select(l => l.KnownFrom)).Distinct().Order()];
        editions = [.. Enumerable.Range(0, arrivals.Length + 1).Select(i => new Lazy<CalendarEdition>(
            () => CalendarEdition.Of(table, layers, ArrivalAt(i - 1), ArrivalAt(i))))];
    }

    /// <summary>The calendar with everything the table holds, as known when its last paper came.</summary>
    public WorkingCalendar Latest => AsKnownAt(arrivals[^1]);

    /// <summary>
    /// The calendar as known during the Shanghai day <paramref name="day"/>, including what was published or imported on
    /// it. For decisions ask <see cref="AsKnownAt"/>: an import at noon is not known at nine.
    /// </summary>
    public WorkingCalendar AsKnownOn(DateOnly day) => Known(ChinaTime.At(day, TimeOnly.MaxValue), day);

    /// <summary>The calendar as known at an instant.</summary>
    public WorkingCalendar AsKnownAt(DateTimeOffset now) => Known(now, ChinaTime.DateOf(now));

    private WorkingCalendar Known(DateTimeOffset at, DateOnly day)
    {
        var index = Array.BinarySearch(arrivals, at);
        return new WorkingCalendar(day, region, editions[index < 0 ? ~index : index + 1].Value);
    }

    private DateTimeOffset? ArrivalAt(int index) =>
        index >= 0 && index < arrivals.Length ? arrivals[index] : null;
}
