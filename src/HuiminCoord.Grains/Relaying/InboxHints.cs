using System.Collections.Concurrent;
using System.Threading.Channels;

namespace HuiminCoord.Grains.Relaying;

/// <summary>An inbox has grown. Only a hint: whoever misses it finds the same rows in the inbox.</summary>
/// <param name="Head">The recipient's highest sequence.</param>
public sealed record InboxHint(string Campaign, string Recipient, long Head);

/// <summary>Passes hints from the relays of this process to its push gateway, after the commit.</summary>
public sealed class InboxHints
{
    private readonly ConcurrentDictionary<Subscription, bool> _subscriptions = new();

    /// <summary>Starts listening; dispose the answer to stop.</summary>
    public Subscription Subscribe()
    {
        var subscription = new Subscription(this);
        _subscriptions[subscription] = true;
        return subscription;
    }

    internal void Publish(IReadOnlyList<InboxHint> hints)
    {
        foreach (var (subscription, _) in _subscriptions)
        {
            foreach (var hint in hints)
            {
                subscription.Channel.Writer.TryWrite(hint);
            }
        }
    }

    /// <summary>One listener. When it is slow, the oldest hints are dropped: the newer one says more.</summary>
    public sealed class Subscription : IDisposable
    {
        private readonly InboxHints _owner;

        internal Subscription(InboxHints owner) => _owner = owner;

        /// <summary>The hints, in the order of the commits of each shard.</summary>
        public ChannelReader<InboxHint> Hints => Channel.Reader;

        internal Channel<InboxHint> Channel { get; } =
            System.Threading.Channels.Channel.CreateBounded<InboxHint>(new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropOldest });

        /// <inheritdoc/>
        public void Dispose()
        {
            _owner._subscriptions.TryRemove(this, out _);
            Channel.Writer.TryComplete();
        }
    }
}
