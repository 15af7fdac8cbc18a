using System.Globalization;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Server.Searching;

/// <summary>Days in a hit's second line, always with their year: hits are of any.</summary>
internal static class SearchDates
{
    internal static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The Shanghai day of an instant.</summary>
    internal static string Of(DateTimeOffset instant) => Of(ChinaTime.DateOf(instant));

    internal static string Span(DateOnly from, DateOnly to) => $"{Of(from)}至{Of(to)}";
}
