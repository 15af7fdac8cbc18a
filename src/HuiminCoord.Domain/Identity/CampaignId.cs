using Orleans;

namespace HuiminCoord.Domain.Identity;

/// <summary>A campaign of one district, such as <c>huimin-2020</c>.</summary>
/// <remarks>
/// It must contain a hyphen: the storage provider turns a key that parses as a hexadecimal number into an integer, and
/// <c>150103</c> or <c>abc</c> would lose its text. Everything below a campaign is keyed <c>{campaign}/{id}</c>.
/// </remarks>
[GenerateSerializer, Immutable, Alias("campaign-id")]
public readonly record struct CampaignId
{
    /// <param name="value">The id's text.</param>
    /// <exception cref="FormatException">The text breaks <see cref="IdText"/> or has no hyphen.</exception>
    public CampaignId(string value) =>
        Value = IsValid(value) ? value : throw new FormatException($"'{value}' is not a valid campaign id: use a-z, 0-9 and at least one inner hyphen.");

    /// <summary>The id as it is written in plans, addresses and storage keys.</summary>
    [Id(0)]
    public string Value { get; }

    /// <summary>True when <paramref name="text"/> may name a campaign.</summary>
    public static bool IsValid(string? text) => IdText.IsValid(text) && text!.Contains('-', StringComparison.Ordinal);

    /// <summary>The storage key of something below this campaign.</summary>
    public string Key(string id) => $"{Value}/{id}";

    /// <inheritdoc/>
    public override string ToString() => Value;
}
