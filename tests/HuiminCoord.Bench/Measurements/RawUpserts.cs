using System.Data.Common;
using System.Diagnostics;
using HuiminCoord.Bench.Places;
using HuiminCoord.Grains.Storage;

namespace HuiminCoord.Bench.Measurements;

/// <summary>The peer of a durable command: one prepared upsert of a 1.5 KB document, same driver, durability, gate and number of callers.</summary>
internal sealed class RawUpserts(CoordinationDatabase database)
{
    public const int Bytes = 1536;

    private const int KeysOfLane = 64;
    private const string Upsert = """
        INSERT INTO raw_document (grain_type, grain_key, version, payload) VALUES ('raw', @key, 1, @payload)
        ON CONFLICT (grain_type, grain_key) DO UPDATE SET version = raw_document.version + 1, payload = excluded.payload
        """;

    public async Task Prepare()
    {
        var (text, bytes) = database.Provider == DatabaseProvider.Sqlite ? ("TEXT", "BLOB") : ("text COLLATE \"C\"", "bytea");
        await database.Execute($"CREATE TABLE raw_document (grain_type {text} NOT NULL, grain_key {text} NOT NULL, version integer NOT NULL, payload {bytes}, PRIMARY KEY (grain_type, grain_key))");
    }

    /// <summary>Upserts a second.</summary>
    public async Task<double> Round(int lanes, TimeSpan length)
    {
        var watch = Stopwatch.StartNew();
        var done = await Task.WhenAll(Enumerable.Range(0, lanes).Select(lane => Task.Run(() => Lane(lane, watch, length))));
        return done.Sum() / watch.Elapsed.TotalSeconds;
    }

    private async Task<int> Lane(int lane, Stopwatch watch, TimeSpan length)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = Upsert;
        command.Set("key", "").Set("payload", new byte[Bytes]);
        await command.PrepareAsync();
        var done = 0;
        for (; watch.Elapsed < length; done++)
        {
            Fill(command, lane, done);
            using var turn = await database.Gate.Enter();
            Expect.That(await command.ExecuteNonQueryAsync() == 1, "A raw upsert wrote nothing.");
        }

        return done;
    }

    private static void Fill(DbCommand command, int lane, int number)
    {
        var payload = new byte[Bytes];
        payload.AsSpan().Fill((byte)('a' + (number % 26)));
        (command.Parameters["key"].Value, command.Parameters["payload"].Value) = ($"{lane}/{number % KeysOfLane}", payload);
    }
}
