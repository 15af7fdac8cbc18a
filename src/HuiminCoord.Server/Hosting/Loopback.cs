using System.Net;

namespace HuiminCoord.Server.Hosting;

/// <summary>Until there are accounts, only this machine is served.</summary>
public static class Loopback
{
    /// <summary>True when every address of the list (separated by semicolons) is one of this machine alone.</summary>
    public static bool Covers(string urls) =>
        urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } all
        && all.All(url => Uri.TryCreate(url, UriKind.Absolute, out var uri) && IsLoopback(uri.Host));

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
