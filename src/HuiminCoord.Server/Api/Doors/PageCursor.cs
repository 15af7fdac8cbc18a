using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Api.Doors;

/// <summary>Where a page ends, as a word that callers give back. Pages follow keys, so rows that come in between move nothing.</summary>
internal static class PageCursor
{
    /// <summary>Rows of a page when the caller does not say.</summary>
    internal const int Usual = 50;

    /// <summary>Most rows of a page.</summary>
    internal const int Most = 200;

    private const int LongestWord = 600;

    internal static string Write<T>(T key) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(key));

    /// <exception cref="RefusedException"><c>page.malformed</c>.</exception>
    internal static T? Read<T>(string? word)
        where T : class
    {
        if (string.IsNullOrEmpty(word))
        {
            return null;
        }

        try
        {
            var key = word.Length <= LongestWord ? JsonSerializer.Deserialize<T>(Base64Url.DecodeFromChars(word), Strict) : null;
            return key ?? throw new FormatException();
        }
        catch (Exception malformed) when (malformed is FormatException or JsonException or DecoderFallbackException)
        {
            throw new RefusedException(new Refusal("page.malformed", CampaignDirectory.Shown(word)));
        }
    }

    /// <summary>Cuts a list that was read one row longer than the page.</summary>
    internal static Page<TItem> Cut<TRow, TItem>(ReadingScene scene, List<TRow> rows, int limit, Func<TRow, TItem> show, Func<TRow, object> key)
    {
        var page = rows.Take(limit).ToList();
        var next = rows.Count > limit ? Write(key(page[^1])) : null;
        return new Page<TItem>(scene.UpToDate, [.. page.Select(show)], next);
    }

    private static JsonSerializerOptions Strict { get; } = new() { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };
}
