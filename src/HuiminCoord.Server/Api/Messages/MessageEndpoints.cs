using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;

namespace HuiminCoord.Server.Api.Messages;

/// <summary>Messages over all inboxes: 已送达, 未读.</summary>
internal static class MessageEndpoints
{
    internal static void Map(RouteGroupBuilder campaign) =>
        campaign.MapGet("/messages", List).AsRead<Page<MessageView>>("listMessages").Refuses("id.malformed", "page.malformed", "recipient.unknown");

    /// <summary>Messages of all recipients, the latest first: over which channels each went, and whether it was read.</summary>
    /// <remarks>Without the bodies. Pages follow keys: messages that come in meanwhile move nothing.</remarks>
    /// <param name="recipient">Only this seat's: jiaoyu/liaison, or office, convenor, group.</param>
    /// <param name="unit">Only those to this unit's seats.</param>
    /// <param name="kind">Only of this kind: digest, urge, returned, receipt, summary, report.</param>
    /// <param name="unread">True: only 未读; false: only 已读.</param>
    /// <param name="limit">Rows per page, 1 to 200; 50 unless told.</param>
    /// <param name="next">The following page, from the answer before.</param>
    internal static async Task<Page<MessageView>> List(
        string campaign, ReadingDoor door, CancellationToken cancellation, [Words(90, 1)] string? recipient = null, [IdWord] string? unit = null,
        [Words(20)] string? kind = null, bool? unread = null, [Within(1, PageCursor.Most)] int limit = PageCursor.Usual, [Words(600)] string? next = null)
    {
        await using var scene = await door.Open(campaign);
        if (recipient is not null)
        {
            CampaignDirectory.RequireRecipient(scene.Campaign, recipient);
        }

        var page = await new MessageQuery(campaign, recipient, unit, kind, unread).Read(scene.Db, PageCursor.Read<MessageKey>(next), limit + 1, cancellation);
        var channels = await ReachedChannels.Of(scene.Db, campaign, [.. page.Select(m => m.Row)], cancellation);
        return PageCursor.Cut(scene, page, limit, m => MessageView.Of(m, channels.Of(m.Row), scene.Campaign), m => m.Key);
    }
}
