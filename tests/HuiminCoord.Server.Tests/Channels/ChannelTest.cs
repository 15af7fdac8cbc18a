using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Tests;

namespace HuiminCoord.Server.Tests.Channels;

/// <summary>Gives each test databases of its own, and clears them away.</summary>
public abstract class ChannelTest(PostgreSqlServer server) : IAsyncLifetime
{
    private readonly List<CoordinationDatabase> _databases = [];
    private readonly List<string> _folders = [];

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _databases)
        {
            await database.DisposeAsync();
        }

        _folders.ForEach(folder => Directory.Delete(folder, recursive: true));
        GC.SuppressFinalize(this);
    }

    protected Task<CoordinationDatabase> NewDatabase(DatabaseProvider provider = DatabaseProvider.Sqlite) => NewDatabase(provider, null);

    /// <summary>A database, or one more door to a PostgreSQL one.</summary>
    protected async Task<CoordinationDatabase> NewDatabase(DatabaseProvider provider, string? place)
    {
        var database = provider == DatabaseProvider.PostgreSql ? CoordinationDatabase.OnPostgreSql(place ?? await server.NewDatabase()) : CoordinationDatabase.InDirectory(Folder());
        _databases.Add(database);
        await database.CreateOrUpgrade(Cancellation);
        return database;
    }

    /// <summary>Where a new PostgreSQL database is.</summary>
    protected Task<string> NewPlace() => server.NewDatabase();

    private string Folder()
    {
        _folders.Add(Directory.CreateTempSubdirectory("huimin-channels-").FullName);
        return _folders[^1];
    }
}
