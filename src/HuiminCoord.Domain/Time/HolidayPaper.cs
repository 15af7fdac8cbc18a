namespace HuiminCoord.Domain.Time;

/// <summary>A notice of the State Council's General Office that arranges the holidays of one year, or changes them.</summary>
/// <param name="Id">Year and number within the year, such as <c>2020-2</c> for the second paper about 2020.</param>
/// <param name="Year">The calendar year arranged.</param>
/// <param name="PublishedOn">Shanghai date. Of two papers about one day the one published later decides.</param>
/// <param name="Url">Where the paper can be read.</param>
public sealed record HolidayPaper(string Id, int Year, DateOnly PublishedOn, string Url)
{
    /// <summary>The instant from which decisions may use it: 00:00 of its publication, or its import where that came later.</summary>
    public DateTimeOffset KnownFrom { get; init; } = ChinaTime.StartOf(PublishedOn);

    /// <summary>The number that the issuing office gave it, such as 国办发明电〔2020〕27号; null where it was not entered.</summary>
    public string? Document { get; init; }

    /// <summary>Why it was imported, in the words of who imported it; null for a paper that came with the program.</summary>
    public string? Reason { get; init; }
}
