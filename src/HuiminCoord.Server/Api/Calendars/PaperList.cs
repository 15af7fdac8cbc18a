using HuiminCoord.Grains.Calendars;
using HuiminCoord.Grains.Storage;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Api.Calendars;

/// <summary>Reads every paper and layer that the server knows; imported ones with who imported them and why.</summary>
internal sealed class PaperList(CalendarShelf shelf, CoordinationDatabase database)
{
    /// <summary>By publication.</summary>
    internal async Task<IReadOnlyList<PaperView>> Read(CancellationToken cancellation)
    {
        shelf.Refresh();
        await using var db = database.OpenToRead();
        var imports = await db.CalendarImports.ToDictionaryAsync(i => i.Id, cancellation);
        var papers = shelf.Table.Papers.Select(p => PaperView.Of(p, imports.GetValueOrDefault(p.Id)));
        var layers = shelf.Table.Regions.Select(l => PaperView.Of(l, imports.GetValueOrDefault(l.Id)));
        return [.. papers.Concat(layers).OrderBy(p => p.PublishedOn).ThenBy(p => p.Paper, StringComparer.Ordinal)];
    }
}
