namespace HuiminCoord.Grains.Storage.Rows;

/// <summary>A supervision group as people find it; everything is in the payload, as its actor keeps it.</summary>
public sealed class SupervisionRow
{
    public required string Campaign { get; init; }

    /// <summary>The group: <c>du-2</c>.</summary>
    public required string Team { get; init; }

    /// <summary>JSON of the group's state.</summary>
    public required string Payload { get; set; }
}

/// <summary>A problem that a supervision group found.</summary>
public sealed class ProblemRow
{
    public required string Campaign { get; init; }

    /// <summary>The group: <c>du-2</c>.</summary>
    public required string Team { get; init; }

    public required int Number { get; init; }

    public required string Unit { get; init; }

    /// <summary>The obligation by which the unit owes the mending; it has no row while the unit's actor was not told, or did not take it.</summary>
    public required string Duty { get; init; }

    public required string Stage { get; set; }

    /// <summary>JSON of the problem, as the group's actor keeps it.</summary>
    public required string Payload { get; set; }
}
