using HuiminCoord.Grains.Storage;

namespace HuiminCoord.Grains.Keeping;

/// <summary>Reads what actors keep as it stands in the rows. Nobody comes to life for it.</summary>
public sealed class StoredDocuments(CoordinationDatabase database)
{
    private readonly StoredJson _stored = new();

    /// <summary>What one actor keeps; null while it has no document.</summary>
    public async Task<TState?> Find<TState, TEvent>(string type, string key, CancellationToken cancellation = default)
        where TState : class, new() =>
        (await Read<TState, TEvent>("grain_key = @from AND @beyond = ''", type, key, "", cancellation)).Select(d => d.State).SingleOrDefault();

    /// <summary>What all actors of a type below a campaign keep, by their ids in the campaign, in one question.</summary>
    public async Task<IReadOnlyList<(string Id, TState State)>> Below<TState, TEvent>(string type, string campaign, CancellationToken cancellation = default)
        where TState : class, new() =>
        [.. (await Read<TState, TEvent>("grain_key >= @from AND grain_key < @beyond", type, campaign + "/", campaign + "0", cancellation)).Select(d => (RoomKey.IdOf(d.Key), d.State))];

    private async Task<List<(string Key, TState State)>> Read<TState, TEvent>(string which, string type, string from, string beyond, CancellationToken cancellation)
        where TState : class, new()
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the condition is one of the two above
        command.CommandText = $"SELECT grain_key, payload FROM grain_state WHERE grain_type = @type AND {which} AND payload IS NOT NULL ORDER BY grain_key";
#pragma warning restore CA2100
        command.Set("type", type).Set("from", from).Set("beyond", beyond);
        var documents = new List<(string, TState)>();
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            var document = new BinaryData(await rows.GetFieldValueAsync<byte[]>(1, cancellation));
            documents.Add((rows.GetString(0), _stored.Deserialize<Kept<TState, TEvent>>(document).State));
        }

        return documents;
    }
}
