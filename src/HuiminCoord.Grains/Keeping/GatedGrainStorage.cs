using HuiminCoord.Grains.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;
using Orleans.Storage;

namespace HuiminCoord.Grains.Keeping;

/// <summary>Orleans' relational storage behind our writer gate, refusing keys that it would not store as they are written.</summary>
internal sealed class GatedGrainStorage(AdoNetGrainStorage inner, CoordinationDatabase database) : IGrainStorage, ILifecycleParticipant<ISiloLifecycle>
{
    /// <summary>The schema comes first: the storage reads its statements from the database when its own stage comes.</summary>
    public void Participate(ISiloLifecycle lifecycle)
    {
        lifecycle.Subscribe(nameof(GatedGrainStorage), ServiceLifecycleStage.RuntimeInitialize, database.CreateOrUpgrade);
        inner.Participate(lifecycle);
    }

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        RequireStorable(grainId);
        return inner.ReadStateAsync(stateName, grainId, grainState);
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        RequireStorable(grainId);
        using var turn = await database.Gate.Enter().ConfigureAwait(false);
        try
        {
            await inner.WriteStateAsync(stateName, grainId, grainState).ConfigureAwait(false);
        }
        catch (Exception failure) when (IsRepeatedKey(failure))
        {
            throw new RepeatedKeyException($"{grainId} has already carried out a command with this key.", failure);
        }
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        RequireStorable(grainId);
        using var turn = await database.Gate.Enter().ConfigureAwait(false);
        await inner.ClearStateAsync(stateName, grainId, grainState).ConfigureAwait(false);
    }

    private static void RequireStorable(GrainId grain)
    {
        if (!RoomKey.IsStorable(grain.Key.ToString()!))
        {
            throw new UnstorableKeyException($"'{grain}' is not a storable key: write {{campaign}}/{{id}} in lower case; a campaign id contains a hyphen.");
        }
    }

    /// <summary>True when the write failed because of our unique row, and for nothing else.</summary>
    private static bool IsRepeatedKey(Exception failure) => failure switch
    {
        PostgresException postgres => postgres is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "idempotency_pkey" },
        SqliteException sqlite => sqlite.SqliteErrorCode == 19 && sqlite.Message.Contains("idempotency.key", StringComparison.Ordinal),
        _ => false,
    };
}

/// <summary>A write was refused as a whole because its command's key is already in the idempotency table.</summary>
[GenerateSerializer, Alias("repeated-key")]
public sealed class RepeatedKeyException : OrleansException
{
    public RepeatedKeyException()
    {
    }

    public RepeatedKeyException(string message)
        : base(message)
    {
    }

    public RepeatedKeyException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

/// <summary>A key that the storage would change or split; nothing was read or written.</summary>
[GenerateSerializer, Alias("unstorable-key")]
public sealed class UnstorableKeyException : OrleansException
{
    public UnstorableKeyException()
    {
    }

    public UnstorableKeyException(string message)
        : base(message)
    {
    }

    public UnstorableKeyException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
