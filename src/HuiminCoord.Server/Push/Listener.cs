using System.Diagnostics;
using System.Threading.Channels;

namespace HuiminCoord.Server.Push;

/// <summary>What became of an attempt to follow an inbox.</summary>
internal enum Following
{
    Begun,
    AlreadyFollowed,
    TooMany,
}

/// <summary>A connection that lives as long as its session does.</summary>
internal sealed record SeatedConnection(string Session, Action Close);

/// <summary>One connection: which inboxes it follows and how far each was sent. One pump sends to it, batch by batch.</summary>
/// <remarks>
/// A send waits until the connection has taken it, so a slow client holds up only its own pump and costs one batch of memory.
/// A batch that failed to be read is tried again at the next signal; nothing is skipped.
/// </remarks>
internal sealed class Listener : IAsyncDisposable
{
    internal const int MostInboxes = 32;

    private readonly Dictionary<InboxAddress, Position> _positions = [];
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _gone = new();
    private readonly InboxReader _inboxes;
    private readonly ICoordinationClient _client;
    private readonly DeliveryWatch _watch;
    private readonly ILogger _log;
    private readonly Task _pump;

    internal Listener(InboxReader inboxes, ICoordinationClient client, DeliveryWatch watch, ILogger log)
    {
        (_inboxes, _client, _watch, _log) = (inboxes, client, watch, log);
        _pump = Task.Run(() => Pump(_gone.Token));
    }

    /// <summary>Whose session it is, and how it is closed from our side.</summary>
    internal required SeatedConnection Seated { get; init; }

    /// <summary>The inboxes it follows.</summary>
    internal IReadOnlyList<InboxAddress> Followed
    {
        get
        {
            lock (_positions)
            {
                return [.. _positions.Keys];
            }
        }
    }

    /// <summary>Messages that it has heard of and not been handed yet.</summary>
    internal long Gap
    {
        get
        {
            lock (_positions)
            {
                return _positions.Values.Sum(p => Math.Max(0, p.Head - p.Sent));
            }
        }
    }

    internal Following Follow(InboxAddress inbox, long lastSeq, long head)
    {
        lock (_positions)
        {
            if (_positions.ContainsKey(inbox))
            {
                return Following.AlreadyFollowed;
            }

            if (_positions.Count >= MostInboxes)
            {
                return Following.TooMany;
            }

            _positions[inbox] = new Position(inbox, head) { Sent = lastSeq, Head = head };
        }

        _signal.Writer.TryWrite(true);
        return Following.Begun;
    }

    /// <summary>An inbox has reached a head; other inboxes than those followed mean nothing here.</summary>
    internal void Heard(InboxAddress inbox, long head)
    {
        lock (_positions)
        {
            if (!_positions.TryGetValue(inbox, out var position) || head <= position.Sent)
            {
                return;
            }

            position.Head = Math.Max(position.Head, head);
        }

        _signal.Writer.TryWrite(true);
    }

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        _signal.Writer.TryComplete();
        await _pump.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _gone.Dispose();
    }

    private async Task Pump(CancellationToken gone)
    {
        // Begun by a request that is long over: what is sent here belongs to the traces of the messages.
        Activity.Current = null;
        await foreach (var _ in _signal.Reader.ReadAllAsync(gone))
        {
            try
            {
                await SendWhatIsBehind(gone);
            }
            catch (Exception failure) when (!gone.IsCancellationRequested)
            {
                _log.LogWarning("A delivery waits for the next signal: {Error}", failure.Message);
            }
        }
    }

    /// <summary>One batch for each inbox in turn, so that a long gap of one does not hold up another.</summary>
    private async Task SendWhatIsBehind(CancellationToken gone)
    {
        while (Behind() is { Count: > 0 } behind)
        {
            foreach (var position in behind)
            {
                await SendBatch(position, gone);
            }
        }
    }

    private async Task SendBatch(Position position, CancellationToken gone)
    {
        var unsent = await _inboxes.Unsent(position.Inbox, position.Sent, InboxReader.LargestBatch, gone);
        gone.ThrowIfCancellationRequested();
        if (unsent.Count > 0)
        {
            using var delivery = _watch.Begin(unsent.Where(m => m.Item.Seq > position.Resumed));
            await _client.Deliver(new InboxDelivery(position.Inbox.Campaign, position.Inbox.Recipient, [.. unsent.Select(m => m.Item)], delivery.Traceparents));
            delivery.Taken();
        }

        lock (_positions)
        {
            // An empty answer to a hint: whatever it meant is found at the next poll.
            (position.Sent, position.Head) = unsent.Count > 0 ? (unsent[^1].Item.Seq, position.Head) : (position.Sent, position.Sent);
        }
    }

    private List<Position> Behind()
    {
        lock (_positions)
        {
            return [.. _positions.Values.Where(p => p.Head > p.Sent)];
        }
    }

    private sealed class Position(InboxAddress inbox, long resumed)
    {
        public InboxAddress Inbox { get; } = inbox;

        /// <summary>The head when it was resumed: what comes after it is live.</summary>
        public long Resumed { get; } = resumed;

        /// <summary>The last sequence handed to the connection.</summary>
        public long Sent { get; set; }

        /// <summary>The newest sequence heard of.</summary>
        public long Head { get; set; }
    }
}
