using HuiminCoord.Domain.Channels;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Channels;
using HuiminCoord.Server.Channels.Reaching;

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
        string campaign, [Words(90, 1)] string recipient, MailChannelBody body, HttpContext http, CampaignDirectory campaigns, TargetRules targets, ChannelBook book)
    {
        await Opened(campaign, recipient, http, campaigns, body);
        Require(targets.OfMail(body.Address));
        return Shown(await book.Set(new(campaign, recipient, ChannelKind.Mail, body.Address, null, null), Passages.Signature(http), http.RequestAborted));
    }

    /// <summary>Sends a seat's messages to a webhook or a chat group's robot: title, date and link.</summary>
    /// <remarks>It begins with the next message; setting it anew replaces address and secret and goes on with what waits. The address behind the name is looked at now and whenever something is sent.</remarks>
    /// <param name="recipient">A seat such as jiaoyu/liaison, or office, convenor, group.</param>
    internal static async Task<ChannelView> SetWebhook(
        string campaign, [Words(90, 1)] string recipient, WebhookChannelBody body, HttpContext http, CampaignDirectory campaigns, TargetRules targets, ChannelBook book)
    {
        await Opened(campaign, recipient, http, campaigns, body);
        Require(await targets.OfWebhook(body.Url, body.Template, body.Secret, http.RequestAborted));
        return Shown(await book.Set(new(campaign, recipient, ChannelKind.Webhook, body.Url, body.Template, body.Secret), Passages.Signature(http), http.RequestAborted));
    }

    /// <summary>Ends a channel of a seat.</summary>
    /// <remarks>What was not sent yet stays in the inbox.</remarks>
    /// <param name="recipient">A seat such as jiaoyu/liaison, or office, convenor, group.</param>
    internal static async Task<ChannelRemovedView> Remove(
        string campaign, string kind, [Words(90, 1)] string recipient, HttpContext http, CampaignDirectory campaigns, ChannelBook book)
    {
        await Opened(campaign, recipient, http, campaigns);
        var which = KindOf(kind);
        return new(recipient, which, await book.Remove(campaign, recipient, which, Passages.Signature(http), http.RequestAborted));
    }

    /// <summary>Sends a test message at once and says what became of it.</summary>
    /// <remarks>At most one a minute. It stands in no inbox.</remarks>
    /// <param name="recipient">A seat such as jiaoyu/liaison, or office, convenor, group.</param>
    internal static async Task<ChannelTestView> Test(
        string campaign, string kind, [Words(90, 1)] string recipient, HttpContext http, CampaignDirectory campaigns, TargetRules targets, ChannelBook book,
        WaitingMessages messages, Handover handover)
    {
        var wish = await Opened(campaign, recipient, http, campaigns);
        var which = KindOf(kind);
        var (exists, channel) = await book.BeginTest(campaign, recipient, which, http.RequestAborted);
        Require(!exists ? new Refusal("channel.unknown") : channel is null ? new Refusal("channel.tested-just-now") : await Target(channel, targets, http.RequestAborted));
        var message = messages.Test(channel!, wish);
        var attempt = await handover.Send(channel!, message, http.RequestAborted);
        return new(recipient, which, message.Id, attempt.Error is null, attempt.Error, attempt.Error is { } error ? Failures.Words(error) : null);
    }

    /// <returns>The caller's name for its wish.</returns>
    private static async Task<string> Opened(string campaign, string recipient, HttpContext http, CampaignDirectory campaigns, object? body = null)
    {
        var key = CommandKeys.Of(http, body);
        CampaignDirectory.RequireRecipient(await campaigns.Campaign(campaign, http.RequestAborted), recipient);
        return key.Key;
    }

    private static void Require(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }
    }

    private static async Task<Refusal?> Target(ChannelRow channel, TargetRules targets, CancellationToken cancellation) => channel.Kind == ChannelKind.Mail
        ? targets.OfMail(channel.Target)
        : await targets.OfWebhook(channel.Target, channel.Template ?? WebhookTemplate.Plain, channel.Secret, cancellation);

    private static ChannelKind KindOf(string kind) => kind switch
    {
        "mail" => ChannelKind.Mail,
        "webhook" => ChannelKind.Webhook,
        _ => throw new RefusedException(new Refusal("channel.kind-unknown", CampaignDirectory.Shown(kind))),
    };

    private static ChannelView Shown((ChannelRow Channel, long Head) set) => ChannelView.Of(set.Channel, set.Head);
}
