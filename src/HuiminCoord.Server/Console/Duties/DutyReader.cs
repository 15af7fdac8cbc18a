using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Grains.Reports;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Server.Drafts;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Console.Duties;

/// <summary>Reads what a unit owes.</summary>
internal static class DutyReader
{
    /// <summary>Over lists of the past are cut here; the rest is found by searching.</summary>
    private const int MostOver = 200;

    /// <summary>What is open, by date.</summary>
    /// <param name="scene">The campaign, opened for the reader.</param>
    /// <param name="drafts">Tells which duties somebody has begun to write.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="cancellation">Gives up.</param>
    internal static async Task<IReadOnlyList<DutyLine>> Open(ReadingScene scene, DraftBook drafts, string unit, CancellationToken cancellation)
    {
        var begun = await drafts.Begun(scene.Campaign.Id, [unit], cancellation);
        var typed = await Typed(scene, unit, cancellation);
        var waiting = await ReportsWaiting(scene, unit, cancellation);
        var rows = await Rows(scene, unit).Where(o => !Stages.Over.Contains(o.Stage)).ToListAsync(cancellation);
        return DutyLine.InOrder(rows.Select(r => DutyLine.Of(r, scene.Campaign, begun.Contains((r.Unit, r.Duty)) || typed.Contains(r.Duty), waiting.Contains(r.Duty))));
    }

    /// <summary>What is over, the latest first.</summary>
    internal static async Task<IReadOnlyList<DutyLine>> Over(ReadingScene scene, string unit, CancellationToken cancellation)
    {
        var rows = await Rows(scene, unit).Where(o => Stages.Over.Contains(o.Stage)).OrderByDescending(o => o.Due).Take(MostOver).ToListAsync(cancellation);
        return [.. rows.Select(r => DutyLine.Of(r, scene.Campaign, false))];
    }

    /// <summary>How many are over.</summary>
    internal static Task<int> CountOver(ReadingScene scene, string unit, CancellationToken cancellation) =>
        Rows(scene, unit).CountAsync(o => Stages.Over.Contains(o.Stage), cancellation);

    /// <summary>How many reports wait for the approval of the visitor's own unit; none for whoever does not lead it.</summary>
    internal static async Task<int> CountForLeader(ReadingScene scene, CancellationToken cancellation)
    {
        var seat = scene.Passage.Asker.Standing.Seat;
        return seat is { Role: SeatRole.Leader, Unit: { } unit } ? (await ReportsWaiting(scene, unit.Value, cancellation)).Count : 0;
    }

    private static async Task<IReadOnlySet<string>> Typed(ReadingScene scene, string unit, CancellationToken cancellation)
    {
        var campaign = scene.Campaign.Id;
        return (await scene.Db.ReportCells.AsNoTracking().Where(c => c.Campaign == campaign && c.Unit == unit && c.Filler == "unit" && c.Typed != "").Select(c => c.Duty).Distinct().ToListAsync(cancellation)).ToHashSet();
    }

    /// <summary>待本单位审核.</summary>
    private static async Task<IReadOnlySet<string>> ReportsWaiting(ReadingScene scene, string unit, CancellationToken cancellation)
    {
        var (campaign, waiting) = (scene.Campaign.Id, ReportRegister.Word(ReportStage.Waiting));
        return (await scene.Db.Reports.AsNoTracking().Where(r => r.Campaign == campaign && r.Unit == unit && r.Stage == waiting).Select(r => r.Duty).ToListAsync(cancellation)).ToHashSet();
    }

    private static IQueryable<ObligationRow> Rows(ReadingScene scene, string unit)
    {
        var campaign = scene.Campaign.Id;
        return scene.Db.Obligations.AsNoTracking().Where(o => o.Campaign == campaign && o.Unit == unit && (scene.OnlyUnit == null || scene.OnlyUnit == unit));
    }
}
