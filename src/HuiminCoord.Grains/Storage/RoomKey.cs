using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Grains.Storage;

/// <summary>The key of an actor: <c>{campaign}</c> or <c>{campaign}/{id}</c>, or longer paths of ids.</summary>
public static class RoomKey
{
    /// <summary>The campaign that an actor belongs to: its key up to the first slash.</summary>
    public static string CampaignOf(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? key : key[..slash];
    }

    /// <summary>The actor's own id: its key after the first slash; empty for the campaign itself.</summary>
    public static string IdOf(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? "" : key[(slash + 1)..];
    }

    /// <summary>True when the storage keeps this key as it is written.</summary>
    /// <remarks>
    /// The provider turns keys that parse as a hexadecimal number or a GUID into numbers and splits them at <c>+</c>:
    /// <c>abc</c>, <c>ABC</c> and <c>0abc</c> would meet in one row. A campaign id cannot be such a number because of its hyphen.
    /// </remarks>
    public static bool IsStorable(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var parts = key.Split('/');
        return CampaignId.IsValid(parts[0]) && parts.Skip(1).All(IdText.IsValid);
    }
}
