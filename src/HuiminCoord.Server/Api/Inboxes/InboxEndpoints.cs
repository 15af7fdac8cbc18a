using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Push;

namespace HuiminCoord.Server.Api.Inboxes;

/// <summary>Some messages of one inbox.</summary>
/// <param name="Head">The newest sequence.</param>
/// <param name="Items">Ascending; more follow while the last one's sequence is below the head.</param>
internal sealed record InboxPage(string Recipient, long Head, IReadOnlyList<InboxItem> Items);

/// <summary>How far an inbox reaches.</summary>
internal sealed record InboxHeadView(string Recipient, long Head);

/// <summary>Inboxes: what each seat was told. The push channel delivers the same messages.</summary>
internal static class InboxEndpoints
{
    internal static void Map(RouteGroupBuilder campaign)
    {
        campaign.MapGet("/inbox", Read).AsRead<Reading<InboxPage>>("readInbox")
            .Refuses("id.malformed", "recipient.unknown");
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

    /// <summary>The newest sequence of one recipient.</summary>
    /// <remarks>Cheap to ask often; the push channel does it by itself.</remarks>
    /// <param name="recipient">A seat such as jiaoyu/liaison, or office, convenor, group.</param>
    internal static async Task<Reading<InboxHeadView>> Head(
        string campaign, [Words(90, 1)] string recipient, ReadingDoor door, InboxReader inboxes, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        CampaignDirectory.RequireRecipient(scene.Campaign, recipient);
        return scene.One(new InboxHeadView(recipient, await inboxes.Head(new InboxAddress(campaign, recipient), cancellation)));
    }
}
