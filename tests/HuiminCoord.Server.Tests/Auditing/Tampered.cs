using System.Data.Common;
using System.Text;
using HuiminCoord.Domain.Auditing;
using HuiminCoord.Grains.Storage;

namespace HuiminCoord.Server.Tests.Auditing;

/// <summary>What must be found.</summary>
/// <param name="Position">The row, or the first missing one; null where a checkpoint is altered.</param>
/// <param name="Grain">The row's actor, where the tampering left it readable.</param>
/// <param name="Says">Words that the finding must have.</param>
internal sealed record Finding(long? Position, string? Grain = null, string? Says = null)
{
    /// <summary>Other positions that must be found as well.</summary>
    internal IReadOnlyList<long> Also { get; init; } = [];
}

/// <summary>Somebody at a copy of the database who may write everything but has no key: what he does, and the files that he edits.</summary>
internal sealed class Tampered(CoordinationDatabase database, DbConnection connection, IReadOnlyList<string> published, int seed)
{
    internal const string Campaign = TestServer.Campaign;

    internal Random Dice { get; } = new(seed);

    /// <summary>The published checkpoints.</summary>
    internal List<string> Lines { get; } = [.. published];

    internal bool OnSqlite => database.Provider == DatabaseProvider.Sqlite;

    /// <summary>How many rows there were.</summary>
    internal long Last { get; private set; }

    /// <summary>A row; never the same for two seeds in a row.</summary>
    internal long Some(long from = 1, long? through = null) => Dice.NextInt64(from, (through ?? Last) + 1);

    internal async Task<Tampered> Begin()
    {
        Last = await Number($"SELECT count(*) FROM audit WHERE campaign = '{Campaign}'");
        return this;
    }

    /// <summary>Changes rows and says how many; each statement must meet some.</summary>
    internal async Task Do(string text, params (string Name, object? Value)[] values)
    {
        await using var command = Command(text, values);
        Assert.True(await command.ExecuteNonQueryAsync() > 0, $"met nothing: {text}");
    }

    /// <summary>The same where it does not matter whether anything is met.</summary>
    internal async Task Try(string text)
    {
        await using var command = Command(text, []);
        await command.ExecuteNonQueryAsync();
    }

    internal async Task<long> Number(string text) => Convert.ToInt64(await Value(text), System.Globalization.CultureInfo.InvariantCulture);

    internal async Task<object?> Value(string text)
    {
        await using var command = Command(text, []);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>A row as people know it.</summary>
    internal async Task<string> GrainAt(long position) => (string)(await Value($"SELECT grain_type || '/' || grain_key FROM audit WHERE {At(position)}"))!;

    /// <summary>Writes hashes and chain anew from a position to the end, and the note of it, as the sealer would.</summary>
    internal async Task Reseal(long from)
    {
        var hasher = new RowHasher(Campaign);
        var chain = from == 1 ? SealChain.First(Campaign) : (byte[])(await Value($"SELECT chain FROM audit_seal WHERE {At(from - 1)}"))!;
        await Try($"DELETE FROM audit_seal WHERE campaign = '{Campaign}' AND position >= {from}");
        var last = 0L;
        foreach (var row in await Rows(from))
        {
            var hash = hasher.Hash(row);
            (chain, last) = (SealChain.Next(chain, row.Position, hash), row.Position);
            await Do("INSERT INTO audit_seal (campaign, position, row_hash, chain) VALUES (@c, @p, @h, @k)", ("c", Campaign), ("p", last), ("h", hash), ("k", chain));
        }

        await Do($"UPDATE audit_seal_head SET position = @p, chain = @k WHERE campaign = '{Campaign}'", ("p", last), ("k", chain));
        await Do($"UPDATE audit_head SET position = @p WHERE campaign = '{Campaign}'", ("p", last));
    }

    /// <summary>Takes back what the database itself knows of checkpoints from a position on.</summary>
    internal async Task ForgetCheckpoints(long from)
    {
        await Do($"DELETE FROM audit_checkpoint WHERE campaign = '{Campaign}' AND position >= {from}");
        await Do($"UPDATE audit_seal_head SET checkpoint = (SELECT coalesce(max(number), 0) FROM audit_checkpoint WHERE campaign = '{Campaign}'), checkpoint_sealed = (SELECT coalesce(max(position), 0) FROM audit_checkpoint WHERE campaign = '{Campaign}') WHERE campaign = '{Campaign}'");
    }

    /// <summary>The hash that a row would have now.</summary>
    internal async Task<byte[]> HashAt(long position) => new RowHasher(Campaign).Hash((await Rows(position))[0]);

    internal static string At(long position) => $"campaign = '{Campaign}' AND position = {position}";

    private async Task<List<AuditedRow>> Rows(long from)
    {
        await using var command = Command($"SELECT position, grain_type, grain_key, seq, at, actor, event_type, body FROM audit WHERE campaign = '{Campaign}' AND position >= {from} ORDER BY position", []);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<AuditedRow>();
        while (await reader.ReadAsync())
        {
            byte[] Text(int column) => Encoding.UTF8.GetBytes(reader.GetString(column));
            rows.Add(new(reader.GetInt64(0), Text(1), Text(2), reader.GetInt64(3), reader.GetInt64(4), reader.IsDBNull(5) ? default(ReadOnlyMemory<byte>?) : Text(5), Text(6), Text(7)));
        }

        return rows;
    }

    private DbCommand Command(string text, (string Name, object? Value)[] values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // texts of this test
        command.CommandText = text;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
