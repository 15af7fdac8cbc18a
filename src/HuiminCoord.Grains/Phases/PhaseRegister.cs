using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Phases;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;

namespace HuiminCoord.Grains.Phases;

/// <summary>How a phase's events become its row, and what of them waits for the office.</summary>
public sealed class PhaseRegister(PlanShelf plans) : IRegister
{
    /// <inheritdoc/>
    public string GrainType => Rooms.Phase;

    /// <inheritdoc/>
    public async Task Apply(RelayedEvent e, RelayBatch batch, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(e);
        ArgumentNullException.ThrowIfNull(batch);
        var phase = RoomKey.IdOf(e.GrainKey);
        var row = await batch.Db.Phases.FindAsync([e.Campaign, phase], ct);
        switch (e.Read<PhaseEvent>())
        {
            case PhaseEvent.Begun x:
                await Begin(x, e, batch, phase, row);
                break;
            case PhaseEvent.Opened:
                row!.Stage = "running";
                break;
            case PhaseEvent.GateAnnounced:
                Tell(e, batch, phase, "gate-near");
                break;
            case PhaseEvent.GateCame x:
                ComeToGate(x, e, batch, row!);
                break;
            case PhaseEvent.GoalMet x:
                Change(row!, d => d with { GoalsMet = [.. d.GoalsMet, x.Goal] });
                AttachmentBook.Add(e, batch, x.Goal, null, x.Files);
                break;
            case PhaseEvent.GatePassed:
                row!.Stage = "passed";
                break;
            case PhaseEvent.GateWaived x:
                row!.Stage = "waived";
                Change(row, d => d with { WaivedFor = x.Reason, SignedBy = x.SignedBy });
                break;
        }
    }

    private async Task Begin(PhaseEvent.Begun begun, RelayedEvent e, RelayBatch batch, string phase, PhaseRow? row)
    {
        var planned = (await plans.Get(e.Campaign, begun.PlanVersion)).Phase(new PhaseId(phase))!;
        if (row is not null)
        {
            (row.OpensOn, row.ClosesOn) = (planned.Window.From, planned.Window.To);
            row.Payload = StoredJson.Write(StoredJson.Read<PhaseDetail>(row.Payload) with { Title = planned.Title, Goals = [.. planned.Goals.Select(g => g.Id)] });
            return;
        }

        batch.Db.Phases.Add(new PhaseRow
        {
            Campaign = e.Campaign,
            Phase = phase,
            OpensOn = planned.Window.From,
            ClosesOn = planned.Window.To,
            Stage = "waiting",
            Payload = StoredJson.Write(new PhaseDetail(planned.Title, [.. planned.Goals.Select(g => g.Id)], [], null, null)),
        });
    }

    private static void ComeToGate(PhaseEvent.GateCame came, RelayedEvent e, RelayBatch batch, PhaseRow row)
    {
        row.Stage = "at-gate";
        if (!came.EnteredLate)
        {
            Tell(e, batch, row.Phase, "gate");
        }
    }

    private static void Change(PhaseRow row, Func<PhaseDetail, PhaseDetail> change) =>
        row.Payload = StoredJson.Write(change(StoredJson.Read<PhaseDetail>(row.Payload)));

    private static void Tell(RelayedEvent e, RelayBatch batch, string phase, string rung) =>
        batch.Step(new StepDraft(e.Campaign, "", phase, rung, Recipients.Office, e.At, e.At, StepOutcome.Pending, null, null, null));
}

/// <summary>What a phase's row shows beside its columns.</summary>
/// <param name="WaivedFor">Reason of the waiver.</param>
/// <param name="SignedBy">Post that signed it.</param>
public sealed record PhaseDetail(string Title, IReadOnlyList<string> Goals, IReadOnlyList<string> GoalsMet, string? WaivedFor, string? SignedBy);
