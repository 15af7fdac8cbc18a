using System.Globalization;
using System.IO.Compression;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Tests;
using HuiminCoord.Server.Rehearsals;

namespace HuiminCoord.Server.Tests.Upgrading;

/// <summary>A copy of what an earlier version of the program left behind, in a place of its own.</summary>
/// <remarks><c>make-previous-database.sh</c> made the originals: the shipped plan of that time, seed 7, until the end of 2020-10-15.</remarks>
internal sealed class EarlierDatabase : IAsyncDisposable
{
    /// <summary>The seed by which its people acted.</summary>
    internal const int Seed = 7;

    private readonly string _directory = Directory.CreateTempSubdirectory("huimin-earlier-").FullName;
    private readonly string? _connection;

    private EarlierDatabase(string? connection) => _connection = connection;

    /// <summary>The data directory; of use on SQLite only.</summary>
    internal string Folder => _directory;

    internal string File => Path.Combine(_directory, "coordination.db");

    /// <summary>Every earlier version that was kept, by its commit.</summary>
    internal static IReadOnlyList<string> Versions { get; } = [.. typeof(EarlierDatabase).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith("earlier/", StringComparison.Ordinal)).Select(name => name.Split('/', '.')[1]).Distinct().Order(StringComparer.Ordinal)];

    internal static async Task<EarlierDatabase> Take(string version, DatabaseProvider provider, PostgreSqlServer server)
    {
        if (provider == DatabaseProvider.Sqlite)
        {
            var copy = new EarlierDatabase(null);
            await using var file = System.IO.File.Create(copy.File);
            await using var kept = Original($"earlier/{version}.sqlite.gz");
            await kept.CopyToAsync(file);
            return copy;
        }

        var place = await server.NewDatabase();
        using var text = new StreamReader(Original($"earlier/{version}.postgresql.sql.gz"));
        await using var connection = new Npgsql.NpgsqlConnection(place);
        await connection.OpenAsync();
        await using var load = new Npgsql.NpgsqlCommand(await text.ReadToEndAsync(), connection);
        await load.ExecuteNonQueryAsync();
        return new EarlierDatabase(place);
    }

    /// <summary>Opens it with today's program; nothing is upgraded yet.</summary>
    internal CoordinationDatabase Open() => _connection is null ? CoordinationDatabase.InDirectory(_directory) : CoordinationDatabase.OnPostgreSql(_connection);

    /// <summary>The plan that it was begun with: today's shipped plan may be another.</summary>
    internal async Task<(Plan Plan, string Json)> Plan()
    {
        await using var database = Open();
        var json = (await Rows(database, "SELECT json FROM plan_document WHERE version = 1")).Single();
        return (PlanReader.Read(json).Plan!, json);
    }

    /// <summary>How far it got.</summary>
    internal async Task<DateTimeOffset> Cursor(string campaign)
    {
        await using var database = Open();
        return (await RehearsalDriver.CursorOf(database, campaign))!.Value;
    }

    /// <summary>Rows as text, in the order asked for.</summary>
    internal static async Task<List<string>> Rows(CoordinationDatabase database, string query)
    {
        var rows = new List<string>();
        await using var command = database.Source.CreateCommand(query);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i)))));
        }

        return rows;
    }

    /// <summary>Columns of a table, as they are now.</summary>
    internal static async Task<string> Columns(CoordinationDatabase database, string table) => string.Join(", ", await Rows(
        database,
        database.Provider == DatabaseProvider.Sqlite
            ? $"SELECT name FROM pragma_table_info('{table}') ORDER BY cid"
            : $"SELECT column_name FROM information_schema.columns WHERE table_name = '{table}' ORDER BY ordinal_position"));

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_directory, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string Text(object value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        DateTime instant => instant.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static GZipStream Original(string name) =>
        new(typeof(EarlierDatabase).Assembly.GetManifestResourceStream(name)!, CompressionMode.Decompress);
}
