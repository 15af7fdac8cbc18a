using Orleans;

namespace HuiminCoord.Domain.Identity;

/// <summary>A meeting within its campaign, such as <c>plenary-20201204</c>. It keeps the name when its date is moved.</summary>
[GenerateSerializer, Immutable, Alias("meeting-id")]
public readonly record struct MeetingId
{
    /// <param name="value">The id's text.</param>
    /// <exception cref="FormatException">The text breaks <see cref="IdText"/>.</exception>
    public MeetingId(string value) => Value = IdText.Require(value, "meeting");

    /// <summary>The id as it is written in addresses and storage keys.</summary>
    [Id(0)]
    public string Value { get; }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
