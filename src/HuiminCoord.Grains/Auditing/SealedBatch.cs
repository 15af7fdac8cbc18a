using System.Text.Json;
using HuiminCoord.Domain.Auditing;
using HuiminCoord.Grains.Storage;

namespace HuiminCoord.Grains.Auditing;

/// <summary>The seals of one transaction: three statements, however many rows and campaigns.</summary>
internal sealed class SealedBatch(int mostRows)
{
    private const string SealsText = """
        INSERT INTO audit_seal (campaign, position, row_hash, chain)
        SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), unhex(json_extract(value, '$[2]')), unhex(json_extract(value, '$[3]')) FROM json_each(@rows)
        """;

    private const string SealsOnPostgreSql = """
        INSERT INTO audit_seal (campaign, position, row_hash, chain)
        SELECT value ->> 0, (value ->> 1)::bigint, decode(value ->> 2, 'hex'), decode(value ->> 3, 'hex') FROM json_array_elements(@rows::json)
        """;

    private const string HeadsText = """
        UPDATE audit_seal_head SET position = json_extract(value, '$[1]'), chain = unhex(json_extract(value, '$[2]')), checkpoint = json_extract(value, '$[3]'),
               checkpoint_at = json_extract(value, '$[4]'), checkpoint_sealed = json_extract(value, '$[5]')
        FROM json_each(@rows) WHERE campaign = json_extract(value, '$[0]')
        """;

    private const string HeadsOnPostgreSql = """
        UPDATE audit_seal_head SET position = (value ->> 1)::bigint, chain = decode(value ->> 2, 'hex'), checkpoint = (value ->> 3)::bigint,
               checkpoint_at = (value ->> 4)::bigint, checkpoint_sealed = (value ->> 5)::bigint
        FROM json_array_elements(@rows::json) WHERE campaign = value ->> 0
        """;

    private const string CheckpointsText = """
        INSERT INTO audit_checkpoint (campaign, number, position, chain, at, key, signature)
        SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]'), unhex(json_extract(value, '$[3]')),
               json_extract(value, '$[4]'), json_extract(value, '$[5]'), unhex(json_extract(value, '$[6]'))
        FROM json_each(@rows)
        """;

    private const string CheckpointsOnPostgreSql = """
        INSERT INTO audit_checkpoint (campaign, number, position, chain, at, key, signature)
        SELECT value ->> 0, (value ->> 1)::bigint, (value ->> 2)::bigint, decode(value ->> 3, 'hex'), (value ->> 4)::bigint, value ->> 5, decode(value ->> 6, 'hex')
        FROM json_array_elements(@rows::json)
        """;

    private readonly List<SealedHead> _heads = [];

    /// <summary>How many rows may still be added.</summary>
    public int Room => mostRows - Seals.Count;

    /// <summary>True when rows were perhaps left for the next batch.</summary>
    public bool IsFull => Room == 0;

    public List<(string Campaign, AuditSeal Seal)> Seals { get; } = [];

    public List<SignedCheckpoint> Checkpoints { get; } = [];

    /// <summary>Campaigns whose next row is not there.</summary>
    public List<(string Campaign, long Position)> Gaps { get; } = [];

    /// <summary>Seals a campaign's next rows, and signs a checkpoint if it is time.</summary>
    public void Add(SealedHead head, IReadOnlyList<AuditedRow> rows, AuditKeys keys, DateTimeOffset now)
    {
        var hasher = new RowHasher(head.Campaign);
        var (position, chain) = (head.Position, head.Chain);
        foreach (var row in rows)
        {
            if (row.Position != position + 1)
            {
                // Sealing over a gap would make it look meant.
                Gaps.Add((head.Campaign, position + 1));
                break;
            }

            var hash = hasher.Hash(row);
            (position, chain) = (row.Position, SealChain.Next(chain, row.Position, hash));
            Seals.Add((head.Campaign, new(position, hash, chain)));
        }

        Attest(head with { Position = position, Chain = chain }, sealedNow: position > head.Position, keys, now);
    }

    /// <summary>Writes everything.</summary>
    public async Task Write(CoordinationDb db, CancellationToken cancellation)
    {
        await Write(db, SealsText, SealsOnPostgreSql, Seals.Select(s => new object[] { s.Campaign, s.Seal.Position, Hex(s.Seal.RowHash), Hex(s.Seal.Chain) }), cancellation).ConfigureAwait(false);
        await Write(db, HeadsText, HeadsOnPostgreSql, _heads.Select(h => new object[] { h.Campaign, h.Position, Hex(h.Chain), h.Checkpoint, h.CheckpointAt, h.CheckpointSealed }), cancellation).ConfigureAwait(false);
        await Write(db, CheckpointsText, CheckpointsOnPostgreSql, Checkpoints.Select(Columns), cancellation).ConfigureAwait(false);
    }

    private static object[] Columns(SignedCheckpoint signed) =>
        [signed.Said.Campaign, signed.Said.Number, signed.Said.Position, signed.Said.Chain, signed.Said.At, signed.Said.Key, Hex(Convert.FromBase64String(signed.Signature))];

    private static string Hex(ReadOnlyMemory<byte> bytes) => Convert.ToHexStringLower(bytes.Span);

    private static async Task Write(CoordinationDb db, string onSqlite, string onPostgreSql, IEnumerable<object[]> rows, CancellationToken cancellation)
    {
        var all = rows.ToList();
        if (all.Count > 0)
        {
            await using var command = db.Statement(onSqlite, onPostgreSql);
            await command.Set("rows", JsonSerializer.Serialize(all)).ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <remarks>The clock may have been put back meanwhile: the distance counts, not its direction.</remarks>
    private void Attest(SealedHead head, bool sealedNow, AuditKeys keys, DateTimeOffset now)
    {
        var at = now.ToUnixTimeMilliseconds();
        if (head.Position > head.CheckpointSealed && Math.Abs(at - head.CheckpointAt) >= AuditSealing.BetweenCheckpoints.TotalMilliseconds)
        {
            Checkpoints.Add(keys.Sign(head.Campaign, head.Checkpoint + 1, head.Position, head.Chain, now));
            _heads.Add(head with { Checkpoint = head.Checkpoint + 1, CheckpointAt = at, CheckpointSealed = head.Position });
        }
        else if (sealedNow)
        {
            _heads.Add(head);
        }
    }
}
