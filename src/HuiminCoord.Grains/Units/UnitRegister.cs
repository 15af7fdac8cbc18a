using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;

namespace HuiminCoord.Grains.Units;

/// <summary>How a unit's events become rows: what it owes, who holds its seats. Messages are written by <see cref="UnitMessages"/>.</summary>
public sealed class UnitRegister(PlanShelf plans) : IRegister
{
    /// <inheritdoc/>
    public string GrainType => Rooms.Unit;

    /// <inheritdoc/>
    public async Task Apply(RelayedEvent e, RelayBatch batch, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(e);
        ArgumentNullException.ThrowIfNull(batch);
        var unit = new UnitId(RoomKey.IdOf(e.GrainKey));
        var @event = e.Read<UnitEvent>();
        var row = await batch.Db.Units.FindAsync([e.Campaign, unit.Value], ct);
        var version = @event switch
        {
            UnitEvent.Begun x => x.PlanVersion,
            UnitEvent.Amended x => x.PlanVersion,
            _ => row!.PlanVersion,
        };
        var terms = await plans.Terms(e.Campaign, version, unit);
        var scene = new UnitScene(e, batch, terms);
        await Record(@event, scene, row, ct);
        MemberBook.Record(@event, scene);
        await PartBook.Record(@event, scene, ct);
        await AppointmentBook.Record(@event, scene, ct);
        await UnitMessages.Write(@event, scene, ct);
    }

    private static async Task Record(UnitEvent @event, UnitScene scene, UnitRow? row, CancellationToken ct)
    {
        switch (@event)
        {
            case UnitEvent.Begun x:
                Begin(x, scene, row);
                break;
            case UnitEvent.Opened x:
                scene.Batch.Db.Obligations.AddRange(x.Duties.Select(d => ObligationBook.New(scene, scene.Terms.Find(d.Duty)!, d)));
                break;
            case UnitEvent.Amended or UnitEvent.Left:
                await Amend(@event, scene, row!, ct);
                break;
            case UnitEvent.Assigned x:
                var dated = new OpenedDuty(x.Duty, x.Assignment.Due, x.DoBy, x.Provisional, false);
                scene.Batch.Db.Obligations.Add(ObligationBook.New(scene, DutyTerms.Of(x.Duty, x.Assignment, scene.Terms.Plan), dated));
                break;
            case UnitEvent.SeatNamed or UnitEvent.SeatEnded or UnitEvent.AbsenceMarked:
                await SeatBook.Record(@event, scene, ct);
                break;
            case UnitEvent.DatesRevised x:
                await Revise(x, scene, ct);
                break;
            case UnitEvent.MemberProposed or UnitEvent.MemberWithdrawn or UnitEvent.MemberAgreed or UnitEvent.MemberRefused:
                // Its row was written already; it is no duty.
                break;
            default:
                await ObligationBook.Record(@event, scene, ct);
                break;
        }
    }

    private static async Task Revise(UnitEvent.DatesRevised revised, UnitScene scene, CancellationToken ct)
    {
        foreach (var duty in revised.Duties)
        {
            ObligationBook.Date(await ObligationBook.Find(scene, duty.Duty, ct), duty.Due, duty.DoBy, duty.Provisional);
        }

        scene.Batch.Db.StepsMoved.AddRange(revised.Moved.Select(m => MovedBook.Row(m, revised, scene)));
    }

    private static async Task Amend(UnitEvent @event, UnitScene scene, UnitRow row, CancellationToken ct)
    {
        if (@event is UnitEvent.Amended amended)
        {
            (row.PlanVersion, row.Active) = (amended.PlanVersion, true);
            (row.Name, row.SortOrder) = (scene.Terms.Unit.Name, Order(scene));
            await AmendmentBook.Record(amended, scene, ct);
        }
        else if (@event is UnitEvent.Left left)
        {
            row.Active = false;
            await AmendmentBook.End(left.Ended, scene, ct);
        }
    }

    private static void Begin(UnitEvent.Begun begun, UnitScene scene, UnitRow? row)
    {
        if (row is not null)
        {
            row.PlanVersion = begun.PlanVersion;
            return;
        }

        var unit = scene.Terms.Unit;
        scene.Batch.Db.Units.Add(new UnitRow
        {
            Campaign = scene.Event.Campaign,
            Unit = unit.Id.Value,
            Name = unit.Name,
            SortOrder = Order(scene),
            Active = true,
            PlanVersion = begun.PlanVersion,
            Payload = "{}",
        });
        scene.Batch.Db.Seats.Add(SeatBook.Row(scene, SeatKind.Leader, begun.Leader, "", ""));
    }

    private static int Order(UnitScene scene) => scene.Terms.Plan.Units.Select((u, i) => (u.Id, i)).Single(u => u.Id == scene.Unit).i;
}

/// <summary>One event of a unit on its way into the registers, with what the plan says.</summary>
internal sealed record UnitScene(RelayedEvent Event, RelayBatch Batch, UnitTerms Terms)
{
    /// <summary>The unit.</summary>
    public UnitId Unit => Terms.Unit.Id;
}
