using System.Text.Json.Nodes;
using HuiminCoord.Grains.Auditing;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Accounts;

namespace HuiminCoord.Server.Api.Audits;

/// <summary>One thing that happened.</summary>
/// <param name="Grain">The actor: <c>unit/huimin-2020/jiaoyu</c>.</param>
/// <param name="Sequence">Its number within the actor.</param>
/// <param name="Actor">From which seat it was asked; null is the clock.</param>
/// <param name="Account">Login name of whoever sat there; null where nobody was signed in.</param>
/// <param name="Event">Stable name of what happened: <c>unit.submitted</c>.</param>
/// <param name="Body">The event, without telephone numbers: those belong to the roster.</param>
/// <param name="Position">Its number within the campaign, in the order in which things were told.</param>
public sealed record AuditView(DateTimeOffset At, string Grain, long Sequence, string? Actor, string? Account, string Event, JsonNode? Body, long Position)
{
    internal static AuditView Of(AuditRow row)
    {
        var body = JsonNode.Parse(row.Body);
        (body as JsonObject)?.Remove("phone");
        var by = Signature.Of(row.Actor);
        return new(row.At, $"{row.GrainType}/{row.GrainKey}", row.Seq, by.Seat, by.Login, row.EventType, body, row.Position);
    }
}

/// <summary>One thing that happened, with the seal on it.</summary>
/// <param name="Seal">Null while it waits for its seal.</param>
public sealed record SealedAuditView(AuditView Row, Seal? Seal);

/// <summary>How far an audit is sealed against changes.</summary>
/// <param name="Position">The last row.</param>
/// <param name="Sealed">The last row that is sealed; a row waits for its seal for about a second.</param>
/// <param name="Checkpoint">The last signed checkpoint; null before the first.</param>
internal sealed record AuditStateView(long Position, long Sealed, CheckpointView? Checkpoint);

/// <summary>A signed statement about the chain; hold the second keeper's copy against it.</summary>
/// <param name="Number">1, 2, 3 … within the campaign.</param>
/// <param name="Position">The last row that it speaks for.</param>
/// <param name="Chain">The chain's value there.</param>
/// <param name="At">Real time.</param>
/// <param name="Key">Fingerprint of the key that signed it.</param>
internal sealed record CheckpointView(long Number, long Position, string Chain, DateTimeOffset At, string Key);
