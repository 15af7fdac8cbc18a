using System.Net;
using System.Net.Sockets;

namespace HuiminCoord.Server.Channels.Reaching;

/// <summary>Which addresses lead to other people's public machines, and which into somebody's own network.</summary>
/// <remarks>IPv4 and IPv6 special-purpose registries (RFC 6890 and its successors); what is not known to be public is not.</remarks>
internal static class Addresses
{
    private static readonly IPNetwork[] NotPublicV4 =
    [
        .. Of("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24"),
        .. Of("192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
    ];

    /// <summary>All of IPv6 that is routed for everybody; the exceptions carry IPv4 addresses inside, or are for examples.</summary>
    private static readonly IPNetwork PublicV6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] NotPublicV6 = Of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /// <summary>True when the address is a public one.</summary>
    internal static bool IsPublic(IPAddress address)
    {
        var plain = Plain(address);
        return plain.AddressFamily == AddressFamily.InterNetwork
            ? !NotPublicV4.Any(n => n.Contains(plain))
            : plain.AddressFamily == AddressFamily.InterNetworkV6 && PublicV6.Contains(plain) && !NotPublicV6.Any(n => n.Contains(plain));
    }

    /// <summary>An IPv4 address that is written as IPv6, as IPv4.</summary>
    internal static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static IPNetwork[] Of(params string[] networks) => [.. networks.Select(n => IPNetwork.Parse(n))];
}
