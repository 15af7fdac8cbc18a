namespace HuiminCoord.Grains.Storage.Rows;

/// <summary>A meeting as people find it; everything else is in the payload, as its actor keeps it.</summary>
public sealed class MeetingRow
{
    public required string Campaign { get; init; }

    public required string Meeting { get; init; }

    public required string Kind { get; init; }

    /// <summary>The unit that holds it; null = the joint meeting's own.</summary>
    public string? Unit { get; init; }

    public required string Stage { get; set; }

    public required DateTimeOffset StartsAt { get; set; }

    public required DateTimeOffset EndsAt { get; set; }

    /// <summary>JSON of the meeting's state.</summary>
    public required string Payload { get; set; }
}
