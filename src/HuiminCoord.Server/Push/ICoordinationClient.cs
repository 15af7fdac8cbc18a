using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuiminCoord.Server.Push;

/// <summary>What the server says to a connected client. The wire names are part of the contract.</summary>
public interface ICoordinationClient
{
    /// <summary>Messages of one inbox: the gap first, then live ones; in order, none left out, none twice.</summary>
    Task Deliver(InboxDelivery delivery);
}

/// <summary>Some messages of one inbox.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="Recipient">A seat (<c>jiaoyu/liaison</c>) or <c>office</c>, <c>convenor</c>, <c>group</c>.</param>
/// <param name="Items">Ascending; the first follows the last one that was delivered before.</param>
/// <param name="Traceparents">
/// W3C <c>traceparent</c> by sequence, for a client that wants its receipt in the trace of the command or reminder; only for live
/// messages and only while the server traces, else absent.
/// </param>
public sealed record InboxDelivery(
    string Campaign,
    string Recipient,
    IReadOnlyList<InboxItem> Items,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<long, string>? Traceparents = null);

/// <summary>One message as its recipient sees it.</summary>
/// <param name="Seq">1, 2, 3 … per recipient, without gaps. Remember the last one shown and resume from it.</param>
/// <param name="At">Campaign time, written with +08:00.</param>
/// <param name="Kind">Stable: <c>digest</c>, <c>receipt</c>, <c>returned</c>, <c>urge</c>, <c>summary</c>, <c>report</c>.</param>
/// <param name="Slot">What the message stands for, once per recipient.</param>
/// <param name="Data">Lines and references for programs.</param>
public sealed record InboxItem(long Seq, DateTimeOffset At, string Kind, string Title, string Body, string Slot, JsonElement? Data);

/// <summary>The answer to a resume: deliveries follow, or have begun already.</summary>
/// <param name="Head">The newest message when it was asked.</param>
public sealed record InboxPosition(string Campaign, string Recipient, long Head);
