using Orleans;

namespace HuiminCoord.Domain.Identity;

/// <summary>A member unit within its campaign, such as <c>jiaoyu</c> for 教育局.</summary>
[GenerateSerializer, Immutable, Alias("unit-id")]
public readonly record struct UnitId
{
    /// <param name="value">The id's text.</param>
    /// <exception cref="FormatException">The text breaks <see cref="IdText"/>.</exception>
    public UnitId(string value) => Value = IdText.Require(value, "unit");

    /// <summary>The id as it is written in plans, addresses and storage keys.</summary>
    [Id(0)]
    public string Value { get; }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
