using HuiminCoord.Domain.Deciding;

namespace HuiminCoord.Server.Onboarding;

/// <summary>What has become of a nomination.</summary>
public enum NominationStage
{
    /// <summary>The office has not decided.</summary>
    Waiting,

    /// <summary>An account followed.</summary>
    Confirmed,

    /// <summary>No account follows.</summary>
    Refused,

    /// <summary>Somebody else was named for the seat before the office decided.</summary>
    Replaced,
}

/// <summary>Where a nomination comes from.</summary>
public enum NominationSource
{
    /// <summary>The unit's own word.</summary>
    Link,

    /// <summary>A list of contacts, or a row of it typed by the office.</summary>
    List,
}

/// <summary>Who is to hold a unit's seat, as the office sees it.</summary>
/// <param name="Seat">The seat's address: jiaoyu/liaison.</param>
/// <param name="Holder">The person's name.</param>
/// <param name="InForce">True when the roster names this person for the seat today.</param>
/// <param name="Outdated">True when it waits although the roster has passed on to somebody else: it can only be refused.</param>
/// <param name="Login">The account that followed, or would be reused; null = a new one.</param>
/// <param name="ProposedLogin">Login name of a new account unless the office gives another; null when none is needed.</param>
/// <param name="Reason">Why it was refused.</param>
public sealed record NominationEntry(
    string Nomination, string Unit, string Name, string Seat, string Holder, string Title, string Phone, string Email, NominationSource Source, DateTimeOffset At,
    NominationStage Stage, bool InForce, bool Outdated, string? Login, string? ProposedLogin, DateTimeOffset? DecidedAt, string? DecidedBy, string? Reason);

/// <summary>A nomination that the office confirms.</summary>
/// <param name="Nomination">Its id.</param>
/// <param name="Login">The login name of the account; null = as proposed. An account that the person has already keeps its own.</param>
public sealed record ConfirmWish(string Nomination, string? Login);

/// <summary>What became of one confirmation.</summary>
/// <param name="Login">The account; null when it was refused.</param>
/// <param name="NewAccount">False when the person had one.</param>
/// <param name="Slip">To be printed; null when the account is in use already, or when it was refused.</param>
/// <param name="Refusal">Why not; null when it was confirmed.</param>
public sealed record ConfirmAnswer(string Nomination, string? Login, bool NewAccount, ActivationSlip? Slip, Refusal? Refusal);
