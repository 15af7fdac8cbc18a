using HuiminCoord.Domain.Channels;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Server.Channels.Reaching;

namespace HuiminCoord.Server.Channels;

/// <summary>Brings inbox messages to people who are not signed in; one per silo, on real time. The relay's hints wake it, and it looks by itself.</summary>
internal sealed class ChannelDispatcher(
    ChannelSettings settings, OutsideNetwork network, ChannelQueue queue, Handover handover, MailCarrier mail, InboxHints hints, TimeProvider time,
    ILogger<ChannelDispatcher> log) : BackgroundService
{
    /// <summary>Mail servers dislike many sessions of one client.</summary>
    internal const int MailSlots = 4;

    /// <summary>Each slow receiver holds one for at most <see cref="Handover.Patience"/>.</summary>
    internal const int WebhookSlots = 16;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!network.IsOpen)
        {
            return;
        }

        try
        {
            await queue.ForgetLeases();
            List<ChannelLane> lanes = [new(ChannelKind.Webhook, WebhookSlots, queue, handover, time, log)];
            if (settings.Smtp is not null)
            {
                lanes.Add(new(ChannelKind.Mail, MailSlots, queue, handover, time, log));
            }

            await Task.WhenAll([Listen(lanes, stoppingToken), Tidy(stoppingToken), .. lanes.Select(l => l.Run(stoppingToken))]);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; what is not settled waits in the tables.
        }
    }

    private async Task Listen(List<ChannelLane> lanes, CancellationToken stopping)
    {
        using var subscription = hints.Subscribe();
        await foreach (var _ in subscription.Hints.ReadAllAsync(stopping))
        {
            lanes.ForEach(l => l.Wake());
        }
    }

    private async Task Tidy(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(ChannelLane.LookEvery, time);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            mail.Trim();
        }
    }
}
