using HuiminCoord.Domain.Deciding;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Settings;

namespace HuiminCoord.Server.Api.Doors;

/// <summary>Lets in only requests to this server's own names, and only from its own pages.</summary>
/// <remarks>
/// A page from elsewhere can reach a server through the visitor's browser: by a name that it points there (the Host header
/// tells), by a form, or by a WebSocket, which browsers do not restrict (the Origin header tells).
/// </remarks>
internal sealed class KnownNamesOnly(RequestDelegate next, IServiceProvider services)
{
    private readonly PublicAddress? _public = services.GetService<PublicAddress>();

    public Task InvokeAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var host = http.Request.Host;
        if (!LoopbackOnly.IsLoopback(host.Host) && !string.Equals(host.Host, _public?.Url.Host, StringComparison.OrdinalIgnoreCase))
        {
            throw new RefusedException(new Refusal("host.not-local"));
        }

        var origin = http.Request.Headers.Origin.ToString();
        return origin.Length == 0 || IsOwn(origin, $"{http.Request.Scheme}://{host}") || IsOwn(origin, _public?.Origin)
            ? next(http)
            : throw new RefusedException(new Refusal("origin.not-local"));
    }

    private static bool IsOwn(string origin, string? own) => string.Equals(origin, own, StringComparison.OrdinalIgnoreCase);
}
