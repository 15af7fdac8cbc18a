namespace HuiminCoord.Domain.Time;

/// <summary>
/// Days that a province, city or county arranges for itself: a prolonged holiday (Hubei, 2020) or a festival of a
/// minority's autonomous area. Inside its region it goes before every national paper.
/// </summary>
/// <param name="Region">Six-digit division code; it covers everything below it: 420000 covers 420100 and 420106.</param>
/// <param name="Name">The region's name, in Chinese.</param>
/// <param name="PublishedOn">Shanghai date. Of two layers of one region about one day the one published later decides.</param>
/// <param name="Note">What it is and how sure we are of it.</param>
/// <param name="Days">The days decided; their <see cref="HolidayEntry.PaperId"/> is <paramref name="Region"/>.</param>
public sealed record RegionalLayer(string Region, string Name, DateOnly PublishedOn, string Note, IReadOnlyList<HolidayEntry> Days)
{
    private readonly DateTimeOffset? imported;

    /// <summary>Region and day of publication: <c>150103-20210601</c>.</summary>
    public string Id { get; } = IdOf(Region, PublishedOn);

    /// <summary>The instant from which decisions may use it: 00:00 of its publication, or its import where that came later.</summary>
    public DateTimeOffset KnownFrom
    {
        get => imported ?? ChinaTime.StartOf(PublishedOn);
        init => imported = value;
    }

    /// <summary>The number that the issuing office gave the notice behind it; null where it was not entered.</summary>
    public string? Document { get; init; }

    /// <summary>Where the notice can be read; null where that was not entered.</summary>
    public string? Url { get; init; }

    /// <summary>Why it was imported; null for a layer that came with the program.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// How narrow the region is, as the number of significant digits: 2 province, 4 city, 6 county. Where two layers
    /// speak of one day the narrower one decides.
    /// </summary>
    public int Depth => DepthOf(Region);

    /// <summary>True when what was issued for <paramref name="region"/> (null: for the whole country) holds in a district.</summary>
    public static bool Covers(string? region, string district)
    {
        ArgumentNullException.ThrowIfNull(district);
        return region is null || district.StartsWith(region[..DepthOf(region)], StringComparison.Ordinal);
    }

    /// <summary>True when this layer holds in <paramref name="region"/>; never for null, the country without a region.</summary>
    public bool AppliesTo(string? region) => region is not null && Covers(Region, region);

    private static int DepthOf(string region) => (region.TrimEnd('0').Length + 1) / 2 * 2;

    internal static string IdOf(string region, DateOnly publishedOn) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{region}-{publishedOn:yyyyMMdd}");

    /// <summary>True for six digits that name at least a province.</summary>
    public static bool IsDivisionCode(string? text) =>
        text is { Length: 6 } && text.All(char.IsAsciiDigit) && !text.StartsWith("00", StringComparison.Ordinal);
}
