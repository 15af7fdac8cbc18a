using Orleans;

namespace HuiminCoord.Domain.Identity;

/// <summary>One occurrence of what a unit owes, such as <c>monthly-2020-09</c>.</summary>
[GenerateSerializer, Immutable, Alias("duty-id")]
public readonly record struct DutyId
{
    /// <param name="value">The id's text.</param>
    /// <exception cref="FormatException">The text breaks <see cref="IdText"/>.</exception>
    public DutyId(string value) => Value = IdText.Require(value, "duty");

    /// <summary>The id as it is written in plans, addresses and storage keys.</summary>
    [Id(0)]
    public string Value { get; }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
