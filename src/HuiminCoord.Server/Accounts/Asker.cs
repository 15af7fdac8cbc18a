using HuiminCoord.Domain.Access;

namespace HuiminCoord.Server.Accounts;

/// <summary>Who asks: an account that is signed in, in one of its seats.</summary>
/// <param name="Session">Its session.</param>
/// <param name="Account">The account's id.</param>
/// <param name="Login">The account's login name.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Appointment">That the account sits in the seat.</param>
/// <param name="Campaign">The seat's campaign; empty for administrators.</param>
/// <param name="Standing">The seat, and those for which it stands in today.</param>
/// <param name="Until">When the session ends at the latest, real time.</param>
public sealed record Asker(string Session, string Account, string Login, string Name, string Appointment, string Campaign, Standing Standing, DateTimeOffset Until)
{
    /// <summary>A second factor was shown when the session began.</summary>
    public bool ProvedTwice { get; init; }

    /// <summary>Between seat and login name in <see cref="Signature"/>; neither can contain it.</summary>
    internal const char Sign = '@';

    /// <summary>How the audit names who asked: <c>jiaoyu/liaison@lianluo.jiaoyu</c>. The seat passes on; what was done stays with the person.</summary>
    public string Signature => $"{Standing.Seat}{Sign}{Login}";
}

/// <summary>That a request was let in.</summary>
/// <param name="Asker">Who asks.</param>
/// <param name="Reach">Whose things it reaches with this operation.</param>
public sealed record Passage(Asker Asker, Reach Reach)
{
    /// <summary>The only unit of which lists may speak; null = all.</summary>
    public string? OnlyUnit => Reach.HasFlag(Reach.Other) ? null : Asker.Standing.Seat.Unit?.Value ?? "";

    /// <summary>The inboxes of which lists may speak; null = all.</summary>
    public IReadOnlyList<string>? OnlyInboxes => Reach.HasFlag(Reach.Other) ? null : [.. Asker.Standing.Inboxes];
}
