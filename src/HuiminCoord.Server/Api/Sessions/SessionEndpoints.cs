using HuiminCoord.Server.Access;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;

namespace HuiminCoord.Server.Api.Sessions;

/// <summary>Signing in and out, and which of one's seats one sits in.</summary>
internal static class SessionEndpoints
{
    internal static void Map(RouteGroupBuilder api)
    {
        var session = api.MapGroup("/session").WithTags("Session");
        session.MapPost("", SignIn).AsAct<SignedInView>("signIn", new SignInBody("jiaoyu-liaison", "correct-horse-battery-staple", "123456"))
            .Refuses("request.too-many", "access.no-seat", "access.sign-in-refused", "access.second-factor-missing").AgainstGuessing();
        session.MapGet("", Who).AsQuestion<SessionView>("getSession");
        session.MapPost("/seat", Choose).AsAct<SignedInView>("chooseSeat", new ChooseSeatBody("jiaoyu/deputy"))
            .Refuses("access.no-seat", "access.second-factor-missing");
        session.MapPost("/hub-token", HubToken).AsAct<HubTokenView>("issueHubToken", null);
        session.MapPost("/end", End).AsAct<DoneView>("endSession", null);
    }

    /// <summary>Signs in with login name, password and, where one is set up, a code of the second factor.</summary>
    /// <remarks>Whatever is wrong, the answer is the same. After five failures an account rests for fifteen minutes.</remarks>
    internal static async Task<SignedInView> SignIn(SignInBody body, SigningIn signingIn, HttpRequest request, CancellationToken cancellation) =>
        SignedInView.Of(await signingIn.Open(new(body.Login, body.Password, body.Code, body.Seat, body.Campaign), SessionKind.Api, Client(request), cancellation));

    /// <summary>Who asks, and from which seat.</summary>
    /// <remarks>Also which seats the asker stands in for today, and which inboxes are open.</remarks>
    internal static async Task<SessionView> Who(HttpContext http, SeatBook seats, CancellationToken cancellation)
    {
        var asker = Passages.Of(http).Asker;
        var held = await seats.Of(asker.Account, cancellation);
        return new(
            asker.Login, asker.Name, SeatHeldView.Of(held.First(h => h.Appointment == asker.Appointment)), [.. held.Select(SeatHeldView.Of)],
            [.. asker.Standing.StandsInFor.Select(s => s.ToString())], [.. asker.Standing.Inboxes], asker.Until);
    }

    /// <summary>Sits in another of one's seats: the answer is a new session, and the present one ends.</summary>
    /// <remarks>The change is audited; what is done from a seat is signed with it.</remarks>
    internal static async Task<SignedInView> Choose(ChooseSeatBody body, HttpContext http, SeatSwitch seats, CancellationToken cancellation) =>
        SignedInView.Of(await seats.To(Passages.Of(http).Asker, body.Seat, body.Campaign, SessionKind.Api, Client(http.Request), cancellation));

    /// <summary>A token that opens the push channel within two minutes, for clients that can only put it into the address.</summary>
    /// <remarks>Clients that can set headers send their bearer token to the push channel as well.</remarks>
    internal static async Task<HubTokenView> HubToken(HttpContext http, SessionBook sessions)
    {
        var asker = Passages.Of(http).Asker;
        return new(await sessions.Open(SessionKind.Hub, asker.Account, asker.Appointment, Client(http.Request), asker.Session));
    }

    /// <summary>Signs out: the session opens nothing any more, and its push connections close.</summary>
    /// <remarks>Other sessions of the account go on.</remarks>
    internal static async Task<DoneView> End(HttpContext http, SessionBook sessions, CancellationToken cancellation)
    {
        await sessions.Revoke(Passages.Of(http).Asker.Session, cancellation);
        return new(true);
    }

    private static string Client(HttpRequest request) => request.Headers.UserAgent.ToString();
}
