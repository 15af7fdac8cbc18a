using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Tests;

namespace HuiminCoord.Server.Tests.Files;

/// <summary>Tests that share one server for each database; each of them has units of its own.</summary>
[CollectionDefinition(nameof(FileServers))]
public sealed class SharedFileServers : ICollectionFixture<FileServers>;

/// <summary>A server on each database, started when it is first asked for.</summary>
public sealed class FileServers(PostgreSqlServer postgres) : IAsyncDisposable
{
    private TestServer? _onSqlite, _onPostgreSql;

    internal async Task<TestServer> On(DatabaseProvider provider) => provider == DatabaseProvider.Sqlite
        ? _onSqlite ??= await TestServer.Start()
        : _onPostgreSql ??= await TestServer.Start(postgreSql: await postgres.NewDatabase());

    public async ValueTask DisposeAsync()
    {
        foreach (var server in new[] { _onSqlite, _onPostgreSql }.OfType<TestServer>())
        {
            await server.DisposeAsync();
        }
    }
}
