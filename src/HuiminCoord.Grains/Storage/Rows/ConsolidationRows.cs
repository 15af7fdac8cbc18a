namespace HuiminCoord.Grains.Storage.Rows;

/// <summary>A month's or a year's consolidation; everything is in the payload, as its actor keeps it.</summary>
public sealed class ConsolidationRow
{
    public required string Campaign { get; init; }

    public required string Duty { get; init; }

    /// <summary>JSON of the consolidation's state.</summary>
    public required string Payload { get; set; }
}

/// <summary>A table of the district that was kept.</summary>
public sealed class KeptTableRow
{
    public required string Campaign { get; init; }

    public required string Duty { get; init; }

    public required int Number { get; init; }

    /// <summary>JSON of what it was added up from: each unit's version.</summary>
    public required string Payload { get; init; }
}
