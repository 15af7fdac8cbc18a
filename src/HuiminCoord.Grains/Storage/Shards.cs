namespace HuiminCoord.Grains.Storage;

/// <summary>Campaigns are spread over a fixed number of shards; each has one timekeeper and one relay.</summary>
/// <remarks>The number is stored with every document: changing it would separate stored rows from their timekeeper.</remarks>
public static class Shards
{
    /// <summary>How many shards there are, for ever.</summary>
    public const int Count = 16;

    /// <summary>The shard of a campaign: FNV-1a over the id's UTF-8 bytes, equal on every machine and in every version.</summary>
    public static int Of(string campaign)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        var hash = 2166136261u;
        foreach (var octet in System.Text.Encoding.UTF8.GetBytes(campaign))
        {
            hash = unchecked((hash ^ octet) * 16777619u);
        }

        return (int)(hash % Count);
    }

    /// <summary>The key of a shard's timekeeper and relay: <c>shard-00</c> to <c>shard-15</c>.</summary>
    public static string Key(int shard) => $"shard-{shard:00}";

    /// <summary>The shard that a timekeeper's or relay's key names.</summary>
    /// <exception cref="FormatException">The key is not one of <see cref="Key"/>.</exception>
    public static int FromKey(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.StartsWith("shard-", StringComparison.Ordinal)
            && int.TryParse(key.AsSpan(6), System.Globalization.NumberStyles.None, null, out var shard)
            && shard < Count
            && Key(shard) == key
            ? shard
            : throw new FormatException($"'{key}' names no shard; there are {Key(0)} to {Key(Count - 1)}.");
    }
}
