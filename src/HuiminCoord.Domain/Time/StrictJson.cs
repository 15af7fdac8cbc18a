using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuiminCoord.Domain.Time;

/// <summary>
/// Reads the documents people edit by hand. Unknown, repeated, missing and null members are refused, because a
/// misspelt <c>"wrok"</c> would otherwise silently lose a working day.
/// </summary>
internal static class StrictJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <exception cref="FormatException">The text is not JSON of this shape; the message carries path and line.</exception>
    public static T Read<T>(string json, string what)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options) ?? throw new FormatException($"{what}: the document is null.");
        }
        catch (JsonException e)
        {
            throw new FormatException($"{what}: {e.Message}", e);
        }
    }

    /// <summary>The serializer lets a null stand inside a list; here it is refused like any other missing value.</summary>
    public static IReadOnlyList<T> WithoutNulls<T>(this IReadOnlyList<T> list, string where)
        where T : class =>
        list.Any(item => item is null) ? throw new FormatException($"{where}: a list holds null.") : list;
}
