using HuiminCoord.Domain.Deciding;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Api.Doors;

/// <summary>Lets in only requests that a program or page of this server itself makes.</summary>
/// <remarks>
/// A page from elsewhere can reach loopback through the visitor's browser: by a name that it points at 127.0.0.1 (the Host
/// header tells), or by a WebSocket, which browsers do not restrict (the Origin header tells).
/// </remarks>
internal sealed class LocalRequestsOnly(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (!LoopbackOnly.IsLoopback(http.Request.Host.Host))
        {
            throw new RefusedException(new Refusal("host.not-local"));
        }

        var origin = http.Request.Headers.Origin.ToString();
        return origin.Length == 0 || string.Equals(origin, $"{http.Request.Scheme}://{http.Request.Host}", StringComparison.OrdinalIgnoreCase)
            ? next(http)
            : throw new RefusedException(new Refusal("origin.not-local"));
    }
}
