using HuiminCoord.Domain.Onboarding;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Bodies;

namespace HuiminCoord.Server.Api.Accounts;

/// <summary>An account to be issued.</summary>
/// <param name="Login">Login name: 3 to 32 of a-z, 0-9, dot and hyphen. It never changes.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Email">Mail address.</param>
public sealed record IssueAccountBody(
    [property: Words(32, 1)] string Login, [property: Words(NamingRules.LongestText, 1)] string Name, [property: Words(NamingRules.LongestMail)] string? Email = null);

/// <summary>A seat to be given.</summary>
/// <param name="Login">The account.</param>
/// <param name="Seat">The seat's address: office-director, convenor, scjg/section-shipin, security-admin. Seats of a unit's people follow the unit's own word.</param>
/// <param name="Campaign">The seat's campaign; absent for administrators.</param>
/// <param name="From">First day by the campaign's clock; absent = at once.</param>
/// <param name="Until">Last day; absent = open.</param>
public sealed record GiveSeatBody(
    [property: Words(32, 1)] string Login, [property: Words(90, 1)] string Seat, [property: Words(60)] string? Campaign = null, DateOnly? From = null, DateOnly? Until = null);

/// <summary>When one's own seat is away; both days included.</summary>
/// <param name="From">First day away.</param>
/// <param name="Until">Last day away.</param>
public sealed record OwnAbsenceBody(DateOnly From, DateOnly Until);

/// <summary>A single-use link.</summary>
/// <param name="Token">The last part of its address.</param>
public sealed record LinkBody([property: Words(Secrets.MostCharacters, 1)] string Token);

/// <summary>Activating an account.</summary>
/// <param name="Token">Of the slip's link.</param>
/// <param name="Password">At least 10 characters.</param>
/// <param name="Code">Six digits of an authenticator app that knows the key; absent = no second factor, where none is needed.</param>
public sealed record ActivateBody(
    [property: Words(Secrets.MostCharacters, 1)] string Token, [property: Words(1000, 1)] string Password, [property: Words(10)] string? Code = null);

/// <summary>Becoming the first system administrator.</summary>
/// <param name="Token">Of the link in the server's log.</param>
/// <param name="Login">Login name.</param>
/// <param name="Name">The person's name.</param>
public sealed record SetUpBody([property: Words(Secrets.MostCharacters, 1)] string Token, [property: Words(32, 1)] string Login, [property: Words(NamingRules.LongestText, 1)] string Name);

/// <summary>What an activation slip leads to.</summary>
/// <param name="NeedsFactor">True when the account cannot be used without a second factor.</param>
/// <param name="Key">For an authenticator app, in base 32.</param>
/// <param name="Uri">The same as apps read it from a picture.</param>
internal sealed record ActivationView(string Login, string Name, bool NeedsFactor, string Key, string Uri);

/// <summary>A seat was given.</summary>
/// <param name="Appointment">Its id, by which it is ended.</param>
internal sealed record GivenSeatView(string Appointment);
