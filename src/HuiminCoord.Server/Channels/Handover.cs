using System.Diagnostics;
using HuiminCoord.Domain.Channels;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Grains.Telemetry;
using HuiminCoord.Server.Channels.Reaching;

namespace HuiminCoord.Server.Channels;

/// <summary>Hands the messages of one claimed channel over, in the order of the inbox, each committed before the next goes.</summary>
/// <remarks>
/// Only a kill between the receiver's yes and the commit makes a double, and the same delivery id tells it. A message that fails
/// holds up its own channel alone.
/// </remarks>
internal sealed class Handover(
    ChannelQueue queue, WaitingMessages messages, MailCarrier mail, WebhookCarrier webhooks, Instruments instruments, TimeProvider time, ILogger<Handover> log)
{
    /// <summary>A receiver that takes longer has failed.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>A server that stops waits this long for answers that are under way.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    /// <summary>Works on a claim until it is done, something fails, or the server stops.</summary>
    /// <returns>True when more may wait behind what was read.</returns>
    internal async Task<bool> Deliver(ChannelRow channel, CancellationToken stopping)
    {
        if (await messages.SeatChanged(channel, stopping))
        {
            await queue.SwitchOff(channel, Failures.SeatChanged);
            return false;
        }

        var waiting = await messages.Of(channel, stopping);
        foreach (var (number, message) in waiting.Index())
        {
            if (stopping.IsCancellationRequested || !await One(channel, message, number == 0 ? channel.Attempts : 0, number == waiting.Count - 1, stopping))
            {
                return false;
            }
        }

        return waiting.Count == WaitingMessages.Batch;
    }

    /// <summary>Sends something at once, within the patience of one attempt.</summary>
    internal async Task<Attempt> Send(ChannelRow channel, OutsideMessage message, CancellationToken stopping)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        await using var stop = stopping.Register(() => patience.CancelAfter(Grace));
        try
        {
            return channel.Kind == ChannelKind.Mail
                ? await mail.Send(channel.Target, message, patience.Token)
                : await webhooks.Send(channel, message, patience.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            return new Attempt(Failures.TimedOut);
        }
    }

    /// <returns>True when the message is settled and the next may go.</returns>
    private async Task<bool> One(ChannelRow channel, WaitingMessage message, int failedBefore, bool last, CancellationToken stopping)
    {
        using var span = Traces.Continue("hand over message", message.Trace, ActivityKind.Client);
        Attempt attempt;
        try
        {
            attempt = await Send(channel, message.Outside, stopping);
        }
        catch (OperationCanceledException)
        {
            // The receiver may have it or not: whoever takes the channel next asks again, under the same id.
            await queue.Release(channel);
            return false;
        }

        var verdict = Retrying.After(attempt, failedBefore, time.GetUtcNow() - message.ToldAt);
        span?.SetStatus(attempt.Error is null ? ActivityStatusCode.Unset : ActivityStatusCode.Error, attempt.Error);
        var settled = await queue.Settle(channel, message.Outside, verdict, attempt.Error, failedBefore + 1, last, CancellationToken.None);
        if (settled)
        {
            Tell(channel, message, verdict, attempt.Error);
        }

        return settled && verdict.Outcome is not null;
    }

    private void Tell(ChannelRow channel, WaitingMessage message, Verdict verdict, string? error)
    {
        instruments.HandedOver(channel.Kind == ChannelKind.Mail ? "mail" : "webhook", verdict.Outcome ?? "again", time.GetUtcNow() - message.ToldAt);
        if (verdict.Outcome == DeliveryOutcomes.GivenUp)
        {
            log.LogWarning(
                "Message {Seq} of {Recipient} in {Campaign} was given up on its {Kind} channel: {Error}",
                message.Outside.Seq, message.Outside.Recipient, message.Outside.Campaign, channel.Kind, error);
        }
    }
}
