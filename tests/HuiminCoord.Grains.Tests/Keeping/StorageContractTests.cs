using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Worker;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Providers;
using Orleans.Storage;

namespace HuiminCoord.Grains.Tests.Keeping;

public sealed class StorageContractTests(PostgreSqlServer server) : SpineTest(server)
{
    private static CounterCommand.Add Add(int amount, string wish = "w") => new(amount, wish);

    [Theory, EachDatabase]
    public async Task What_was_answered_is_there_after_a_restart(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        await using (var first = await TestSilo.Start(database))
        {
            var answer = await Counter(first).Do(Add(2));
            Assert.Equal(("test-counter/test-2020/a", 1, true), (answer.Grain, answer.Sequence, answer.Changed));
        }

        var second = await Driven(database);
        Assert.Equal(2, await Counter(second).Total());
        Assert.Equal(2, (await Counter(second).Do(Add(3))).Sequence);
    }

    [Theory, EachDatabase]
    public async Task Two_rooms_under_one_key_are_two_rows(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database);
        var tally = silo.Grains.GetGrain<ITallyGrain>($"{Campaign}/a");

        await Counter(silo).Do(Add(2));
        await tally.Do(Add(40));

        Assert.Equal((2, 40), (await Counter(silo).Total(), await tally.Total()));
        Assert.Equal(2, await Count(database, "grain_state"));
        await silo.DisposeAsync();
        var again = await Driven(database);
        Assert.Equal((2, 40), (await Counter(again).Total(), await again.Grains.GetGrain<ITallyGrain>($"{Campaign}/a").Total()));
    }

    [Theory, EachDatabase]
    public async Task A_failure_before_the_write_changes_nothing(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database, configure: FaultyStorage.Install);
        await Counter(silo).Do(Add(1));

        silo.Get<FaultyStorage>().Next = Fault.BeforeWrite;
        await Assert.ThrowsAnyAsync<Exception>(() => Counter(silo).Do(Add(10), new CommandKey("k", "h")));

        Assert.Equal(1, await Counter(silo).Total());
        Assert.Equal((1, 0), (await Count(database, "outbox"), await Count(database, "idempotency")));
        var answer = await Counter(silo).Do(Add(10), new CommandKey("k", "h"));
        Assert.Equal((2, true, false), (answer.Sequence, answer.Changed, answer.Replayed));
    }

    [Theory, EachDatabase]
    public async Task A_failure_after_the_write_is_found_again_and_not_repeated(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database, configure: FaultyStorage.Install);
        await Counter(silo).Do(Add(1));

        silo.Get<FaultyStorage>().Next = Fault.AfterWrite;
        await Assert.ThrowsAnyAsync<Exception>(() => Counter(silo).Do(Add(10), new CommandKey("k", "h")));
        var answer = await Counter(silo).Do(Add(10), new CommandKey("k", "h"));

        Assert.Equal((2, true, true), (answer.Sequence, answer.Changed, answer.Replayed));
        Assert.Equal(11, await Counter(silo).Total());
        Assert.Equal(2, await Count(database, "outbox"));
    }

    [Theory, EachDatabase]
    public async Task A_write_that_waits_too_long_for_a_lock_fails_and_leaves_the_connections_clean(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider, commandTimeout: TimeSpan.FromSeconds(1));
        var silo = await Driven(database);
        await Counter(silo).Do(Add(1));
        await using (var connection = await database.Source.OpenConnectionAsync(Cancellation))
        {
            await using var rival = await connection.BeginTransactionAsync(Cancellation);
            await using var hold = connection.CreateCommand();
            hold.Transaction = rival;
            hold.CommandText = "UPDATE grain_state SET modified_at = modified_at";
            await hold.ExecuteNonQueryAsync(Cancellation);
            await Assert.ThrowsAnyAsync<Exception>(() => Counter(silo).Do(Add(10), new CommandKey("k", "h")));
        }

        for (var i = 0; i < 30; i++)
        {
            await Counter(silo, $"other-{i}").Do(Add(1));
        }

        Assert.Equal(2, (await Counter(silo).Do(Add(10), new CommandKey("k", "h"))).Sequence);
        Assert.Equal(11, await Counter(silo).Total());
    }

    [Theory, EachDatabase]
    public async Task Of_many_racing_first_writes_exactly_one_wins(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var storage = (await Driven(database)).Services.GetRequiredKeyedService<IGrainStorage>(ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME);
        var winners = 0;

        await Parallel.ForEachAsync(Enumerable.Range(0, 400), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Cancellation }, async (i, _) =>
        {
            var grain = GrainId.Create("test-counter", $"{Campaign}/race-{i / 8}");
            var mine = new GrainState<Kept<CounterState, CounterEvent>>(Document(1, $"writer-{i}"));
            try
            {
                await storage.WriteStateAsync("test-counter", grain, mine);
                Interlocked.Increment(ref winners);
            }
            catch (InconsistentStateException)
            {
                Assert.Null(mine.ETag);
            }
        });

        Assert.Equal(50, winners);
        Assert.Equal((50, 50), (await Count(database, "grain_state"), await Count(database, "outbox")));
        Assert.Equal(50, await Scalar<long>(database, "SELECT count(*) FROM grain_state WHERE version = 1"));
    }

    [Theory, EachDatabase]
    public async Task A_write_over_a_newer_row_is_refused_and_tells_nothing(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var storage = (await Driven(database)).Services.GetRequiredKeyedService<IGrainStorage>(ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME);
        var grain = GrainId.Create("test-counter", $"{Campaign}/a");
        var stale = new GrainState<Kept<CounterState, CounterEvent>>(Document(1, "first"));
        await storage.WriteStateAsync("test-counter", grain, stale);
        var fresh = new GrainState<Kept<CounterState, CounterEvent>>();
        await storage.ReadStateAsync("test-counter", grain, fresh);
        fresh.State = Document(2, "second");
        await storage.WriteStateAsync("test-counter", grain, fresh);

        stale.State = Document(2, "too late");
        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.WriteStateAsync("test-counter", grain, stale));

        Assert.Equal(2, await Count(database, "outbox"));
        await storage.ClearStateAsync("test-counter", grain, fresh);
        var cleared = new GrainState<Kept<CounterState, CounterEvent>>();
        await storage.ReadStateAsync("test-counter", grain, cleared);
        Assert.False(cleared.RecordExists);
    }

    [Theory, EachDatabase]
    public async Task A_row_that_vanished_is_not_written_back(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database);
        await Counter(silo).Do(Add(1));
        await Execute(database, "DELETE FROM grain_state");

        await Assert.ThrowsAnyAsync<InconsistentStateException>(() => Counter(silo).Do(Add(1)));

        Assert.Equal(0, await Count(database, "grain_state"));
        Assert.Equal(1, await Count(database, "outbox"));
    }

    [Theory, EachDatabase]
    public async Task A_key_that_would_be_changed_is_refused_clearly(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database);

        foreach (var key in new[] { "abc", "150103", "test-2020/Jia", "test-2020/a+b" })
        {
            var refused = await Assert.ThrowsAsync<UnstorableKeyException>(() => silo.Grains.GetGrain<ICounterGrain>(key).Do(Add(1)));
            Assert.Contains("storable", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(0, await Count(database, "grain_state"));
    }

    [Theory, EachDatabase]
    public async Task A_row_of_an_unknown_schema_is_refused_and_left_alone(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var future = """{"v":9,"shard":1}""";
        await Execute(database, provider == DatabaseProvider.Sqlite
            ? $"INSERT INTO grain_state (grain_type, grain_key, version, payload, modified_at) VALUES ('test-counter', '{Campaign}/a', 1, CAST('{future}' AS BLOB), 0)"
            : $"INSERT INTO grain_state (grain_type, grain_key, version, payload, modified_at) VALUES ('test-counter', '{Campaign}/a', 1, convert_to('{future}', 'UTF8'), 0)");
        var silo = await Driven(database);

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => Counter(silo).Do(Add(1)));

        Assert.Contains("schema version 9", refused.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await Scalar<long>(database, "SELECT version FROM grain_state"));
    }

    private static Kept<CounterState, CounterEvent> Document(long sequence, string wish) => new()
    {
        Sequence = sequence,
        State = new CounterState { Total = 1 },
        Events = [new CounterEvent.Added(1, wish)],
    };
}
