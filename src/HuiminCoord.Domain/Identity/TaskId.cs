using Orleans;

namespace HuiminCoord.Domain.Identity;

/// <summary>A domain task within its campaign, such as <c>chi-3</c> for 阳光餐饮.</summary>
[GenerateSerializer, Immutable, Alias("task-id")]
public readonly record struct TaskId
{
    /// <param name="value">The id's text.</param>
    /// <exception cref="FormatException">The text breaks <see cref="IdText"/>.</exception>
    public TaskId(string value) => Value = IdText.Require(value, "task");

    /// <summary>The id as it is written in plans, addresses and storage keys.</summary>
    [Id(0)]
    public string Value { get; }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
