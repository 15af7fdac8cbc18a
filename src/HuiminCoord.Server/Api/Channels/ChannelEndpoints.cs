using HuiminCoord.Domain.Channels;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Channels;

namespace HuiminCoord.Server.Api.Channels;

/// <summary>Mail and webhooks of seats: each is asked for by the seat itself, and takes title, date and link outside.</summary>
internal static class ChannelEndpoints
{
    private static readonly string[] OfRecipients = ["id.malformed", "recipient.unknown"];
    private static readonly string[] OfTargets = [.. OfRecipients, "channel.address-malformed", "channel.rehearsal-only-local"];

    internal static void Map(RouteGroupBuilder campaign)
    {
        campaign.MapGet("/channels", List).AsRead<Page<ChannelView>>("listChannels").Refuses(OfRecipients);
        campaign.MapPost("/channels/mail", SetMail).AsCommand<ChannelView>("setMailChannel", new MailChannelBody("lianluoren@example.org"))
            .Refuses([.. OfTargets, "channel.mail-not-configured"]);
        campaign.MapPost("/channels/webhook", SetWebhook)
            .AsCommand<ChannelView>("setWebhookChannel", new WebhookChannelBody("https://hooks.example.org/huimincoord", WebhookTemplate.Plain, "0123456789abcdef"))
            .Refuses([.. OfTargets, "channel.address-not-allowed", "channel.https-needed", "channel.name-not-found", "channel.secret-needed"]);
        campaign.MapPost("/channels/{kind}/remove", Remove).AsCommand<ChannelRemovedView>("removeChannel", null).Refuses([.. OfRecipients, "channel.kind-unknown"]);
        campaign.MapPost("/channels/{kind}/test", Test).AsCommand<ChannelTestView>("testChannel", null)
            .Refuses([.. OfTargets, "channel.address-not-allowed", "channel.https-needed", "channel.kind-unknown", "channel.mail-not-configured", "channel.name-not-found", "channel.secret-needed", "channel.tested-just-now", "channel.unknown"]);
    }

    /// <summary>Channels of seats.</summary>
    /// <remarks>A seat sees its own, the office all. Nobody has a channel before the seat asks for it. Addresses of webhooks and secrets are never shown.</remarks>
    /// <param name="recipient">A seat such as jiaoyu/liaison, or office, convenor, group; all that one may see unless told.</param>
    internal static async Task<Page<ChannelView>> List(string campaign, ReadingDoor door, CancellationToken cancellation, [Words(90, 1)] string? recipient = null)
    {
        await using var scene = await door.Open(campaign);
        if (recipient is not null)
        {
            CampaignDirectory.RequireRecipient(scene.Campaign, recipient);
        }

        var found = await ChannelBook.List(scene.Db, campaign, recipient is null ? scene.OnlyInboxes : [recipient], cancellation);
        return scene.All<ChannelView>([.. found.Select(f => ChannelView.Of(f.Channel, f.Head))]);
    }

    /// <summary>Sends a seat's messages to a mail address: title, date and link.</summary>
    /// <remarks>It begins with the next message; setting it anew replaces the address and goes on with what waits.</remarks>
    /// <param name="recipient">A seat such as jiaoyu/liaison, or office, convenor, group.</param>
    internal static async Task<ChannelView> SetMail(
        string campaign, [Words(90, 1)] string recipient, MailChannelBody body, HttpContext http, ChannelDoor door)
    {
        _ = CommandKeys.Of(http, body);
        return await door.SetMail(Of(campaign, recipient, http), body.Address, http.RequestAborted);
    }

    /// <summary>Sends a seat's messages to a webhook or a chat group's robot: title, date and link.</summary>
    /// <remarks>It begins with the next message; setting it anew replaces address and secret and goes on with what waits. The address behind the name is looked at now and whenever something is sent.</remarks>
    /// <param name="recipient">A seat such as jiaoyu/liaison, or office, convenor, group.</param>
    internal static async Task<ChannelView> SetWebhook(
        string campaign, [Words(90, 1)] string recipient, WebhookChannelBody body, HttpContext http, ChannelDoor door)
    {
        _ = CommandKeys.Of(http, body);
        return await door.SetWebhook(Of(campaign, recipient, http), body, http.RequestAborted);
    }

    /// <summary>Ends a channel of a seat.</summary>
    /// <remarks>What was not sent yet stays in the inbox.</remarks>
    /// <param name="recipient">A seat such as jiaoyu/liaison, or office, convenor, group.</param>
    internal static async Task<ChannelRemovedView> Remove(
        string campaign, string kind, [Words(90, 1)] string recipient, HttpContext http, ChannelDoor door)
    {
        _ = CommandKeys.Of(http, null);
        return await door.Remove(Of(campaign, recipient, http), kind, http.RequestAborted);
    }

    /// <summary>Sends a test message at once and says what became of it.</summary>
    /// <remarks>At most one a minute. It stands in no inbox.</remarks>
    /// <param name="recipient">A seat such as jiaoyu/liaison, or office, convenor, group.</param>
    internal static async Task<ChannelTestView> Test(
        string campaign, string kind, [Words(90, 1)] string recipient, HttpContext http, ChannelDoor door)
    {
        var wish = CommandKeys.Of(http, null).Key;
        return await door.Test(Of(campaign, recipient, http), kind, wish, http.RequestAborted);
    }

    private static ChannelSeat Of(string campaign, string recipient, HttpContext http) => new(campaign, recipient, Passages.Signature(http));
}
