using System.Globalization;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>Days as they are typed, or sent by a browser's calendar: 2020-11-30.</summary>
internal static class TypedDay
{
    private const int LongestShown = 20;

    /// <summary>The day; null when nothing was typed.</summary>
    /// <exception cref="RefusedException"><c>date.malformed</c>.</exception>
    internal static DateOnly? Read(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new RefusedException(new Refusal("date.malformed", text.Length <= LongestShown ? text : text[..LongestShown]));

    /// <summary>A day that must be there.</summary>
    /// <exception cref="RefusedException"><c>date.malformed</c>.</exception>
    internal static DateOnly Need(DateOnly? day) => day ?? throw new RefusedException(new Refusal("date.malformed"));

    /// <summary>The same back.</summary>
    internal static string? Write(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
