using System.Text;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Worker;

namespace HuiminCoord.Grains.Tests.Keeping;

/// <summary>The bytes of stored rows. A change here orphans or reinterprets what is already stored: write an upgrade instead.</summary>
public sealed class GoldenRowTests(PostgreSqlServer server) : SpineTest(server)
{
    private const string Document =
        """{"v":1,"shard":8,"seq":2,"wakeAt":1600305300000,"at":1600304400000,"by":"office/zhang","state":{"total":3,"steps":[{"obligation":"回民","rung":"after","at":"2020-09-17T01:15:00+00:00"}]},"events":[{"$type":"test.counter.added","amount":3,"wish":"回民"},{"$type":"test.counter.step-planned","step":{"obligation":"回民","rung":"after","at":"2020-09-17T01:15:00+00:00"}}],"command":{"key":"key-1","bodyHash":"hash-1","answer":{"grain":"test-counter/test-2020/a","sequence":2,"changed":true}}}""";

    [Theory, EachDatabase]
    public async Task A_document_its_events_and_its_command_are_stored_as_these_texts(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database);
        Acting.As("office/zhang");
        await Counter(silo).Do(new CounterCommand.Add(3, "回民", TimeSpan.FromMinutes(15)), new CommandKey("key-1", "hash-1"));
        Acting.As(null);

        Assert.Equal(Document, Encoding.UTF8.GetString((await Bytes(database))!));
        Assert.Equal(
            [
                """test-counter|test-2020/a|1|8|test-2020|1600304400000|office/zhang|test.counter.added|{"$type":"test.counter.added","amount":3,"wish":"回民"}""",
                """test-counter|test-2020/a|2|8|test-2020|1600304400000|office/zhang|test.counter.step-planned|{"$type":"test.counter.step-planned","step":{"obligation":"回民","rung":"after","at":"2020-09-17T01:15:00+00:00"}}""",
            ],
            await Rows(database, "SELECT grain_type, grain_key, seq, shard, campaign, at, actor, event_type, body FROM outbox ORDER BY seq"));
        Assert.Equal(
            ["""test-counter|test-2020/a|key-1|hash-1|{"grain":"test-counter/test-2020/a","sequence":2,"changed":true}"""],
            await Rows(database, "SELECT grain_type, grain_key, key, body_hash, answer FROM idempotency"));
        Assert.Equal(["8|1600305300000"], await Rows(database, "SELECT shard, wake_at FROM grain_state"));
    }

    [Theory, EachDatabase]
    public async Task A_stored_document_is_read_by_todays_program(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        await Execute(database, provider == DatabaseProvider.Sqlite
            ? $"INSERT INTO grain_state (grain_type, grain_key, version, payload, modified_at) VALUES ('test-counter', 'test-2020/a', 1, CAST('{Document}' AS BLOB), 0)"
            : $"INSERT INTO grain_state (grain_type, grain_key, version, payload, modified_at) VALUES ('test-counter', 'test-2020/a', 1, convert_to('{Document}', 'UTF8'), 0)");
        var silo = await Driven(database);

        Assert.Equal(3, await Counter(silo).Total());
        Assert.True((await Counter(silo).Do(new CounterCommand.Add(3, "回民"), new CommandKey("key-1", "hash-1"))).Replayed);
    }

    private static async Task<byte[]?> Bytes(CoordinationDatabase database)
    {
        await using var command = database.Source.CreateCommand("SELECT payload FROM grain_state");
        return (byte[]?)await command.ExecuteScalarAsync(Cancellation);
    }

    private static async Task<IReadOnlyList<string>> Rows(CoordinationDatabase database, string query)
    {
        await using var command = database.Source.CreateCommand(query);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var rows = new List<string>();
        while (await reader.ReadAsync(Cancellation))
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        }

        return rows;
    }
}
