namespace HuiminCoord.Grains.Storage.Rows;

/// <summary>An account as far as access asks about it; the rest of the row belongs to ASP.NET Core Identity.</summary>
public sealed class AccountRow
{
    public required string Id { get; init; }

    /// <summary>What its holder types to sign in; never changed, because the audit names it.</summary>
    public required string UserName { get; init; }

    /// <summary>The person's name, for people.</summary>
    public required string Name { get; init; }

    public required bool TwoFactorEnabled { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DisabledAt { get; set; }
}

/// <summary>That an account sits in a seat.</summary>
public sealed class AppointmentRow
{
    public required string Id { get; init; }

    public required string Account { get; init; }

    /// <summary>Empty for administrators.</summary>
    public required string Campaign { get; init; }

    /// <summary>A seat's address: <c>jiaoyu/liaison</c>, <c>office-director</c>.</summary>
    public required string Seat { get; init; }

    /// <summary>The name in the unit's roster that it stands for; null where people change without the account.</summary>
    public string? Holder { get; init; }

    /// <summary>First day by the campaign's clock; null = it has begun.</summary>
    public DateOnly? FromDay { get; set; }

    /// <summary>Last day; null = open.</summary>
    public DateOnly? UntilDay { get; set; }

    public DateOnly? AbsentFrom { get; set; }

    public DateOnly? AbsentUntil { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    /// <summary>When it was ended at once.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>Somebody who is signed in, in one seat. Instants are real.</summary>
public sealed class SessionRow
{
    public required string Id { get; init; }

    /// <summary>SHA-256 of the token that its holder shows.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary><c>console</c>, <c>api</c> or <c>hub</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The session that asked for a hub token.</summary>
    public string? Parent { get; init; }

    public required string Account { get; init; }

    /// <summary>Null while the holder has no seat: such a session can do nothing but learn that.</summary>
    public string? Appointment { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset SeenAt { get; set; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>What the client calls itself, cut.</summary>
    public required string Client { get; init; }

    /// <summary>A second factor was shown when it began, here or to an identity provider.</summary>
    public bool ProvedTwice { get; init; }
}

/// <summary>A link that opens one door once. Instants are real.</summary>
public sealed class SingleUseLinkRow
{
    public required string Id { get; init; }

    public required byte[] TokenHash { get; init; }

    /// <summary><c>setup</c>, <c>activation</c> or <c>unit</c>.</summary>
    public required string Kind { get; init; }

    public string? Account { get; init; }

    public string? Campaign { get; init; }

    public string? Unit { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}

/// <summary>What was said about who is to hold a unit's seat, waiting for the office.</summary>
public sealed class NominationRow
{
    public required string Id { get; init; }

    public required string Campaign { get; init; }

    public required string Unit { get; init; }

    public required string Seat { get; init; }

    public required string Holder { get; init; }

    public required string Title { get; init; }

    public required string Phone { get; init; }

    public required string Email { get; init; }

    /// <summary><c>link</c>: the unit's own word. <c>list</c>: a list of contacts.</summary>
    public required string Source { get; init; }

    /// <summary>The link by which it was named; null for a list.</summary>
    public string? Link { get; init; }

    /// <summary>Its place among the seats that were named together: the actor takes them in this order.</summary>
    public required int Turn { get; init; }

    /// <summary>Who held the seat when a list came; null = nobody, and for a link.</summary>
    public string? HolderBefore { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the unit's actor answered; null = it has not been asked, or not lived to answer.</summary>
    public DateTimeOffset? ToldAt { get; set; }

    /// <summary>The actor's sequence in its answer: a register that has come so far shows the name.</summary>
    public long? ToldSeq { get; set; }

    /// <summary>Code of the actor's refusal.</summary>
    public string? ToldRefusal { get; set; }

    /// <summary><c>waiting</c>, <c>confirmed</c>, <c>refused</c> or <c>replaced</c> by a later one.</summary>
    public required string Stage { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public string? DecidedBy { get; set; }

    /// <summary>Why it was refused.</summary>
    public string? Reason { get; set; }

    /// <summary>The account that followed, or that was issued for it a moment before the decision.</summary>
    public string? Account { get; set; }
}

/// <summary>A small fact about this server.</summary>
public sealed class ServerFactRow
{
    public required string Name { get; init; }

    public required string Value { get; set; }
}
