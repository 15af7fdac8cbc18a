namespace HuiminCoord.Grains.Auditing;

/// <summary>Something to be audited that no actor's event says: an account was made, a role given, somebody logged in.</summary>
/// <param name="Campaign">The campaign that it belongs to; <see cref="AuditLog.Server"/> = none.</param>
/// <param name="Type">What kind of thing it is about: <c>account</c>. An id that is no actor's type.</param>
/// <param name="Id">Which one. Rows of one type, campaign and id are numbered 1, 2, 3 …</param>
/// <param name="At">When it happened, UTC: campaign time within a campaign, real time otherwise.</param>
/// <param name="Actor">Who did it; null is the program itself.</param>
/// <param name="Event">Stable name of what happened: <c>account.created</c>.</param>
/// <param name="Body">One JSON object, as it is to be read for ever. No password, no token, no telephone number.</param>
public sealed record AuditEntry(string Campaign, string Type, string Id, DateTimeOffset At, string? Actor, string Event, string Body);
