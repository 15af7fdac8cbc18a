using System.Text.Json;
using HuiminCoord.Grains.Auditing;
using HuiminCoord.Grains.Storage;

namespace HuiminCoord.Server.Accounts;

/// <summary>What is done with accounts and seats, into the audit: who, to whom, when. Never a password, a token or a telephone number.</summary>
/// <remarks>All of it belongs to the server and is told in real time, also in a rehearsal.</remarks>
internal sealed class AccountTrail(TimeProvider time)
{
    private const string Type = "account";

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
}
