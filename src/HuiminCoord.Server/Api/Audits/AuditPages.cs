using HuiminCoord.Grains.Auditing;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Doors;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Api.Audits;

/// <summary>Reads an audit: pages of it, and how far it is sealed.</summary>
internal static class AuditPages
{
    /// <summary>The latest first.</summary>
    internal static async Task<Page<AuditView>> Read(
        CoordinationDb db, string campaign, AuditFilter filter, int limit, string? next, bool upToDate, CancellationToken cancellation)
    {
        var rows = await Before(filter.Of(db, campaign), PageCursor.Read<AuditKey>(next))
            .OrderByDescending(a => a.At).ThenByDescending(a => a.GrainType).ThenByDescending(a => a.GrainKey).ThenByDescending(a => a.Seq)
            .Take(limit + 1).ToListAsync(cancellation);
        var page = rows.Take(limit).ToList();
        var following = rows.Count > limit ? PageCursor.Write(new AuditKey(page[^1].At, page[^1].GrainType, page[^1].GrainKey, page[^1].Seq)) : null;
        return new(upToDate, [.. page.Select(AuditView.Of)], following);
    }

    /// <summary>How far it is sealed.</summary>
    internal static async Task<AuditStateView> State(CoordinationDb db, string campaign, CancellationToken cancellation)
    {
        // The head last: it only grows, and what is sealed is never ahead of it.
        var done = await db.AuditSealHeads.AsNoTracking().SingleOrDefaultAsync(h => h.Campaign == campaign, cancellation);
        var last = done is null ? null : await db.AuditCheckpoints.AsNoTracking().SingleOrDefaultAsync(c => c.Campaign == campaign && c.Number == done.Checkpoint, cancellation);
        var head = await db.AuditHeads.AsNoTracking().SingleOrDefaultAsync(h => h.Campaign == campaign, cancellation);
        return new(head?.Position ?? 0, done?.Position ?? 0, last is null ? null : new(last.Number, last.Position, last.ToSigned().Said.Chain, last.At, last.Key));
    }

    /// <summary>One row with its seal; null when there is none at this position.</summary>
    internal static async Task<SealedAuditView?> One(CoordinationDb db, string campaign, long position, CancellationToken cancellation)
    {
        var row = await db.Audit.AsNoTracking().FirstOrDefaultAsync(a => a.Campaign == campaign && a.Position == position, cancellation);
        return row is null ? null : new(AuditView.Of(row), await SealBook.Of(db, campaign, position, cancellation));
    }

    private static IQueryable<AuditRow> Before(IQueryable<AuditRow> rows, AuditKey? key) => key is null ? rows : rows.Where(a =>
        a.At < key.At
        || (a.At == key.At && (string.Compare(a.GrainType, key.Type) < 0
            || (a.GrainType == key.Type && (string.Compare(a.GrainKey, key.Key) < 0 || (a.GrainKey == key.Key && a.Seq < key.Seq))))));

    private sealed record AuditKey(DateTimeOffset At, string Type, string Key, long Seq);
}
