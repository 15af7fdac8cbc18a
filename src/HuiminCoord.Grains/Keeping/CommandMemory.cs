using System.Data.Common;
using HuiminCoord.Grains.Storage;

namespace HuiminCoord.Grains.Keeping;

/// <summary>The first answers to keyed commands. They are written by the storage statement and stay 24 hours of real time.</summary>
public sealed class CommandMemory(CoordinationDatabase database)
{
    /// <summary>How long a repeated command is recognised, in real time.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromHours(24);

    /// <summary>The command that an actor carried out under a key; null when there is none.</summary>
    public async Task<KeptCommand?> Find(GrainId grain, string key)
    {
        await using var connection = await database.Source.OpenConnectionAsync().ConfigureAwait(false);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT body_hash, answer FROM idempotency WHERE grain_type = @type AND grain_key = @grain AND key = @key";
        command.Set("type", grain.Type.ToString()).Set("grain", grain.Key.ToString()).Set("key", key);
        await using var rows = await command.ExecuteReaderAsync().ConfigureAwait(false);
        return await rows.ReadAsync().ConfigureAwait(false)
            ? new KeptCommand(key, rows.GetString(0), StoredJson.Read<Answer>(rows.GetString(1)))
            : null;
    }

    /// <summary>Forgets what is older than <see cref="Remembered"/> by the database's clock.</summary>
    /// <returns>How many commands were forgotten.</returns>
    public async Task<int> Forget(CancellationToken cancellation = default)
    {
        var before = await database.Now(cancellation).ConfigureAwait(false) - Remembered;
        using var turn = await database.Gate.Enter(cancellation).ConfigureAwait(false);
        await using var connection = await database.Source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = "DELETE FROM idempotency WHERE at_real < @before";
        command.Set("before", before.ToUnixTimeMilliseconds());
        return await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }
}
