using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Api.Sessions;

namespace HuiminCoord.Server.Api.Accounts;

/// <summary>Who is signed in, for the security administrator.</summary>
internal static class WatchedSessionEndpoints
{
    internal static void Map(RouteGroupBuilder api)
    {
        var sessions = api.MapGroup("/sessions").WithTags("Accounts");
        sessions.MapGet("", List).AsQuestion<Page<SessionEntry>>("listSessions").Refuses("page.malformed");
        sessions.MapPost("/{session}/end", End).AsAct<DoneView>("revokeSession", null).Refuses("session.unknown");
    }

    /// <summary>Living sessions, the latest first.</summary>
    /// <remarks>A page may have fewer rows than asked for, because sessions that have fallen idle are left out; <c>next</c> says whether more follow.</remarks>
    /// <param name="login">Only this account's.</param>
    /// <param name="limit">Rows per page, 1 to 200; 50 unless told.</param>
    /// <param name="next">The following page, from the answer before.</param>
    internal static async Task<Page<SessionEntry>> List(
        SessionList sessions, CancellationToken cancellation, [Words(32)] string? login = null, [Within(1, PageCursor.Most)] int limit = PageCursor.Usual, [Words(600)] string? next = null)
    {
        var page = await sessions.List(new SessionFilter(login, limit, next), cancellation);
        return new(true, page.Items, page.Next);
    }

    /// <summary>Ends a session: it opens nothing any more, and its push connections close within a second.</summary>
    /// <remarks>The account can sign in again; closing it or taking its seat prevents that.</remarks>
    internal static async Task<DoneView> End(string session, HttpContext http, SessionList sessions, CancellationToken cancellation)
    {
        await sessions.End(session, Passages.Of(http).Asker, cancellation);
        return new(true);
    }
}
