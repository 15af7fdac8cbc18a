namespace HuiminCoord.Server.Access;

/// <summary>The cookie that carries a console session's token.</summary>
/// <remarks>
/// No page can read it, no other site can send it, and it is forgotten with the browser; when the session ends before that is for
/// the server to say.
/// </remarks>
internal static class SessionCookie
{
    /// <summary>Hands a new session to the browser in the place of any earlier one.</summary>
    internal static void Set(HttpContext http, string token) => http.Response.Cookies.Append(SessionTicket.CookieName(http.Request), token, Options(http.Request));

    /// <summary>Takes it back.</summary>
    internal static void Remove(HttpContext http) => http.Response.Cookies.Delete(SessionTicket.CookieName(http.Request), Options(http.Request));

    /// <summary>True when the browser shows one, whether it opens something or not.</summary>
    internal static bool IsShown(HttpRequest request) => request.Cookies.ContainsKey(SessionTicket.CookieName(request));

    private static CookieOptions Options(HttpRequest request) =>
        new() { HttpOnly = true, Secure = request.IsHttps, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true };
}
