using System.Collections.Immutable;
using System.Globalization;

namespace HuiminCoord.Domain.Meetings;

/// <summary>In which part of an item each row stands, where the office has split it. A row is in one part only, so it is never spoken of twice.</summary>
internal sealed class AgendaParts(IReadOnlyDictionary<string, string>? split)
{
    /// <summary>The id of the part in which a row stands; empty = it was not moved out of its item.</summary>
    internal string Of(string row) => split is { Count: > 0 } ? split.GetValueOrDefault(row, "") : "";

    /// <summary>The id of what was composed for a part.</summary>
    internal static string Id(string whole, string part) => part.Length == 0 ? whole : part;

    /// <summary>The id of the next part: <c>late.nongmu.monthly.2</c>. No number is given twice: what was split stays known when it is settled.</summary>
    internal static string Next(string item, ImmutableSortedDictionary<string, string> split)
    {
        var parts = split.Values.Distinct(StringComparer.Ordinal).ToList();
        var whole = parts.Contains(item) ? item[..item.LastIndexOf('.')] : item;
        return string.Create(CultureInfo.InvariantCulture, $"{whole}.{parts.Count(p => p.StartsWith($"{whole}.", StringComparison.Ordinal)) + 2}");
    }
}
