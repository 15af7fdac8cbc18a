namespace HuiminCoord.Domain.Time;

/// <summary>
/// Days that a province, city or county arranges for itself: a prolonged holiday (Hubei, 2020) or a festival of a
/// minority's autonomous area. Inside its region it goes before every national paper.
/// </summary>
/// <param name="Region">Six-digit division code; it covers everything below it: 420000 covers 420100 and 420106.</param>
/// <param name="Name">The region's name, in Chinese.</param>
/// <param name="PublishedOn">Shanghai date; the layer counts as known from 00:00 of it.</param>
/// <param name="Note">What it is and how sure we are of it.</param>
/// <param name="Days">The days decided; their <see cref="HolidayEntry.PaperId"/> is <paramref name="Region"/>.</param>
public sealed record RegionalLayer(string Region, string Name, DateOnly PublishedOn, string Note, IReadOnlyList<HolidayEntry> Days)
{
    /// <summary>
    /// How narrow the region is, as the number of significant digits: 2 province, 4 city, 6 county. Where two layers
    /// speak of one day the narrower one decides.
    /// </summary>
    public int Depth => (Region.TrimEnd('0').Length + 1) / 2 * 2;

    /// <summary>True when this layer holds in <paramref name="region"/>; never for null, the country without a region.</summary>
    public bool AppliesTo(string? region) => region is not null && region.StartsWith(Region[..Depth], StringComparison.Ordinal);

    /// <summary>True for six digits that name at least a province.</summary>
    public static bool IsDivisionCode(string? text) =>
        text is { Length: 6 } && text.All(char.IsAsciiDigit) && !text.StartsWith("00", StringComparison.Ordinal);
}
