using System.Collections.Concurrent;
using System.Globalization;
using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Telemetry;
using HuiminCoord.Server.Access;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.AspNetCore.SignalR;

namespace HuiminCoord.Server.Push;

/// <summary>Brings inboxes to connected clients; one per silo. Relays hint, and once a second it looks for itself.</summary>
/// <remarks>
/// The inbox is the truth: whatever is lost on the way here, a hint, a connection, a whole server, the next look or the next
/// resume finds the same rows. It runs on real time, also in a rehearsal.
/// </remarks>
public sealed class InboxGateway(
    InboxReader inboxes, InboxHints hints, CampaignDirectory campaigns, SessionBook sessions, IHubContext<CoordinationHub, ICoordinationClient> hub,
    Instruments instruments, CampaignClock clock, TimeProvider time, ILogger<InboxGateway> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Listener> _listeners = new(StringComparer.Ordinal);
    private readonly DeliveryWatch _watch = new(instruments, clock);

    /// <summary>A connection begins; it follows nothing yet.</summary>
    /// <param name="connection">Its id.</param>
    /// <param name="asker">Who opened it.</param>
    /// <param name="close">Closes it from our side.</param>
    internal void Connect(string connection, Asker asker, Action close) =>
        _listeners[connection] = new Listener(inboxes, hub.Clients.Client(connection), _watch, log) { Seated = new(asker.Session, close) };

    /// <summary>A connection ends; what it had not received waits in the inbox.</summary>
    internal void Drop(string connection)
    {
        if (_listeners.TryRemove(connection, out var listener))
        {
            // The pump may be waiting for the dead connection: nobody else has to.
            _ = listener.DisposeAsync().AsTask();
        }
    }

    /// <summary>Follows an inbox on a connection, from a sequence on.</summary>
    /// <exception cref="RefusedException">Nothing changed.</exception>
    internal async Task<InboxPosition> Resume(string connection, string campaign, string recipient, long lastSeq)
    {
        if (!_listeners.TryGetValue(connection, out var listener))
        {
            throw new RefusedException(new Refusal("inbox.connection-closed"));
        }

        await RequireOwn(listener, campaign, recipient);
        CampaignDirectory.RequireRecipient(await campaigns.Campaign(campaign), recipient);
        var inbox = new InboxAddress(campaign, recipient);
        var head = await inboxes.Head(inbox);
        if (lastSeq < 0 || lastSeq > head)
        {
            throw new RefusedException(lastSeq < 0
                ? new Refusal("inbox.sequence-negative", Text(lastSeq))
                : new Refusal("inbox.sequence-from-the-future", Text(lastSeq), Text(head)));
        }

        return listener.Follow(inbox, lastSeq, head) switch
        {
            Following.AlreadyFollowed => throw new RefusedException(new Refusal("inbox.already-followed", recipient)),
            Following.TooMany => throw new RefusedException(new Refusal("inbox.too-many-recipients", Text(Listener.MostInboxes))),
            _ => new InboxPosition(campaign, recipient, head),
        };
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        instruments.ShowConnections(() => _listeners.Count, () => _listeners.Values.Sum(l => l.Gap));
        return Task.WhenAll(Listen(stoppingToken), Look(stoppingToken));
    }

    private async Task Listen(CancellationToken stopping)
    {
        using var subscription = hints.Subscribe();
        await foreach (var hint in subscription.Hints.ReadAllAsync(stopping))
        {
            Tell(new InboxAddress(hint.Campaign, hint.Recipient), hint.Head);
        }
    }

    private async Task Look(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            try
            {
                await CloseUnseated(stopping);
                await LookAt(_listeners.Values.SelectMany(l => l.Followed).ToHashSet(), stopping);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogWarning("The inboxes could not be looked at; in a second again: {Error}", failure.Message);
            }
        }
    }

    /// <summary>Another seat's inbox, or another campaign's, is answered as one that nobody has.</summary>
    /// <exception cref="RefusedException"><c>campaign.unknown</c>, <c>recipient.unknown</c>, or <c>access.sign-in-needed</c> when the session has ended.</exception>
    private async Task RequireOwn(Listener listener, string campaign, string recipient)
    {
        var asker = await sessions.ById(listener.Seated.Session) ?? throw new RefusedException(new Refusal("access.sign-in-needed"));
        if (asker.Campaign != campaign && CampaignId.IsValid(campaign))
        {
            throw new RefusedException(new Refusal("campaign.unknown", campaign));
        }

        if (!asker.Standing.Inboxes.Contains(recipient) && AccessGate.IsAddress(recipient))
        {
            throw new RefusedException(new Refusal("recipient.unknown", recipient!));
        }
    }

    /// <summary>Closes connections whose session or seat has ended, and those that follow for somebody who is back.</summary>
    private async Task CloseUnseated(CancellationToken stopping)
    {
        var open = _listeners.Values.ToList();
        if (open.Count == 0)
        {
            return;
        }

        var living = await sessions.Living([.. open.Select(l => l.Seated.Session).Distinct()], stopping);
        foreach (var listener in open.Where(l => !Follows(l, living.GetValueOrDefault(l.Seated.Session))))
        {
            listener.Seated.Close();
        }
    }

    private static bool Follows(Listener listener, Standing? standing) =>
        standing is not null && listener.Followed.All(f => standing.Inboxes.Contains(f.Recipient));

    private async Task LookAt(HashSet<InboxAddress> followed, CancellationToken stopping)
    {
        if (followed.Count > 0)
        {
            foreach (var (inbox, head) in await inboxes.Heads(followed, stopping))
            {
                Tell(inbox, head);
            }
        }
    }

    private void Tell(InboxAddress inbox, long head)
    {
        foreach (var listener in _listeners.Values)
        {
            listener.Heard(inbox, head);
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
