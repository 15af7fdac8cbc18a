using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Tests;
using Npgsql;

namespace HuiminCoord.Bench.Places;

/// <summary>Throw-away databases of one engine.</summary>
internal sealed class Databases(DatabaseProvider provider, PostgreSqlServer server)
{
    public DatabaseProvider Provider => provider;

    /// <summary>A new, empty database.</summary>
    public async Task<ThrowAway> New() => new(provider, provider == DatabaseProvider.Sqlite
        ? Directory.CreateTempSubdirectory("huimin-bench-").FullName
        : await server.NewDatabase());
}

/// <summary>One database that disappears with this object; it may be opened again and again, also by another process.</summary>
/// <param name="Place">A directory or a connection string.</param>
internal sealed record ThrowAway(DatabaseProvider Provider, string Place) : IAsyncDisposable
{
    /// <summary>Opens a place that a process was told of. The caller disposes the answer.</summary>
    public static CoordinationDatabase Open(DatabaseProvider provider, string place) =>
        provider == DatabaseProvider.Sqlite ? CoordinationDatabase.InDirectory(place) : CoordinationDatabase.OnPostgreSql(place);

    public CoordinationDatabase Open() => Open(Provider, Place);

    /// <summary>Opens it with the newest tables.</summary>
    public async Task<CoordinationDatabase> OpenReady(CancellationToken cancellation)
    {
        var database = Open();
        await database.CreateOrUpgrade(cancellation);
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        if (Provider == DatabaseProvider.Sqlite)
        {
            Directory.Delete(Place, recursive: true);
            return;
        }

        var name = new NpgsqlConnectionStringBuilder(Place) { Pooling = false };
        var doomed = name.Database;
        name.Database = "postgres";
        await using var connection = new NpgsqlConnection(name.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"DROP DATABASE {doomed} WITH (FORCE)", connection);
        await command.ExecuteNonQueryAsync();
    }
}
