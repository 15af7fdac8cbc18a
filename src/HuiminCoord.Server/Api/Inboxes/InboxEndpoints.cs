using HuiminCoord.Domain.Deciding;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Inboxes;
using HuiminCoord.Server.Push;

namespace HuiminCoord.Server.Api.Inboxes;

/// <summary>Some messages of one inbox.</summary>
/// <param name="Head">The newest sequence.</param>
/// <param name="Items">Ascending; more follow while the last one's sequence is below the head.</param>
internal sealed record InboxPage(string Recipient, long Head, IReadOnlyList<InboxItem> Items);

/// <summary>How far an inbox reaches, and what is left in it.</summary>
/// <param name="Head">The newest sequence.</param>
/// <param name="Unread">How many messages are 未读.</param>
/// <param name="Open">How many are not yet 办结.</param>
internal sealed record InboxHeadView(string Recipient, long Head, long Unread, long Open);

/// <summary>A message with its marks.</summary>
/// <param name="Recipient">The inbox: a seat (jiaoyu/liaison) or office, convenor, group.</param>
/// <param name="ReadAt">Campaign time; null while it is 未读.</param>
/// <param name="DoneAt">Campaign time; null while it is not 办结.</param>
/// <param name="DoneBy">The seat that said so.</param>
internal sealed record InboxMessageView(
    string Recipient, long Seq, DateTimeOffset At, string Kind, string Title, string Body, DateTimeOffset? ReadAt, DateTimeOffset? DoneAt, string? DoneBy)
{
    internal static InboxMessageView Of(MarkedMessage message)
    {
        var (row, marks) = (message.Row, message.Marks);
        return new(row.Recipient, row.Seq, row.At, row.Kind, row.Title, row.Body, marks.ReadAt, marks.DoneAt, Signature.Of(marks.DoneBy).Seat);
    }
}

/// <summary>Inboxes: what each seat was told. The push channel delivers the same messages.</summary>
internal static class InboxEndpoints
{
    internal static void Map(RouteGroupBuilder campaign)
    {
        campaign.MapGet("/inbox", Read).AsRead<Reading<InboxPage>>("readInbox")
            .Refuses("id.malformed", "recipient.unknown");
        campaign.MapGet("/inbox/messages", List).AsRead<Page<InboxMessageView>>("listInboxMessages")
            .Refuses("id.malformed", "page.malformed", "recipient.unknown");
        campaign.MapGet("/inbox/head", Head).AsRead<Reading<InboxHeadView>>("getInboxHead")
            .Refuses("id.malformed", "recipient.unknown");
    }

    /// <summary>Messages of one recipient after a sequence.</summary>
    /// <remarks>Sequences have no gaps: ask with the last one seen and nothing is missed or repeated.</remarks>
    /// <param name="recipient">A seat such as jiaoyu/liaison, or office, convenor, group.</param>
    /// <param name="since">The last sequence already seen; 0 asks from the first message.</param>
    /// <param name="limit">Most messages, 1 to 200; 50 unless told.</param>
    internal static async Task<Reading<InboxPage>> Read(
        string campaign, [Words(90, 1)] string recipient, ReadingDoor door, InboxReader inboxes, CancellationToken cancellation,
        [Within(0, int.MaxValue)] int since = 0, [Within(1, InboxReader.LargestBatch)] int limit = PageCursor.Usual)
    {
        await using var scene = await door.Open(campaign);
        CampaignDirectory.RequireRecipient(scene.Campaign, recipient);
        var inbox = new InboxAddress(campaign, recipient);
        var head = await inboxes.Head(inbox, cancellation);
        return scene.One(new InboxPage(recipient, head, await inboxes.After(inbox, since, limit, cancellation)));
    }

    /// <summary>Messages of one's inboxes with their marks, the latest first.</summary>
    /// <remarks>Also those of seats for which one stands in. Pages follow keys: messages that come in meanwhile move nothing.</remarks>
    /// <param name="recipient">Only this inbox: a seat such as jiaoyu/liaison, or office, convenor, group.</param>
    /// <param name="filter">all, unread (未读) or open (not yet 办结); all unless told.</param>
    /// <param name="limit">Rows per page, 1 to 200; 50 unless told.</param>
    /// <param name="next">The following page, from the answer before.</param>
    internal static async Task<Page<InboxMessageView>> List(
        string campaign, ReadingDoor door, InboxBook inboxes, CancellationToken cancellation, [Words(90, 1)] string? recipient = null,
        [Words(20)] string? filter = null, [Within(1, PageCursor.Most)] int limit = PageCursor.Usual, [Words(600)] string? next = null)
    {
        await using var scene = await door.Open(campaign);
        if (recipient is not null)
        {
            CampaignDirectory.RequireRecipient(scene.Campaign, recipient);
        }

        IReadOnlyCollection<string> recipients = recipient is null ? [.. scene.Passage.Asker.Standing.Inboxes] : [recipient];
        var page = await inboxes.Page(campaign, recipients, FilterOf(filter), PageCursor.Read<InboxKey>(next), limit + 1, cancellation);
        return PageCursor.Cut(scene, page, limit, InboxMessageView.Of, m => m.Key);
    }

    /// <summary>The newest sequence of one recipient, and how many messages are unread and open.</summary>
    /// <remarks>Cheap to ask often; the push channel does it by itself.</remarks>
    /// <param name="recipient">A seat such as jiaoyu/liaison, or office, convenor, group.</param>
    internal static async Task<Reading<InboxHeadView>> Head(
        string campaign, [Words(90, 1)] string recipient, ReadingDoor door, InboxBook inboxes, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        CampaignDirectory.RequireRecipient(scene.Campaign, recipient);
        var counts = (await inboxes.Counts(campaign, [recipient], cancellation))[recipient];
        return scene.One(new InboxHeadView(recipient, counts.Head, counts.Unread, counts.Open));
    }

    private static InboxFilter FilterOf(string? filter) => filter switch
    {
        null or "all" => InboxFilter.All,
        "unread" => InboxFilter.Unread,
        "open" => InboxFilter.Open,
        _ => throw new RefusedException(new Refusal("request.malformed", "filter")),
    };
}
