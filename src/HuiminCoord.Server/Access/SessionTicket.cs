using HuiminCoord.Server.Accounts;

namespace HuiminCoord.Server.Access;

/// <summary>Where a request shows who it comes from: programs a bearer token, browsers a cookie, the push channel a token of its own.</summary>
/// <remarks>
/// A cookie opens pages only, so no page from elsewhere can make a browser call the API; a token in the address is looked at on
/// the push channel only, because addresses end up in logs, and is good there for minutes only.
/// </remarks>
internal static class SessionTicket
{
    /// <summary>The console's cookie. The prefix makes browsers insist on HTTPS, so it is left out on plain loopback.</summary>
    internal const string Cookie = "huimin-session";
    internal const string SecureCookie = "__Host-" + Cookie;

    /// <summary>Name of the query parameter that SignalR clients put their token into.</summary>
    private const string QueryToken = "access_token";

    /// <summary>Where the push channel is.</summary>
    internal const string HubPath = "/hubs/coordination";

    private const string Bearer = "Bearer ";

    /// <summary>The token and what it has to be; null when the request shows none that its address takes.</summary>
    internal static (string Token, SessionKind Kind)? Of(HttpRequest request)
    {
        var hub = request.Path.StartsWithSegments(HubPath, StringComparison.Ordinal);
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return hub || request.Path.StartsWithSegments("/api", StringComparison.Ordinal) ? (header[Bearer.Length..].Trim(), SessionKind.Api) : null;
        }

        if (hub)
        {
            return request.Query[QueryToken].ToString() is { Length: > 0 } token ? (token, SessionKind.Hub) : null;
        }

        return request.Path.StartsWithSegments("/api", StringComparison.Ordinal) ? null : OfCookie(request);
    }

    /// <summary>The name under which the console's cookie is set and read.</summary>
    internal static string CookieName(HttpRequest request) => request.IsHttps ? SecureCookie : Cookie;

    private static (string, SessionKind)? OfCookie(HttpRequest request) =>
        request.Cookies[CookieName(request)] is { Length: > 0 } cookie ? (cookie, SessionKind.Console) : null;
}
