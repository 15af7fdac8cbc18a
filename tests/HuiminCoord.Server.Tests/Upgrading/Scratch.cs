using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Tests;

namespace HuiminCoord.Server.Tests.Upgrading;

/// <summary>A new, empty database of today's version.</summary>
internal sealed class Scratch : IAsyncDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("huimin-scratch-").FullName;

    private Scratch(DatabaseProvider provider, string place) =>
        Database = provider == DatabaseProvider.Sqlite ? CoordinationDatabase.InDirectory(_directory) : CoordinationDatabase.OnPostgreSql(place);

    internal CoordinationDatabase Database { get; }

    internal static async Task<Scratch> New(DatabaseProvider provider, PostgreSqlServer server)
    {
        var scratch = new Scratch(provider, provider == DatabaseProvider.Sqlite ? "" : await server.NewDatabase());
        await scratch.Database.CreateOrUpgrade(TestContext.Current.CancellationToken);
        return scratch;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }
}
