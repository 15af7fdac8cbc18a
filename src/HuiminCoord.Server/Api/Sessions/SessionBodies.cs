using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Bodies;

namespace HuiminCoord.Server.Api.Sessions;

/// <summary>Signing in.</summary>
/// <param name="Login">Login name.</param>
/// <param name="Password">Password.</param>
/// <param name="Code">The authenticator app's six digits, where one is set up.</param>
/// <param name="Seat">The seat to sit in, such as jiaoyu/liaison; absent = the first that is held.</param>
/// <param name="Campaign">The seat's campaign, where it is held in several.</param>
public sealed record SignInBody(
    [property: Words(64, 1)] string Login, [property: Words(SigningIn.LongestPassword, 1)] string Password, [property: Words(10)] string? Code = null,
    [property: Words(90)] string? Seat = null, [property: Words(60)] string? Campaign = null);

/// <summary>Sitting in another of one's seats.</summary>
/// <param name="Seat">The seat's address.</param>
/// <param name="Campaign">The seat's campaign; absent where it is held in one only, and for administrators.</param>
public sealed record ChooseSeatBody([property: Words(90, 1)] string Seat, [property: Words(60)] string? Campaign = null);

/// <summary>A seat that somebody holds.</summary>
/// <param name="Seat">Its address: jiaoyu/liaison, office-director.</param>
/// <param name="Role">What kind of seat it is.</param>
/// <param name="Campaign">Null for administrators.</param>
internal sealed record SeatHeldView(string Seat, string Role, string? Campaign)
{
    internal static SeatHeldView Of(HeldSeat held) => new(held.Seat.ToString(), SeatNames.Of(held.Seat.Role), held.Campaign.Length == 0 ? null : held.Campaign);
}

/// <summary>Somebody is signed in.</summary>
/// <param name="Token">Send it as <c>Authorization: Bearer …</c>. It is shown once.</param>
/// <param name="Seat">Where they sit; every request is made from this seat.</param>
/// <param name="Seats">Where they may sit.</param>
internal sealed record SignedInView(string Token, SeatHeldView Seat, IReadOnlyList<SeatHeldView> Seats)
{
    internal static SignedInView Of(SignedIn signed) => new(signed.Token, SeatHeldView.Of(signed.Seat), [.. signed.Seats.Select(SeatHeldView.Of)]);
}

/// <summary>Who is asking.</summary>
/// <param name="Name">The person's name.</param>
/// <param name="StandsInFor">Seats whose announced absence covers today: their work and inbox are open meanwhile.</param>
/// <param name="Inboxes">Inboxes that are open to the seat.</param>
/// <param name="Until">When the session ends at the latest.</param>
internal sealed record SessionView(
    string Login, string Name, SeatHeldView Seat, IReadOnlyList<SeatHeldView> Seats, IReadOnlyList<string> StandsInFor, IReadOnlyList<string> Inboxes, DateTimeOffset Until);

/// <summary>A token for the push channel.</summary>
/// <param name="Token">Good for connecting within two minutes, on the push channel only.</param>
internal sealed record HubTokenView(string Token);

/// <summary>It is done.</summary>
internal sealed record DoneView(bool Done);
