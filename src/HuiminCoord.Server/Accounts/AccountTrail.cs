using System.Text.Json;
using HuiminCoord.Grains.Auditing;
using HuiminCoord.Grains.Storage;

namespace HuiminCoord.Server.Accounts;

/// <summary>What is done with accounts and seats, into the audit: who, to whom, when. Never a password, a token or a telephone number.</summary>
/// <remarks>All of it belongs to the server and is told in real time, also in a rehearsal.</remarks>
internal sealed class AccountTrail(TimeProvider time)
{
    private const string Type = "account";
    private const string Joining = "joining";

    /// <summary>Something that an account did itself.</summary>
    internal Task Append(CoordinationDb db, Account account, string @event, object body, CancellationToken cancellation) =>
        Append(db, account.UserName!, account.UserName, @event, body, cancellation);

    /// <summary>Something that was done to an account.</summary>
    /// <param name="db">The transaction in which it is done.</param>
    /// <param name="login">The account.</param>
    /// <param name="by">Who did it; null = the program.</param>
    /// <param name="event">What: <c>account.issued</c>.</param>
    /// <param name="body">Its particulars.</param>
    /// <param name="cancellation">Gives up.</param>
    internal Task Append(CoordinationDb db, string login, string? by, string @event, object body, CancellationToken cancellation) =>
        AuditLog.Append(db, new AuditEntry(AuditLog.Server, Type, login, time.GetUtcNow(), by, @event, JsonSerializer.Serialize(body, JsonSerializerOptions.Web)), cancellation);

    /// <summary>Several things that were done to accounts at once, in this order.</summary>
    internal Task Append(CoordinationDb db, string by, IReadOnlyList<TrailLine> lines, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return AuditLog.Append(db, [.. lines.Select(l => new AuditEntry(AuditLog.Server, Type, l.Login, now, by, l.Event, JsonSerializer.Serialize(l.Body, JsonSerializerOptions.Web)))], cancellation);
    }

    /// <summary>What was done so that a unit's people get in.</summary>
    /// <param name="db">The transaction in which it is done.</param>
    /// <param name="campaign">The unit's campaign.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="by">Who did it: a seat and an account, or the unit by its link.</param>
    /// <param name="event">What: <c>unit-link.made</c>.</param>
    /// <param name="body">Its particulars.</param>
    /// <param name="cancellation">Gives up.</param>
    internal Task OfUnit(CoordinationDb db, string campaign, string unit, string by, string @event, object body, CancellationToken cancellation) =>
        AuditLog.Append(db, new AuditEntry(AuditLog.Server, Joining, $"{campaign}/{unit}", time.GetUtcNow(), by, @event, JsonSerializer.Serialize(body, JsonSerializerOptions.Web)), cancellation);

    /// <summary>The same for several units at once.</summary>
    internal Task OfUnits(CoordinationDb db, string campaign, IEnumerable<string> units, string by, string @event, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return AuditLog.Append(db, [.. units.Select(u => new AuditEntry(AuditLog.Server, Joining, $"{campaign}/{u}", now, by, @event, "{}"))], cancellation);
    }
}

/// <summary>One thing that was done to an account.</summary>
internal sealed record TrailLine(string Login, string Event, object Body);
