using System.Globalization;
using HuiminCoord.Domain.Consolidations;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Grains.Consolidations;

/// <summary>How a consolidation's events become its row and those of its kept tables, and what of them people are told.</summary>
public sealed class ConsolidationRegister(PlanShelf plans) : IRegister
{
    /// <inheritdoc/>
    public string GrainType => Rooms.Consolidation;

    /// <inheritdoc/>
    public async Task Apply(RelayedEvent e, RelayBatch batch, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(e);
        ArgumentNullException.ThrowIfNull(batch);
        var (duty, @event) = (RoomKey.IdOf(e.GrainKey), e.Read<ConsolidationEvent>());
        var row = await batch.Db.Consolidations.FindAsync([e.Campaign, duty], ct);
        var state = ConsolidationRules.Evolve(ConsolidationReader.StateOf(row), @event);
        if (row is null)
        {
            row = new ConsolidationRow { Campaign = e.Campaign, Duty = duty, Payload = "" };
            batch.Db.Consolidations.Add(row);
        }

        row.Payload = StoredJson.Write(state);
        if (@event is ConsolidationEvent.TableKept kept)
        {
            batch.Db.KeptTables.Add(new KeptTableRow { Campaign = e.Campaign, Duty = duty, Number = kept.Table.Number, Payload = StoredJson.Write(kept.Reports) });
        }

        await Tell(state, @event, duty, e, batch, ct);
    }

    private async Task Tell(ConsolidationState state, ConsolidationEvent @event, string duty, RelayedEvent e, RelayBatch batch, CancellationToken ct)
    {
        var plan = await plans.Get(e.Campaign, (await batch.Db.Campaigns.FindAsync([e.Campaign], ct))!.PlanVersion);
        var period = Occurrence.Find(plan, new DutyId(duty))?.Period ?? duty;
        // What this batch has written so far is not in the database yet.
        await batch.Db.Units.Where(u => u.Campaign == e.Campaign).LoadAsync(ct);
        var units = batch.Db.Units.Local.Where(u => u.Campaign == e.Campaign && u.Active).OrderBy(u => u.SortOrder);
        foreach (var (to, message) in ConsolidationNotices.Of(state, @event, $"{period}工作通报", units.ToDictionary(u => u.Unit, u => u.Name)))
        {
            var slot = string.Create(CultureInfo.InvariantCulture, $"{message.Kind}:{duty}:{e.Sequence}");
            batch.Deliver(new InboxDraft(e.Campaign, to, slot, e.At, message.Kind, message.Title, message.Body, StoredJson.Write(new { bulletin = duty })));
        }
    }
}
