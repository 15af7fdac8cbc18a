using System.Net;
using System.Net.Sockets;
using HuiminCoord.Domain.Channels;
using HuiminCoord.Grains.Clocks;

namespace HuiminCoord.Server.Channels.Reaching;

/// <summary>The addresses of a name, as the resolver of this machine says them.</summary>
public delegate Task<IPAddress[]> NameLookup(string host, CancellationToken cancellation);

/// <summary>The only way out: looks at what a name resolves to, and connects to the very address it has looked at.</summary>
/// <remarks>
/// A name is checked after it was resolved, each time: a name that is public today can point into the office's own network
/// tomorrow. Without encryption only addresses go that the operator has listed; in a rehearsal only listed ones of this machine.
/// </remarks>
public sealed class OutsideNetwork(ChannelSettings settings, CampaignClock clock, NameLookup lookup)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>True when this server reaches nobody but listed addresses of this machine.</summary>
    internal bool IsRehearsal => clock.IsVirtual;

    /// <summary>False when nothing can ever be reached from here.</summary>
    internal bool IsOpen => !IsRehearsal || settings.Allowed.HasLoopback;

    /// <summary>The addresses of a host that may be reached.</summary>
    /// <exception cref="AttemptFailedException">There are none.</exception>
    internal async Task<IReadOnlyList<IPAddress>> Resolve(string host, int port, bool encrypted, CancellationToken cancellation)
    {
        var found = await Look(host, cancellation);
        var permitted = found.Where(a => IsPermitted(a, port, encrypted)).ToList();
        return permitted.Count > 0 ? permitted : throw new AttemptFailedException(new(found.Length == 0 ? Failures.NameNotFound : Failures.AddressNotAllowed));
    }

    /// <summary>A connection to a host.</summary>
    /// <exception cref="AttemptFailedException">It has no address that may be reached, or none that answers.</exception>
    internal async Task<Socket> Connect(string host, int port, bool encrypted, CancellationToken cancellation)
    {
        foreach (var address in await Resolve(host, port, encrypted, cancellation))
        {
            if (await TryConnect(new IPEndPoint(address, port), cancellation) is { } socket)
            {
                return socket;
            }
        }

        throw new AttemptFailedException(new(Failures.ConnectionFailed));
    }

    private bool IsPermitted(IPAddress address, int port, bool encrypted) => IsRehearsal
        ? IPAddress.IsLoopback(Addresses.Plain(address)) && settings.Allowed.Contains(address, port)
        : settings.Allowed.Contains(address, port) || (encrypted && Addresses.IsPublic(address));

    private async Task<IPAddress[]> Look(string host, CancellationToken cancellation)
    {
        if (IPAddress.TryParse(host.Trim('[', ']'), out var literal))
        {
            return [literal];
        }

        try
        {
            return await lookup(host, cancellation);
        }
        catch (Exception unknown) when (unknown is SocketException or ArgumentException)
        {
            return [];
        }
    }

    private static async Task<Socket?> TryConnect(IPEndPoint place, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        var socket = new Socket(place.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(place, patience.Token);
            return socket;
        }
        catch (Exception failure)
        {
            socket.Dispose();
            if (failure is SocketException || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
            {
                return null;
            }

            throw;
        }
    }
}

/// <summary>An attempt that is over before anything was sent.</summary>
internal sealed class AttemptFailedException(Attempt attempt) : Exception(attempt.Error)
{
    public Attempt Attempt { get; } = attempt;
}
