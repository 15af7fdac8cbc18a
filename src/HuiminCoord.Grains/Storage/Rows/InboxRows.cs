namespace HuiminCoord.Grains.Storage.Rows;

/// <summary>The highest sequence given to a recipient.</summary>
public sealed class InboxHeadRow
{
    public required string Campaign { get; init; }

    public required string Recipient { get; init; }

    public required long Head { get; set; }
}

/// <summary>One message to one recipient. <see cref="Seq"/> counts 1, 2, 3 … per recipient without gaps.</summary>
public sealed class InboxRow
{
    public required string Campaign { get; init; }

    /// <summary>A seat (<c>jiaoyu/liaison</c>) or <c>office</c>, <c>convenor</c>, <c>group</c>.</summary>
    public required string Recipient { get; init; }

    public required long Seq { get; init; }

    /// <summary>What the message stands for; one message per recipient and slot.</summary>
    public required string Slot { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Kind { get; init; }

    public required string Title { get; init; }

    public required string Body { get; init; }

    /// <summary>JSON: lines and references.</summary>
    public string? Data { get; init; }

    public required string GrainType { get; init; }

    public required string GrainKey { get; init; }

    public required long GrainSeq { get; init; }

    /// <summary>W3C <c>traceparent</c> of the relay's work on it; null when nobody traced it.</summary>
    public string? Trace { get; init; }

    /// <summary>Real time just before its commit, by the database's clock; null in rows of an older program.</summary>
    public DateTimeOffset? ToldAt { get; init; }
}

/// <summary>What became of a planned reminder step.</summary>
public enum StepOutcome
{
    /// <summary>It waits, for example for the end of the night's rest.</summary>
    Pending,

    /// <summary>It stands in an inbox.</summary>
    Delivered,

    /// <summary>Another message took its place.</summary>
    Superseded,

    /// <summary>There was nobody to receive it: it does not count as given.</summary>
    Undeliverable,
}

/// <summary>One (obligation, rung, recipient) of a unit.</summary>
public sealed class StepRow
{
    public required string Campaign { get; init; }

    public required string Unit { get; init; }

    public required string Obligation { get; init; }

    public required string Rung { get; init; }

    public required string Recipient { get; init; }

    public required DateTimeOffset PlannedAt { get; set; }

    public required DateTimeOffset FiredAt { get; set; }

    public required StepOutcome Outcome { get; set; }

    public string? InboxSlot { get; set; }

    public string? SupersededBy { get; set; }

    public string? Reason { get; set; }

    public required string GrainType { get; set; }

    public required string GrainKey { get; set; }

    public required long GrainSeq { get; set; }
}
