using HuiminCoord.Grains.Storage;

namespace HuiminCoord.Grains.Keeping;

/// <summary>Reads what actors keep as it stands in the rows. Nobody comes to life for it.</summary>
public sealed class StoredDocuments(CoordinationDatabase database)
{
    private const string Exactly = "grain_key = @from AND @beyond = ''";
    private const string UnderCampaign = "grain_key >= @from AND grain_key < @beyond";

    private readonly StoredJson _stored = new();

    /// <summary>What one actor keeps; null while it has no document.</summary>
    public async Task<TState?> Find<TState, TEvent>(string type, string key, CancellationToken cancellation = default)
        where TState : class, new() =>
        (await Read<TState, TEvent>(Exactly, type, key, "", cancellation)).Select(d => d.Document.State).SingleOrDefault();

    /// <summary>What all actors of a type below a campaign keep, by their ids in the campaign, in one question.</summary>
    public async Task<IReadOnlyList<(string Id, TState State)>> Below<TState, TEvent>(string type, string campaign, CancellationToken cancellation = default)
        where TState : class, new() =>
        [.. (await Waking<TState, TEvent>(type, campaign, cancellation: cancellation)).Select(d => (d.Id, d.State))];

    /// <summary>The same, with the instant at which each wakes next; null = never.</summary>
    /// <param name="type">The actors' type.</param>
    /// <param name="campaign">Their campaign.</param>
    /// <param name="whole">The type stands for the whole campaign: there is one actor of it, without an id of its own.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<(string Id, TState State, DateTimeOffset? WakeAt)>> Waking<TState, TEvent>(string type, string campaign, bool whole = false, CancellationToken cancellation = default)
        where TState : class, new()
    {
        var found = whole
            ? await Read<TState, TEvent>(Exactly, type, campaign, "", cancellation)
            : await Read<TState, TEvent>(UnderCampaign, type, campaign + "/", campaign + "0", cancellation);
        return [.. found.Select(d => (RoomKey.IdOf(d.Key), d.Document.State, d.Document.WakeAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : (DateTimeOffset?)null))];
    }

    private async Task<List<(string Key, Kept<TState, TEvent> Document)>> Read<TState, TEvent>(string which, string type, string from, string beyond, CancellationToken cancellation)
        where TState : class, new()
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the condition is one of the two above
        command.CommandText = $"SELECT grain_key, payload FROM grain_state WHERE grain_type = @type AND {which} AND payload IS NOT NULL ORDER BY grain_key";
#pragma warning restore CA2100
        command.Set("type", type).Set("from", from).Set("beyond", beyond);
        var documents = new List<(string, Kept<TState, TEvent>)>();
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            var document = new BinaryData(await rows.GetFieldValueAsync<byte[]>(1, cancellation));
            documents.Add((rows.GetString(0), _stored.Deserialize<Kept<TState, TEvent>>(document)));
        }

        return documents;
    }
}
