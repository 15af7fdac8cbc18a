using HuiminCoord.Domain.Reports;
using HuiminCoord.Grains.Reports;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Files;

namespace HuiminCoord.Server.Reporting;

/// <summary>What is to be handed over of a sheet.</summary>
/// <param name="Parts">Null = all that can be handed in.</param>
/// <param name="Seen">The sheet's last revision that was looked at; null = whatever stands.</param>
internal sealed record HandoverWish(IReadOnlyList<string>? Parts, IReadOnlyList<FileBody>? Files, long? Seen);

/// <summary>Makes what stands in a sheet into what a command carries: the sheet is kept first, and the command names it by its hash.</summary>
internal sealed class ReportHandover(CampaignDirectory campaigns, Readings readings, CellBook cells, UploadBook uploads)
{
    /// <exception cref="Api.Refusals.RefusedException">The report is unknown, a figure is none, somebody has typed meanwhile, or a file was never uploaded.</exception>
    internal async Task<(IReadOnlyList<string> Parts, FilledSheet Sheet)> Filled(string campaign, string unit, string duty, Asker asker, HandoverWish wish, CancellationToken cancellation)
    {
        var place = ReportFinder.Place(await campaigns.Campaign(campaign, cancellation), unit, duty);
        var parts = wish.Parts is { Count: > 0 } named ? named.Distinct().ToList() : await Asked(campaign, unit, duty, asker, cancellation);
        var files = await uploads.Named(campaign, wish.Files, asker, cancellation);
        var (sheet, nil, filledBy) = await cells.Freeze(place, asker, wish.Seen, cancellation);
        return (parts, new FilledSheet(sheet.Hash, nil, files, filledBy));
    }

    private async Task<IReadOnlyList<string>> Asked(string campaign, string unit, string duty, Asker asker, CancellationToken cancellation)
    {
        await using var scene = await readings.Open(campaign, new Passage(asker, Domain.Access.Reach.All), null, cancellation);
        var (owed, report) = (await scene.Db.Obligations.FindAsync([campaign, unit, duty], cancellation), await scene.Db.Reports.FindAsync([campaign, unit, duty], cancellation));
        return ReportFinder.Asked(ReportReader.StateOf(report), ReportReader.StagesOf(owed));
    }
}
