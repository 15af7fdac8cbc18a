using HuiminCoord.Domain.Channels;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Server.Api.Channels;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Channels;
using HuiminCoord.Server.Channels.Reaching;
using HuiminCoord.Server.Console.Circuits;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Channels;

/// <summary>提醒渠道 of the reader's own seat: where its messages' titles go besides the inbox.</summary>
public sealed partial class ChannelPanel : LivePage
{
    /// <summary>The seat's inbox.</summary>
    [Parameter]
    [EditorRequired]
    public required string Recipient { get; set; }

    [Inject]
    private ChannelDoor Door { get; set; } = null!;

    [Inject]
    private OutsideNetwork Network { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    [Inject]
    private Dialogs Dialogs { get; set; } = null!;

    private IReadOnlyList<ChannelView> Set { get; set; } = [];

    private ChannelDraft Draft { get; set; } = new();

    /// <summary>What became of the last test.</summary>
    private ChannelTestView? Tested { get; set; }

    private ChannelSeat Seat => new(Desk.Campaign, Recipient, Visitor.Asker.Signature);

    private IEnumerable<(string Value, string Text)> Templates => new[] { WebhookTemplate.WeCom, WebhookTemplate.DingTalk, WebhookTemplate.Plain }.Select(t => ($"{t}", Words[$"channels.template.{t}"]));

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        RequireOwn("listChannels");
        await using var scene = await Desk.Read("listChannels");
        Set = [.. (await ChannelBook.List(scene.Db, Desk.Campaign, [Recipient], Visitor.Gone)).Select(c => ChannelView.Of(c.Channel, c.Head))];
    }

    private async Task SetMail() => await Act(async () =>
    {
        RequireOwn("setMailChannel");
        var set = await Door.SetMail(Seat, Draft.Mail(), Visitor.Gone);
        Toasts.Did(Words["channels.set.mail", set.Target]);
        (Draft, Tested) = (new(), null);
    });

    private async Task SetWebhook() => await Act(async () =>
    {
        RequireOwn("setWebhookChannel");
        var set = await Door.SetWebhook(Seat, Draft.Webhook(), Visitor.Gone);
        Toasts.Did(Words["channels.set.webhook", set.Target]);
        (Draft, Tested) = (new(), null);
    });

    private async Task Test(ChannelView channel) => await Act(async () =>
    {
        RequireOwn("testChannel");
        Tested = null;
        Tested = await Door.Test(Seat, Word(channel.Kind), $"page/{Desk.NewKey()}", Visitor.Gone);
    });

    /// <summary>A mail address can be set again; a robot's is not known here any more, so its end is asked about first.</summary>
    private async Task Remove(ChannelView channel)
    {
        if (channel.Kind == ChannelKind.Webhook
            && await Dialogs.Ask(new OutwardQuestion(Words["channels.remove.title"], Words["channels.remove.sentence", channel.Target], _ => Words["channels.remove"])) is null)
        {
            return;
        }

        await Act(async () =>
        {
            RequireOwn("removeChannel");
            await Door.Remove(Seat, Word(channel.Kind), Visitor.Gone);
            Toasts.Did(Words["channels.removed", Words[$"channels.kind.{channel.Kind}"]], channel.Kind == ChannelKind.Mail ? () => Undo(channel.Target) : null);
            Tested = null;
        });
    }

    private async Task Undo(string address) => await Act(async () =>
    {
        RequireOwn("setMailChannel");
        await Door.SetMail(Seat, address, Visitor.Gone);
    });

    private void RequireOwn(string operation)
    {
        Visitor.Require(operation);
        if (!Visitor.Asker.Standing.Inboxes.Contains(Recipient))
        {
            throw new RefusedException(new Refusal("recipient.unknown", Recipient));
        }
    }

    private static string Word(ChannelKind kind) => kind == ChannelKind.Mail ? "mail" : "webhook";

    private static Status StateOf(ChannelView channel) => !channel.Enabled ? Status.Off : channel.Failure is null ? Status.Done : Status.Slow;
}
