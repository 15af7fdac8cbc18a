using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Onboarding;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Bodies;

namespace HuiminCoord.Server.Api.Onboarding;

/// <summary>For which units links are made.</summary>
/// <param name="Units">Their ids; absent = all member units.</param>
public sealed record MakeUnitLinksBody([property: IdList(200)] IReadOnlyList<string>? Units = null);

/// <summary>A unit's link.</summary>
/// <param name="Token">The last part of its address.</param>
public sealed record UnitLinkBody([property: Words(Secrets.MostCharacters, 1)] string Token);

/// <summary>Somebody who is named.</summary>
/// <param name="Name">Name.</param>
/// <param name="Title">Post.</param>
/// <param name="Phone">Kept for people, never in logs or the audit.</param>
/// <param name="Email">Mail address.</param>
public sealed record PersonBody(
    [property: Words(NamingRules.LongestText, 1)] string Name, [property: Words(NamingRules.LongestText)] string? Title = null,
    [property: Words(NamingRules.LongestText)] string? Phone = null, [property: Words(NamingRules.LongestMail)] string? Email = null)
{
    internal NamedPerson Person => new(Name, Title ?? "", Phone ?? "", Email ?? "");
}

/// <summary>Whom a unit names.</summary>
/// <param name="Token">Of the unit's link.</param>
/// <param name="Liaison">联络人: another person than leader and deputy.</param>
/// <param name="Deputy">备用联络人; absent = not named now.</param>
/// <param name="Leader">单位负责同志; only while nobody has been named: a later change is for the joint meeting.</param>
public sealed record NameByLinkBody([property: Words(Secrets.MostCharacters, 1)] string Token, PersonBody? Liaison = null, PersonBody? Deputy = null, PersonBody? Leader = null)
{
    internal NamedPeople People => new(Liaison?.Person, Deputy?.Person, Leader?.Person);
}

/// <summary>One contact that the office types.</summary>
/// <param name="Unit">The unit's id.</param>
/// <param name="Seat">leader, liaison or deputy.</param>
/// <param name="Person">Who.</param>
public sealed record EnterContactBody([property: IdWord] string Unit, SeatKind Seat, PersonBody Person);

/// <summary>Nominations that the office confirms.</summary>
/// <param name="Nominations">At most 100 at once.</param>
public sealed record ConfirmBody([property: Entries(1, 100)] IReadOnlyList<ConfirmedNominationBody> Nominations);

/// <summary>A nomination that the office confirms.</summary>
/// <param name="Nomination">Its id.</param>
/// <param name="Login">Login name of the account; absent = as proposed.</param>
public sealed record ConfirmedNominationBody([property: Words(40, 1)] string Nomination, [property: Words(32)] string? Login = null);

/// <summary>A nomination that the office refuses.</summary>
/// <param name="Reason">Why.</param>
public sealed record RefuseNominationBody([property: Words(400, 1)] string Reason);
