using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Hosting;
using HuiminCoord.Server.Settings;
using Npgsql;

namespace HuiminCoord.Server.Serving;

/// <summary>The database of a served campaign, with the right to serve it.</summary>
internal sealed class ServedDatabase : IAsyncDisposable
{
    private const int OldestPostgreSql = 15;

    private readonly ServingLease? _lease;

    private ServedDatabase(CoordinationDatabase database, ServingLease? lease) => (Database, _lease) = (database, lease);

    internal CoordinationDatabase Database { get; }

    /// <summary>Opens it, upgraded; nobody else serves it who must not.</summary>
    /// <exception cref="CommandRefusedException">It cannot be opened.</exception>
    /// <exception cref="DatabaseInUseException">Somebody else serves it.</exception>
    internal static async Task<ServedDatabase> Open(ServeSettings settings, CancellationToken cancellation)
    {
        var database = settings.PostgreSql is { } server ? CoordinationDatabase.OnPostgreSql(server.ConnectionString) : InDirectory(settings.Directory);
        ServingLease? lease = null;
        try
        {
            lease = settings.PostgreSql is null ? null : await Take(database, settings, cancellation);
            await database.CreateOrUpgrade(cancellation);
            return new ServedDatabase(database, lease);
        }
        catch (Exception failure)
        {
            await new ServedDatabase(database, lease).DisposeAsync();
            if (settings.PostgreSql is not null && failure is (DbException or SocketException or TimeoutException))
            {
                throw Unusable(settings, failure);
            }

            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_lease is not null)
        {
            await _lease.DisposeAsync();
        }

        await Database.DisposeAsync();
    }

    private static CoordinationDatabase InDirectory(string directory)
    {
        try
        {
            return CoordinationDatabase.InDirectory(directory);
        }
        catch (Exception unusable) when (unusable is IOException and not DataDirectoryInUseException or UnauthorizedAccessException)
        {
            throw new CommandRefusedException($"--data {directory}: {unusable.Message}", unusable);
        }
    }

    private static async Task<ServingLease> Take(CoordinationDatabase database, ServeSettings settings, CancellationToken cancellation)
    {
        await RequireUsable(database, settings.Place, cancellation);
        return await ServingLease.Take(database, settings.Cluster?.Id, cancellation);
    }

    private static CommandRefusedException Unusable(ServeSettings settings, Exception failure) => new(
        $"{settings.Place} cannot be used: {(failure is PostgresException said ? said.MessageText : failure.Message).TrimEnd('.')}. Look at {PostgreSqlSettings.DatabaseVariable}; deploy/README.md says how to create database and role.", failure);

    /// <summary>What the scripts and the order of events rest on.</summary>
    private static async Task RequireUsable(CoordinationDatabase database, string place, CancellationToken cancellation)
    {
        await using var command = database.Source.CreateCommand("SELECT current_setting('server_version_num'), current_setting('server_encoding')");
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        await rows.ReadAsync(cancellation);
        var version = int.Parse(rows.GetString(0), CultureInfo.InvariantCulture) / 10000;
        if (version < OldestPostgreSql)
        {
            throw new CommandRefusedException($"{place} is version {version}; version {OldestPostgreSql} or later is needed.");
        }

        if (rows.GetString(1) != "UTF8")
        {
            throw new CommandRefusedException($"{place} has the encoding {rows.GetString(1)}. Create the database with ENCODING 'UTF8'.");
        }
    }
}
