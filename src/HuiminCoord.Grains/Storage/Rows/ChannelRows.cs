using HuiminCoord.Domain.Channels;

namespace HuiminCoord.Grains.Storage.Rows;

/// <summary>A seat's way outside. Instants are real time.</summary>
public sealed class ChannelRow
{
    public required string Campaign { get; init; }

    /// <summary>A seat (<c>jiaoyu/liaison</c>) or <c>office</c>, <c>convenor</c>, <c>group</c>.</summary>
    public required string Recipient { get; init; }

    public required ChannelKind Kind { get; init; }

    /// <summary>A mail address or a URL. A robot's URL holds its key: never logged, never answered.</summary>
    public required string Target { get; init; }

    /// <summary>Null for mail.</summary>
    public WebhookTemplate? Template { get; init; }

    /// <summary>Signs what goes out. Never logged, never answered.</summary>
    public string? Secret { get; init; }

    /// <summary>Who held the seat when it was set: the next holder chooses anew. Null where the seat had nobody, or is no unit's.</summary>
    public string? Holder { get; init; }

    /// <summary>The last inbox sequence that was handed over or given up.</summary>
    public required long Cursor { get; init; }

    /// <summary>Attempts that have failed in a row for the next message.</summary>
    public required int Attempts { get; init; }

    /// <summary>It rests until then.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>Until then it belongs to <see cref="LeasedBy"/>.</summary>
    public required DateTimeOffset LeasedUntil { get; init; }

    /// <summary>One claim of one process.</summary>
    public string? LeasedBy { get; init; }

    /// <summary>Why the last attempt failed, in a word of ours; null after a success.</summary>
    public string? LastError { get; init; }

    public required bool Enabled { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string SetBy { get; init; }

    public DateTimeOffset? TestedAt { get; init; }
}

/// <summary>What became of a message on a channel; <see cref="At"/> is real time.</summary>
public sealed class DeliveryRow
{
    public required string Campaign { get; init; }

    public required string Recipient { get; init; }

    public required long Seq { get; init; }

    public required ChannelKind Kind { get; init; }

    public required string DeliveryId { get; init; }

    /// <summary>See <see cref="DeliveryOutcomes"/>.</summary>
    public required string Outcome { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The last one included.</summary>
    public required int Attempts { get; init; }

    /// <summary>Why it was given up, in a word of ours.</summary>
    public string? Error { get; init; }
}

/// <summary>That a message was read; <see cref="ReadAt"/> is campaign time.</summary>
public sealed class InboxReadRow
{
    public required string Campaign { get; init; }

    public required string Recipient { get; init; }

    public required long Seq { get; init; }

    public required DateTimeOffset ReadAt { get; init; }

    public required string ReadBy { get; init; }
}

/// <summary>That a recipient is done with a message (办结); <see cref="DoneAt"/> is campaign time.</summary>
public sealed class InboxDoneRow
{
    public required string Campaign { get; init; }

    public required string Recipient { get; init; }

    public required long Seq { get; init; }

    public required DateTimeOffset DoneAt { get; init; }

    public required string DoneBy { get; init; }
}
