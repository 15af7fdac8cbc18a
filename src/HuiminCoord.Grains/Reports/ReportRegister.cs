using System.Globalization;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;

namespace HuiminCoord.Grains.Reports;

/// <summary>How a report's events become its row, and what of them people are told at once. What was handed in is the unit's to tell: see <see cref="VersionBook"/>.</summary>
public sealed class ReportRegister(PlanShelf plans) : IRegister
{
    /// <inheritdoc/>
    public string GrainType => Rooms.Report;

    /// <summary>A stage as it stands in rows and answers: <c>waiting</c>.</summary>
    public static string Word(ReportStage stage) => stage.ToString().ToLowerInvariant();

    /// <inheritdoc/>
    public async Task Apply(RelayedEvent e, RelayBatch batch, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(e);
        ArgumentNullException.ThrowIfNull(batch);
        var (unit, duty) = Place(e);
        var @event = e.Read<ReportEvent>();
        var row = await batch.Db.Reports.FindAsync([e.Campaign, unit.Value, duty.Value], ct);
        var before = ReportReader.StateOf(row);
        var state = ReportRules.Evolve(before, @event);
        if (row is null)
        {
            row = new ReportRow { Campaign = e.Campaign, Unit = unit.Value, Duty = duty.Value, Stage = "", Payload = "" };
            batch.Db.Reports.Add(row);
        }

        (row.Stage, row.Payload) = (Word(state.Stage), StoredJson.Write(state));
        if (@event is ReportEvent.Corrected corrected)
        {
            batch.Db.ReportVersions.Add(VersionBook.Correction(e.Campaign, unit, duty, corrected));
        }

        // From the first on: what waits for its approval longer than uploads are kept must not lose its files.
        AttachmentBook.Add(e, batch, duty.Value, null, @event switch
        {
            ReportEvent.Proposed x => x.Version.Sheet.Files,
            ReportEvent.Entered x => x.Version.Sheet.Files,
            ReportEvent.Approved x => x.Scan,
            _ => null,
        });

        await Tell(before, @event, (unit, duty), e, batch, ct);
    }

    private async Task Tell(ReportState before, ReportEvent @event, (UnitId Unit, DutyId Duty) of, RelayedEvent e, RelayBatch batch, CancellationToken ct)
    {
        var owed = await batch.Db.Obligations.FindAsync([e.Campaign, of.Unit.Value, of.Duty.Value], ct);
        var member = await batch.Db.Units.FindAsync([e.Campaign, of.Unit.Value], ct);
        var plan = await plans.Get(e.Campaign, member!.PlanVersion);
        foreach (var (to, message) in ReportNotices.Of(before, @event, of.Unit, plan.Unit(of.Unit)?.Name ?? member.Name, owed?.Title ?? of.Duty.Value))
        {
            var slot = string.Create(CultureInfo.InvariantCulture, $"{message.Kind}:{of.Unit}/{of.Duty}:{e.Sequence}");
            batch.Deliver(new InboxDraft(e.Campaign, to, slot, e.At, message.Kind, message.Title, message.Body, StoredJson.Write(new { unit = of.Unit.Value, duty = of.Duty.Value })));
        }
    }

    private static (UnitId Unit, DutyId Duty) Place(RelayedEvent e) => RoomKey.IdOf(e.GrainKey).Split('/') is [var unit, var duty] ? (new(unit), new(duty))
        : throw new InvalidOperationException($"{e.GrainKey} is no report.");
}
