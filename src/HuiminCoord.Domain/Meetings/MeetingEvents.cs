using HuiminCoord.Domain.Files;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using Orleans;

namespace HuiminCoord.Domain.Meetings;

/// <summary>What happened to a meeting. Instants are campaign time.</summary>
[Alias("meeting-event")]
public abstract partial record MeetingEvent
{
    /// <summary>It was proposed.</summary>
    /// <param name="AskedBy">The member unit that asked the office for it; null = whoever holds it proposed it.</param>
    [Alias("meeting.proposed")]
    public sealed record Proposed(MeetingKind Kind, UnitId? Unit, MeetingArrangement Arrangement, DateTimeOffset At, UnitId? AskedBy = null) : MeetingEvent;

    /// <summary>It was arranged otherwise while it was prepared.</summary>
    [Alias("meeting.arranged")]
    public sealed record Arranged(MeetingArrangement Arrangement) : MeetingEvent;

    /// <summary>The agenda was composed from the registers as of an instant.</summary>
    /// <param name="Items">The whole agenda as it stands now.</param>
    [Alias("meeting.agenda-composed")]
    public sealed record AgendaComposed(DateTimeOffset At, IReadOnlyList<AgendaItem> Items) : MeetingEvent;

    /// <summary>Somebody entered an item.</summary>
    [Alias("meeting.item-added")]
    public sealed record ItemAdded(AgendaItem Item) : MeetingEvent;

    /// <summary>An item was worded otherwise.</summary>
    [Alias("meeting.item-changed")]
    public sealed record ItemChanged(string Id, string Proposal, string Owner, int Minutes) : MeetingEvent;

    /// <summary>An item was taken off.</summary>
    [Alias("meeting.item-removed")]
    public sealed record ItemRemoved(string Id, string Reason) : MeetingEvent;

    /// <summary>A removed item is on again.</summary>
    [Alias("meeting.item-restored")]
    public sealed record ItemRestored(string Id) : MeetingEvent;

    /// <summary>The items stand in another order.</summary>
    [Alias("meeting.items-ordered")]
    public sealed record ItemsOrdered(IReadOnlyList<string> Ids) : MeetingEvent;

    /// <summary>Papers were attached to an item.</summary>
    [Alias("meeting.papers-added")]
    public sealed record PapersAdded(string Id, IReadOnlyList<FileRef> Papers) : MeetingEvent;

    /// <summary>A paper was taken off its item.</summary>
    [Alias("meeting.paper-dropped")]
    public sealed record PaperDropped(string Id, string Hash) : MeetingEvent;

    /// <summary>An item became two.</summary>
    /// <param name="Part">The new one; it stands after the other.</param>
    /// <param name="Rest">The item as it stands now.</param>
    [Alias("meeting.item-split")]
    public sealed record ItemSplit(string Id, AgendaItem Part, AgendaItem Rest) : MeetingEvent;

    /// <summary>It lies before the convenor.</summary>
    [Alias("meeting.submitted")]
    public sealed record Submitted(DateTimeOffset At) : MeetingEvent;

    /// <summary>The office took it back.</summary>
    [Alias("meeting.taken-back")]
    public sealed record TakenBack(DateTimeOffset At) : MeetingEvent;

    /// <summary>The convenor agreed.</summary>
    [Alias("meeting.agreed")]
    public sealed record Agreed(DateTimeOffset At) : MeetingEvent;

    /// <summary>The convenor returned it.</summary>
    [Alias("meeting.returned")]
    public sealed record Returned(DateTimeOffset At, string Remark) : MeetingEvent;

    /// <summary>The members are told.</summary>
    [Alias("meeting.noticed")]
    public sealed record Noticed(DateTimeOffset At, DateOnly ReplyBy) : MeetingEvent;

    /// <summary>It takes place otherwise; members who had been told are told again.</summary>
    [Alias("meeting.moved")]
    public sealed record Moved(DateTimeOffset At, MeetingArrangement Arrangement, DateOnly ReplyBy, string Reason) : MeetingEvent;

    /// <summary>It does not take place.</summary>
    [Alias("meeting.cancelled")]
    public sealed record Cancelled(DateTimeOffset At, string Reason) : MeetingEvent;

    /// <summary>A unit answered.</summary>
    [Alias("meeting.replied")]
    public sealed record Replied(UnitId Unit, MeetingReply Reply) : MeetingEvent;
}
