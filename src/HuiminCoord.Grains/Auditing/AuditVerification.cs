using System.Data;
using System.Data.Common;
using HuiminCoord.Domain.Auditing;
using HuiminCoord.Grains.Storage;
using Microsoft.Data.Sqlite;

namespace HuiminCoord.Grains.Auditing;

/// <summary>Computes the whole audit anew and says what is wrong with it. It writes nothing and may run beside a server.</summary>
/// <remarks>Everything is read in one snapshot, so rows that are told meanwhile neither help nor disturb.</remarks>
public sealed class AuditVerification(CoordinationDatabase database, AuditKeys? keys)
{
    /// <summary>The first version of the schema that numbers and seals rows.</summary>
    private const int FirstVersion = 7;

    private const int PageSize = 5000;

    /// <summary>Verifies.</summary>
    /// <param name="campaign">One campaign, or <see cref="AuditLog.Server"/>; null = all.</param>
    /// <param name="files">Published checkpoints.</param>
    /// <param name="progress">Told now and then how many rows were looked at, and how many there should be.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="AuditUnreadableException">The database has no such audit, or a file or key is missing.</exception>
    public async Task<AuditReport> Run(string? campaign, IReadOnlyList<string> files, Action<long, long> progress, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(progress);
        await using var connection = await Open(cancellation).ConfigureAwait(false);
        await using var snapshot = await Snapshot(connection, cancellation).ConfigureAwait(false);
        var claims = new AuditClaimReader(connection, snapshot);
        var version = await claims.Version(cancellation).ConfigureAwait(false);
        if (version < FirstVersion)
        {
            throw new AuditUnreadableException($"The database has schema version {version}; its audit is sealed from version {FirstVersion} on. Start the server on it once.");
        }

        var published = await PublishedCheckpoints.Read(files, cancellation).ConfigureAwait(false);
        var told = await claims.Told(cancellation).ConfigureAwait(false);
        var heads = await claims.Heads(cancellation).ConfigureAwait(false);
        var campaigns = campaign is null ? (await claims.Campaigns(cancellation).ConfigureAwait(false)).Union(told.Keys).Union(published.Campaigns).Order(StringComparer.Ordinal).ToList() : [campaign];
        var total = campaigns.Sum(heads.GetValueOrDefault);
        var (found, seen) = (new List<CampaignFindings>(), 0L);
        foreach (var one in campaigns)
        {
            var judged = new CheckpointJudgement(one, keys, published);
            var sealedHead = await claims.Sealed(one, cancellation).ConfigureAwait(false);
            judged.Judge(await claims.Checkpoints(one, cancellation).ConfigureAwait(false), sealedHead?.Checkpoints ?? 0);
            var check = new CampaignCheck(one, new(heads.GetValueOrDefault(one), sealedHead, told.GetValueOrDefault(one) ?? [], judged.Valid));
            await Walk(new AuditReader(connection, snapshot), one, check, rows => progress(seen + rows, total), cancellation).ConfigureAwait(false);
            found.Add(judged.Join(check.End()));
            seen += found[^1].Rows;
        }

        return new(found, published.Unreadable(campaign));
    }

    private async Task<DbConnection> Open(CancellationToken cancellation)
    {
        try
        {
            return await database.Source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        }
        catch (SqliteException unreadable)
        {
            throw new AuditUnreadableException($"The database cannot be read: {unreadable.Message}", unreadable);
        }
    }

    /// <summary>SQLite's usual transaction asks for the right to write.</summary>
    private static async Task<DbTransaction> Snapshot(DbConnection connection, CancellationToken cancellation) => connection is SqliteConnection sqlite
        ? sqlite.BeginTransaction(deferred: true)
        : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation).ConfigureAwait(false);

    /// <summary>Rows and seals come on two roads and are matched by position.</summary>
    private static async Task Walk(AuditReader reader, string campaign, CampaignCheck check, Action<long> progress, CancellationToken cancellation)
    {
        var rows = new PositionPages<AuditedRow>(from => reader.Rows(campaign, from, PageSize, cancellation), PageSize, r => r.Position, progress);
        var seals = new PositionPages<AuditSeal>(from => reader.Seals(campaign, from, PageSize, cancellation), PageSize, s => s.Position);
        while (true)
        {
            var (row, seal) = (await rows.Peek().ConfigureAwait(false), await seals.Peek().ConfigureAwait(false));
            if (row is null && seal is null)
            {
                return;
            }

            var position = row is null || seal?.Position < row.Position ? seal!.Position : row.Position;
            check.Next(position, rows.TakeAt(position), seals.TakeAt(position));
        }
    }
}
