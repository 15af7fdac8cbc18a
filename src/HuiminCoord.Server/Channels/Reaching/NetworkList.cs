using System.Globalization;
using System.Net;
using HuiminCoord.Server.Settings;

namespace HuiminCoord.Server.Channels.Reaching;

/// <summary>Networks that the operator opens: <c>10.1.2.0/24</c>, or one port in them: <c>127.0.0.1/32@25</c>.</summary>
public sealed class NetworkList
{
    private readonly IReadOnlyList<(IPNetwork Network, int? Port)> _networks;

    private NetworkList(IReadOnlyList<(IPNetwork Network, int? Port)> networks) => _networks = networks;

    /// <summary>Opens nothing.</summary>
    public static NetworkList Empty { get; } = new([]);

    /// <summary>True when something of this machine itself is opened: a rehearsal may reach nothing else.</summary>
    public bool HasLoopback => _networks.Any(n => IPAddress.IsLoopback(n.Network.BaseAddress));

    /// <summary>Reads a list with commas.</summary>
    /// <exception cref="CommandRefusedException">An entry is no network.</exception>
    public static NetworkList Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new([.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Entry)]);
    }

    /// <summary>True when the address and port are opened. An IPv4 address in IPv6 clothes is looked at as what it is.</summary>
    public bool Contains(IPAddress address, int port)
    {
        var plain = Addresses.Plain(address);
        return _networks.Any(n => n.Network.Contains(plain) && (n.Port is null || n.Port == port));
    }

    private static (IPNetwork, int?) Entry(string text)
    {
        var parts = text.Split('@');
        var port = 0;
        return parts.Length <= 2 && parts[0].Contains('/', StringComparison.Ordinal) && IPNetwork.TryParse(parts[0], out var network)
            && (parts.Length == 1 || (int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and <= 65535))
                ? (network, parts.Length == 1 ? null : port)
                : throw new CommandRefusedException($"{ChannelSettings.AllowVariable}: '{text}' is no network. Write networks like this, with commas between them: 10.1.2.0/24, 127.0.0.1/32@25, fd00::/8");
    }
}
