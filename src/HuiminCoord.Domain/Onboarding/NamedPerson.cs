using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Onboarding;

/// <summary>Somebody who is named for a seat.</summary>
/// <param name="Name">As it is to stand in the roster.</param>
/// <param name="Title">Post; may be empty.</param>
/// <param name="Phone">May be empty; kept for people, never in logs or the audit.</param>
/// <param name="Email">May be empty.</param>
public sealed record NamedPerson(string Name, string Title, string Phone, string Email)
{
    /// <summary>Without white space around what was typed.</summary>
    public NamedPerson Tidied => new(Name.Trim(), Title.Trim(), Phone.Trim(), Email.Trim());
}

/// <summary>Whom a unit names at once.</summary>
/// <param name="Liaison">The one that has to be named.</param>
/// <param name="Deputy">Null = not named now; whoever sits there stays.</param>
/// <param name="Leader">Null = not named now.</param>
public sealed record NamedPeople(NamedPerson? Liaison, NamedPerson? Deputy, NamedPerson? Leader);

/// <summary>One seat of a unit and who is named for it.</summary>
public sealed record NamedSeat(SeatKind Seat, NamedPerson Person);
