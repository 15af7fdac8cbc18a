using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HuiminCoord.Grains.Storage;

/// <summary>The one database of a server: documents, outbox, registers, audit and inboxes.</summary>
/// <remarks>Open it once per process and dispose it last. <see cref="CreateOrUpgrade"/> runs before anything else uses it.</remarks>
public sealed class CoordinationDatabase : IAsyncDisposable
{
    /// <summary>How long one statement may take by default before it counts as failed.</summary>
    public static readonly TimeSpan DefaultCommandTimeout = TimeSpan.FromSeconds(10);

    private readonly DataDirectoryLock? _directory;
    private readonly DbContextOptions<CoordinationDb> _toRead;
    private readonly DbContextOptions<CoordinationDb> _toWrite;

    private CoordinationDatabase(DatabaseProvider provider, DbDataSource source, string place, DataDirectoryLock? directory)
    {
        Provider = provider;
        Place = place;
        Source = source;
        Gate = new WriterGate(provider);
        _directory = directory;
        (_toRead, _toWrite) = (Options(provider, source, QueryTrackingBehavior.NoTracking), Options(provider, source, QueryTrackingBehavior.TrackAll));
    }

    /// <summary>Which engine this is.</summary>
    public DatabaseProvider Provider { get; }

    /// <summary>Where it is, as it may be shown: a file, or host and database; no user, no password.</summary>
    public string Place { get; }

    /// <summary>Opens raw connections, with this house's settings.</summary>
    public DbDataSource Source { get; }

    /// <summary>Every writer passes here.</summary>
    public WriterGate Gate { get; }

    /// <summary>A database in <c>{directory}/coordination.db</c>; the directory is made if it is missing.</summary>
    /// <exception cref="DataDirectoryInUseException">Another server uses the directory.</exception>
    public static CoordinationDatabase InDirectory(string directory, TimeSpan? commandTimeout = null)
    {
        var held = DataDirectoryLock.Take(directory);
        var source = new SqliteSource(FileIn(directory), commandTimeout ?? DefaultCommandTimeout);
        return new CoordinationDatabase(DatabaseProvider.Sqlite, source, FileIn(directory), held);
    }

    /// <summary>Where a directory's database is.</summary>
    public static string FileIn(string directory) => Path.Combine(directory, "coordination.db");

    /// <summary>The database of a directory, to look at it also while a server uses it. Nothing can be written and nothing is upgraded.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public static CoordinationDatabase InDirectoryToRead(string directory)
    {
        var file = FileIn(directory);
        return File.Exists(file)
            ? new CoordinationDatabase(DatabaseProvider.Sqlite, new SqliteSource(file, DefaultCommandTimeout, readOnly: true), file, null)
            : throw new FileNotFoundException($"There is no {file}.", file);
    }

    /// <summary>A PostgreSQL database; time-out and statement preparation are set where the text does not set them.</summary>
    public static CoordinationDatabase OnPostgreSql(string connectionString, TimeSpan? commandTimeout = null)
    {
        var text = new NpgsqlConnectionStringBuilder(connectionString);
        var timeout = (int)Math.Ceiling((commandTimeout ?? DefaultCommandTimeout).TotalSeconds);
        text.CommandTimeout = text.ContainsKey("Command Timeout") && commandTimeout is null ? text.CommandTimeout : timeout;
        text.MaxAutoPrepare = text.MaxAutoPrepare == 0 ? 100 : text.MaxAutoPrepare;
        text.ApplicationName ??= "huimincoord";
        text.KeepAlive = text.KeepAlive == 0 ? 15 : text.KeepAlive;
        var source = new NpgsqlDataSourceBuilder(text.ConnectionString);

        // A statement may be part of a trace but never begins one: most of them only look whether there is something to do.
        source.ConfigureTracing(tracing => tracing.ConfigureCommandFilter(_ => Activity.Current is { Recorded: true }));
        return new CoordinationDatabase(DatabaseProvider.PostgreSql, source.Build(), $"{text.Host}/{text.Database}", null);
    }

    /// <summary>Brings the tables to the newest version this program knows; repeating it changes nothing.</summary>
    /// <exception cref="SchemaTooNewException">A newer program has already upgraded the database.</exception>
    public Task CreateOrUpgrade(CancellationToken cancellation = default) => SchemaUpgrade.Run(this, SchemaScripts.All(Provider), cancellation);

    /// <summary>A context for queries only; saving through it is refused.</summary>
    public CoordinationDb OpenToRead() => Context(writable: false);

    /// <summary>Runs <paramref name="work"/> in one transaction behind the gate, saves what it changed and commits.</summary>
    /// <remarks>Never await a grain inside <paramref name="work"/>.</remarks>
    public async Task<T> Write<T>(Func<CoordinationDb, CancellationToken, Task<T>> work, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        using var turn = await Gate.Enter(cancellation).ConfigureAwait(false);
        await using var db = Context(writable: true);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        var answer = await work(db, cancellation).ConfigureAwait(false);
        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        return answer;
    }

    /// <inheritdoc cref="Write{T}"/>
    public Task Write(Func<CoordinationDb, CancellationToken, Task> work, CancellationToken cancellation = default) =>
        Write<bool>(
            async (db, token) =>
            {
                await work(db, token).ConfigureAwait(false);
                return true;
            },
            cancellation);

    /// <summary>The database server's own clock.</summary>
    public async Task<DateTimeOffset> Now(CancellationToken cancellation = default)
    {
        await using var command = Source.CreateCommand(Provider == DatabaseProvider.Sqlite
            ? "SELECT CAST(unixepoch('subsec') * 1000 AS INTEGER)"
            : "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint");
        return DateTimeOffset.FromUnixTimeMilliseconds((long)(await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false))!);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync().ConfigureAwait(false);
        Gate.Dispose();
        _directory?.Dispose();
    }

    private CoordinationDb Context(bool writable)
    {
        var db = new CoordinationDb(writable ? _toWrite : _toRead, writable);
        if (Provider == DatabaseProvider.Sqlite)
        {
            // Opened here and not by EF: a connection that EF opens itself would lack our settings.
            db.Database.SetDbConnection(Source.OpenConnection(), contextOwnsConnection: true);
        }

        return db;
    }

    /// <summary>Made once: EF looks its services up by them, which costs more than a small query.</summary>
    private static DbContextOptions<CoordinationDb> Options(DatabaseProvider provider, DbDataSource source, QueryTrackingBehavior tracking)
    {
        var options = new DbContextOptionsBuilder<CoordinationDb>().UseQueryTrackingBehavior(tracking);
        return (provider == DatabaseProvider.Sqlite ? options.UseSqlite() : options.UseNpgsql(source)).Options;
    }
}
