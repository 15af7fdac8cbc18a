namespace HuiminCoord.Domain.Time;

/// <summary>A notice of the State Council's General Office that arranges the holidays of one year, or changes them.</summary>
/// <param name="Id">Year and number within the year, such as <c>2020-2</c> for the second paper about 2020.</param>
/// <param name="Year">The calendar year arranged.</param>
/// <param name="PublishedOn">Shanghai date; the paper counts as known from 00:00 of it.</param>
/// <param name="Url">Where the paper can be read.</param>
public sealed record HolidayPaper(string Id, int Year, DateOnly PublishedOn, string Url);
