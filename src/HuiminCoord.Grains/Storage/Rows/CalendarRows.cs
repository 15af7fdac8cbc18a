namespace HuiminCoord.Grains.Storage.Rows;

/// <summary>A holiday paper or regional layer that was imported. Never changed: history is not rewritten.</summary>
public sealed class CalendarImportRow
{
    /// <summary>1, 2, 3 … over all campaigns.</summary>
    public required int Revision { get; init; }

    public required string Id { get; init; }

    /// <summary>Division code of a layer; null for a paper of the whole country.</summary>
    public string? Region { get; init; }

    /// <summary>The issuing office's number.</summary>
    public string? Document { get; init; }

    public string? Url { get; init; }

    public required DateOnly PublishedOn { get; init; }

    /// <summary>Decisions from this instant on use it.</summary>
    public required DateTimeOffset KnownFrom { get; init; }

    /// <summary>Campaign time of the import.</summary>
    public required DateTimeOffset ImportedAt { get; init; }

    public required string ImportedBy { get; init; }

    public required string Reason { get; init; }

    /// <summary>The paper in its one text.</summary>
    public required string Json { get; init; }
}

/// <summary>A reminder that a paper moved before it was given, with the reason.</summary>
public sealed class StepMovedRow
{
    public required string Campaign { get; init; }

    public required string Unit { get; init; }

    public required string Obligation { get; init; }

    public required string Rung { get; init; }

    /// <summary>The unit's event that moved it.</summary>
    public required long GrainSeq { get; init; }

    public required DateTimeOffset MovedAt { get; init; }

    /// <summary>Null = it was not planned before.</summary>
    public DateTimeOffset? MovedFrom { get; init; }

    /// <summary>Null = it is not planned any more.</summary>
    public DateTimeOffset? MovedTo { get; init; }

    /// <summary>The paper or layer that moved it.</summary>
    public required string Paper { get; init; }

    /// <summary>Why that was imported; null when it came with the program.</summary>
    public string? Reason { get; init; }
}
