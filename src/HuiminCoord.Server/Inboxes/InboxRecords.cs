using HuiminCoord.Grains.Storage.Rows;

namespace HuiminCoord.Server.Inboxes;

/// <summary>What a recipient says of a message. The two are told apart: 已读 is for whoever sent it, 办结 for whoever has to do it.</summary>
public enum InboxMark
{
    /// <summary>已读.</summary>
    Read,

    /// <summary>办结. Whoever is done with a message has read it; taking 办结 back leaves it read.</summary>
    Done,
}

/// <summary>Which messages of an inbox are shown.</summary>
public enum InboxFilter
{
    /// <summary>Every message.</summary>
    All,

    /// <summary>未读.</summary>
    Unread,

    /// <summary>Not yet 办结, read or not.</summary>
    Open,
}

/// <summary>How an inbox stands.</summary>
/// <param name="Head">The newest sequence, which is the number of its messages.</param>
/// <param name="Unread">How many are 未读.</param>
/// <param name="Open">How many are not yet 办结.</param>
public sealed record InboxCounts(long Head, long Unread, long Open)
{
    /// <summary>Nothing was ever told.</summary>
    public static InboxCounts Empty { get; } = new(0, 0, 0);
}

/// <summary>How a message is marked.</summary>
/// <param name="ReadAt">Campaign time of the first mark; null = 未读.</param>
/// <param name="ReadBy">Who set it, as the audit names people.</param>
/// <param name="DoneAt">Campaign time of the first mark; null = not yet 办结.</param>
/// <param name="DoneBy">Who set it, as the audit names people.</param>
public sealed record MessageMarks(DateTimeOffset? ReadAt, string? ReadBy, DateTimeOffset? DoneAt, string? DoneBy);

/// <summary>A message with its marks.</summary>
public sealed record MarkedMessage(InboxRow Row, MessageMarks Marks)
{
    internal InboxKey Key => new(Row.At, Row.Recipient, Row.Seq);
}

/// <summary>Where a page of messages ends.</summary>
internal sealed record InboxKey(DateTimeOffset At, string Recipient, long Seq);
