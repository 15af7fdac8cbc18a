using HuiminCoord.Domain.Deciding;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Api.Messages;

/// <summary>That a message is marked as read.</summary>
/// <param name="ReadAt">Campaign time of the first mark.</param>
/// <param name="Changed">False when it was marked before.</param>
internal sealed record MessageReadView(string Recipient, long Seq, DateTimeOffset ReadAt, bool Changed);

/// <summary>Messages over all inboxes: 已送达, 未读; and the mark that a recipient sets.</summary>
internal static class MessageEndpoints
{
    internal static void Map(RouteGroupBuilder campaign)
    {
        campaign.MapGet("/messages", List).AsRead<Page<MessageView>>("listMessages").Refuses("id.malformed", "page.malformed", "recipient.unknown");
        campaign.MapPost("/inbox/{seq}/read", MarkRead).AsCommand<MessageReadView>("markMessageRead", null)
            .Refuses("id.malformed", "message.unknown", "recipient.unknown");
    }

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

    /// <summary>Marks a message as read.</summary>
    /// <remarks>The first mark counts; repeating it changes nothing.</remarks>
    /// <param name="seq">The message's place in the recipient's inbox.</param>
    /// <param name="recipient">A seat such as jiaoyu/liaison, or office, convenor, group.</param>
    internal static async Task<MessageReadView> MarkRead(
        string campaign, [Within(1, int.MaxValue)] int seq, [Words(90, 1)] string recipient, HttpContext http, CampaignDirectory campaigns, CoordinationDatabase database, CampaignClock clock)
    {
        CommandKeys.Of(http, null);
        CampaignDirectory.RequireRecipient(await campaigns.Campaign(campaign, http.RequestAborted), recipient);
        var (now, by) = (clock.Now, Passages.Signature(http));
        return await database.Write(
            async (db, token) =>
            {
                if (!await db.Inbox.AnyAsync(m => m.Campaign == campaign && m.Recipient == recipient && m.Seq == seq, token))
                {
                    throw new RefusedException(new Refusal("message.unknown", $"{seq}"));
                }

                var marked = await db.Database.ExecuteSqlAsync(
                    $"INSERT INTO inbox_read (campaign, recipient, seq, read_at, read_by) VALUES ({campaign}, {recipient}, {seq}, {now.ToUnixTimeMilliseconds()}, {by}) ON CONFLICT DO NOTHING", token);
                var row = await db.InboxReads.AsNoTracking().SingleAsync(r => r.Campaign == campaign && r.Recipient == recipient && r.Seq == seq, token);
                return new MessageReadView(recipient, seq, row.ReadAt, marked == 1);
            },
            http.RequestAborted);
    }
}
