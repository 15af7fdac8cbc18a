using HuiminCoord.Domain.Channels;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Channels;
using HuiminCoord.Server.Channels.Reaching;

namespace HuiminCoord.Server.Api.Channels;

/// <summary>Whose channels, and who asks for something about them.</summary>
/// <param name="Recipient">A seat such as <c>jiaoyu/liaison</c>, or <c>office</c>, <c>convenor</c>, <c>group</c>.</param>
/// <param name="By">Who asks, as the audit names them.</param>
internal sealed record ChannelSeat(string Campaign, string Recipient, string By);

/// <summary>Sets, tests and ends the channels of seats: for the API and for pages alike.</summary>
/// <remarks>Whether the asker may is settled by then. Each refusal of a target is said before anything is kept.</remarks>
internal sealed class ChannelDoor(CampaignDirectory campaigns, TargetRules targets, ChannelBook book, WaitingMessages messages, Handover handover)
{
    /// <summary>Mail from the next message on.</summary>
    /// <exception cref="RefusedException">The address cannot be used.</exception>
    internal async Task<ChannelView> SetMail(ChannelSeat seat, string address, CancellationToken cancellation)
    {
        await RequireRecipient(seat, cancellation);
        Require(targets.OfMail(address));
        return Shown(await book.Set(new(seat.Campaign, seat.Recipient, ChannelKind.Mail, address, null, null), seat.By, cancellation));
    }

    /// <summary>A webhook or a robot from the next message on.</summary>
    /// <exception cref="RefusedException">The address or the secret cannot be used.</exception>
    internal async Task<ChannelView> SetWebhook(ChannelSeat seat, WebhookChannelBody wanted, CancellationToken cancellation)
    {
        await RequireRecipient(seat, cancellation);
        Require(await targets.OfWebhook(wanted.Url, wanted.Template, wanted.Secret, cancellation));
        return Shown(await book.Set(new(seat.Campaign, seat.Recipient, ChannelKind.Webhook, wanted.Url, wanted.Template, wanted.Secret), seat.By, cancellation));
    }

    /// <summary>Ends a channel.</summary>
    /// <exception cref="RefusedException"><c>channel.kind-unknown</c>, <c>recipient.unknown</c>.</exception>
    internal async Task<ChannelRemovedView> Remove(ChannelSeat seat, string kind, CancellationToken cancellation)
    {
        await RequireRecipient(seat, cancellation);
        var which = KindOf(kind);
        return new(seat.Recipient, which, await book.Remove(seat.Campaign, seat.Recipient, which, seat.By, cancellation));
    }

    /// <summary>Sends a test message at once.</summary>
    /// <param name="seat">Whose channel.</param>
    /// <param name="kind">mail or webhook.</param>
    /// <param name="wish">The caller's own name for the message.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="RefusedException"><c>channel.unknown</c>, <c>channel.tested-just-now</c>, or the target cannot be used any more.</exception>
    internal async Task<ChannelTestView> Test(ChannelSeat seat, string kind, string wish, CancellationToken cancellation)
    {
        await RequireRecipient(seat, cancellation);
        var which = KindOf(kind);
        var (exists, channel) = await book.BeginTest(seat.Campaign, seat.Recipient, which, cancellation);
        Require(!exists ? new Refusal("channel.unknown") : channel is null ? new Refusal("channel.tested-just-now") : await Target(channel, cancellation));
        var message = messages.Test(channel!, wish);
        var attempt = await handover.Send(channel!, message, cancellation);
        return new(seat.Recipient, which, message.Id, attempt.Error is null, attempt.Error, attempt.Error is { } error ? Failures.Words(error) : null);
    }

    private async Task RequireRecipient(ChannelSeat seat, CancellationToken cancellation) =>
        CampaignDirectory.RequireRecipient(await campaigns.Campaign(seat.Campaign, cancellation), seat.Recipient);

    private static void Require(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }
    }

    private async Task<Refusal?> Target(ChannelRow channel, CancellationToken cancellation) => channel.Kind == ChannelKind.Mail
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
