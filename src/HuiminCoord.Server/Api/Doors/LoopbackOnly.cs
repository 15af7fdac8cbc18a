using System.Net;

namespace HuiminCoord.Server.Api.Doors;

/// <summary>A rehearsal prints its pass phrase, and a server without a public address has nobody to serve elsewhere: only this machine reaches it.</summary>
public static class LoopbackOnly
{
    /// <summary>Settings that open a port on every address.</summary>
    private static readonly string[] OpenPorts = ["http_ports", "https_ports"];

    /// <summary>Refuses addresses that other machines could reach.</summary>
    /// <exception cref="LoopbackOnlyException">One of them is not loopback.</exception>
    public static void Require(IEnumerable<string> urls)
    {
        ArgumentNullException.ThrowIfNull(urls);
        foreach (var url in urls.SelectMany(u => u.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            var host = BindingAddress.Parse(url).Host;
            if (!IsLoopback(host))
            {
                throw new LoopbackOnlyException($"{url} would be open to other machines. Use http://127.0.0.1:PORT, or serve --live with HUIMINCOORD_PUBLIC_URL (deploy/README.md).");
            }
        }
    }

    /// <summary>True for <c>localhost</c>, 127.0.0.0/8 and <c>::1</c>, in brackets or not.</summary>
    public static bool IsLoopback(string? host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host?.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>Everything that configuration asks the web server to listen on.</summary>
    internal static IEnumerable<string> Configured(IConfiguration configuration)
    {
        var ports = OpenPorts.Select(k => configuration[k]).OfType<string>().Where(p => p.Length > 0).Select(p => $"http://*:{p.Split(';')[0]}");
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"]).OfType<string>();
        return (configuration["urls"] is { Length: > 0 } urls ? [urls] : ports).Concat(endpoints);
    }
}

/// <summary>The server was asked to listen where other machines reach it.</summary>
public sealed class LoopbackOnlyException : InvalidOperationException
{
    public LoopbackOnlyException()
    {
    }

    public LoopbackOnlyException(string message)
        : base(message)
    {
    }

    public LoopbackOnlyException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
