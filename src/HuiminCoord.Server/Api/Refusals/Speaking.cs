using Microsoft.Net.Http.Headers;

namespace HuiminCoord.Server.Api.Refusals;

/// <summary>Which language a caller prefers.</summary>
internal static class Speaking
{
    /// <summary>Remembers what a reader of the console chose; it says nothing about people.</summary>
    internal const string Cookie = "huimin-language";

    internal const string Chinese = "zh";
    internal const string English = "en";

    /// <summary>What was chosen on a page; else Chinese, unless <c>Accept-Language</c> puts English before it.</summary>
    internal static Language To(HttpContext? http)
    {
        if (http?.Request.Cookies[Cookie] is Chinese or English)
        {
            return http.Request.Cookies[Cookie] == English ? Language.English : Language.Chinese;
        }

        // A header that cannot be read is no reason to leave somebody without an answer.
        var header = http?.Request.Headers.AcceptLanguage.OfType<string>().ToList();
        var wishes = StringWithQualityHeaderValue.TryParseList(header, out var parsed) ? parsed : [];
        var known = wishes.Where(w => w.Quality is not 0)
            .OrderByDescending(w => w.Quality ?? 1)
            .Select(w => Of(w.Value.Value))
            .FirstOrDefault(l => l is not null);
        return known ?? Language.Chinese;
    }

    private static Language? Of(string? tag) =>
        tag is null ? null
        : tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase) || tag == "*" ? Language.Chinese
        : tag.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Language.English
        : null;
}
