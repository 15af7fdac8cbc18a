using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Doors;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Api.Units;

/// <summary>Reads which papers were sent to a unit. Receipts have no register of their own: the audit tells both ends of each.</summary>
internal static class UnitReceipts
{
    /// <summary>All papers, the first one first.</summary>
    internal static async Task<IReadOnlyList<ReceiptView>> Of(ReadingScene scene, string unit, CancellationToken cancellation)
    {
        var key = $"{scene.Campaign.Id}/{unit}";
        var told = await scene.Db.Audit.AsNoTracking()
            .Where(a => a.GrainType == Rooms.Unit && a.GrainKey == key && (a.EventType == "unit.begun" || a.EventType == "unit.amended" || a.EventType == "unit.receipt-confirmed"))
            .OrderBy(a => a.Seq).ToListAsync(cancellation);
        return ReceiptsOf(told);
    }

    private static IReadOnlyList<ReceiptView> ReceiptsOf(List<AuditRow> told)
    {
        var events = told.Select(a => (Row: a, Event: StoredJson.Read<UnitEvent>(a.Body))).ToList();
        var confirmed = events.Where(e => e.Event is UnitEvent.ReceiptConfirmed)
            .ToLookup(e => ((UnitEvent.ReceiptConfirmed)e.Event).Paper, e => e.Row);
        return [.. events.Where(e => VersionOf(e.Event) > 0).Select(e =>
        {
            var paper = $"plan-{VersionOf(e.Event)}";
            var receipt = confirmed[paper].FirstOrDefault();
            return new ReceiptView(paper, e.Row.At, receipt?.At, receipt is null ? null : Signature.Of(receipt.Actor).Seat);
        })];
    }

    private static int VersionOf(UnitEvent @event) => @event switch
    {
        UnitEvent.Begun x => x.PlanVersion,
        UnitEvent.Amended x => x.PlanVersion,
        _ => 0,
    };
}
