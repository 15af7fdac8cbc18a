using Orleans;

namespace HuiminCoord.Domain.Identity;

/// <summary>A phase within its campaign, such as <c>rectify</c> for 集中整治.</summary>
[GenerateSerializer, Immutable, Alias("phase-id")]
public readonly record struct PhaseId
{
    /// <param name="value">The id's text.</param>
    /// <exception cref="FormatException">The text breaks <see cref="IdText"/>.</exception>
    public PhaseId(string value) => Value = IdText.Require(value, "phase");

    /// <summary>The id as it is written in plans, addresses and storage keys.</summary>
    [Id(0)]
    public string Value { get; }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
