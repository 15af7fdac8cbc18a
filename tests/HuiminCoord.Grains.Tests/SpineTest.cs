using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Timekeeping;
using HuiminCoord.Grains.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace HuiminCoord.Grains.Tests;

/// <summary>Gives each test databases and silos of its own, and clears them away.</summary>
public abstract class SpineTest(PostgreSqlServer server) : IAsyncLifetime
{
    protected const string Campaign = "test-2020";

    protected static readonly DateTimeOffset Start = new(2020, 9, 17, 1, 0, 0, TimeSpan.Zero);

    private readonly List<IAsyncDisposable> _toDispose = [];
    private readonly List<string> _folders = [];

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var thing in Enumerable.Reverse(_toDispose))
        {
            await thing.DisposeAsync();
        }

        foreach (var folder in _folders)
        {
            Directory.Delete(folder, recursive: true);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Where a new database would be: a directory or a connection string.</summary>
    protected async Task<string> NewPlace(DatabaseProvider provider)
    {
        if (provider == DatabaseProvider.PostgreSql)
        {
            return await server.NewDatabase();
        }

        _folders.Add(Directory.CreateTempSubdirectory("huimin-").FullName);
        return _folders[^1];
    }

    protected CoordinationDatabase Open(DatabaseProvider provider, string place, TimeSpan? commandTimeout = null)
    {
        var database = provider == DatabaseProvider.Sqlite
            ? CoordinationDatabase.InDirectory(place, commandTimeout)
            : CoordinationDatabase.OnPostgreSql(place, commandTimeout);
        _toDispose.Add(database);
        return database;
    }

    protected async Task<CoordinationDatabase> NewDatabase(DatabaseProvider provider, TimeSpan? commandTimeout = null)
    {
        var database = Open(provider, await NewPlace(provider), commandTimeout);
        await database.CreateOrUpgrade(Cancellation);
        return database;
    }

    /// <summary>A silo in virtual time: nothing wakes and nothing is told unless the test says so.</summary>
    protected async Task<TestSilo> Driven(CoordinationDatabase database, TimekeepingOptions? timekeeping = null, Action<IServiceCollection>? configure = null)
    {
        var silo = await TestSilo.Start(database, CampaignClock.Virtual(Start), timekeeping, configure);
        _toDispose.Add(silo);
        return silo;
    }

    protected async Task<TestSilo> Live(CoordinationDatabase database, TimekeepingOptions? timekeeping = null)
    {
        var silo = await TestSilo.Start(database, timekeeping: timekeeping);
        _toDispose.Add(silo);
        return silo;
    }

    protected static ICounterGrain Counter(TestSilo silo, string id = "a") => silo.Grains.GetGrain<ICounterGrain>($"{Campaign}/{id}");

    protected static Task<RelayReport> Drain(TestSilo silo) => silo.Grains.GetGrain<IRelayGrain>(Shards.Key(Shards.Of(Campaign))).Drain();

    protected static Task<SweepReport> Sweep(TestSilo silo, DateTimeOffset now) =>
        silo.Grains.GetGrain<ITimekeeperGrain>(Shards.Key(Shards.Of(Campaign))).Sweep(now);

    protected static async Task Execute(CoordinationDatabase database, string text)
    {
        using var turn = await database.Gate.Enter(Cancellation);
        await using var command = database.Source.CreateCommand(text);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    protected static async Task<T?> Scalar<T>(CoordinationDatabase database, string text)
    {
        await using var command = database.Source.CreateCommand(text);
        var value = await command.ExecuteScalarAsync(Cancellation);
        return value is null or DBNull ? default : (T)Convert.ChangeType(value, typeof(T), System.Globalization.CultureInfo.InvariantCulture);
    }

    protected static Task<long> Count(CoordinationDatabase database, string table) => Scalar<long>(database, $"SELECT count(*) FROM {table}");

    /// <summary>Waits for something that another thread or process will do; the deadline is only for tests that fail.</summary>
    protected static async Task Eventually(Func<Task<bool>> holds, string what)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        deadline.CancelAfter(TimeSpan.FromSeconds(30));
        while (!await holds())
        {
            Assert.False(deadline.IsCancellationRequested, $"Not within 30 seconds: {what}.");
            await Task.Delay(10, Cancellation);
        }
    }
}
