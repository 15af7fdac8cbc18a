using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace HuiminCoord.Server.Rehearsals;

/// <summary>Those who watch a rehearsal. Whoever is slow sees the newest standing only.</summary>
internal sealed class StandingWatchers
{
    private readonly ConcurrentDictionary<Channel<RehearsalStanding>, bool> _channels = new();

    internal void Publish(RehearsalStanding standing)
    {
        foreach (var (channel, _) in _channels)
        {
            channel.Writer.TryWrite(standing);
        }
    }

    /// <summary>The present standing, then those that are published from now on.</summary>
    internal async IAsyncEnumerable<RehearsalStanding> Watch(Func<RehearsalStanding> present, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var channel = Channel.CreateBounded<RehearsalStanding>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        _channels[channel] = true;
        try
        {
            yield return present();
            await foreach (var standing in channel.Reader.ReadAllAsync(cancellation))
            {
                yield return standing;
            }
        }
        finally
        {
            _channels.TryRemove(channel, out _);
        }
    }
}
