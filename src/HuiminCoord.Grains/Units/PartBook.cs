using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Registers;

namespace HuiminCoord.Grains.Units;

/// <summary>What lists say about the parts of an obligation beside their stages: when, on paper or not, with how many remarks.</summary>
internal static class PartBook
{
    internal static async Task Record(UnitEvent @event, UnitScene scene, CancellationToken ct)
    {
        switch (@event)
        {
            case UnitEvent.Submitted x:
                VersionBook.HandIn(scene.Event, scene.Batch, scene.Unit, x);
                ObligationPayload.Change(await ObligationBook.Find(scene, x.Duty, ct), x.Parts, f => f with
                {
                    FirstAt = f.FirstAt ?? x.At,
                    At = x.At,
                    EnteredAt = x.OnBehalf ? scene.Event.At : null,
                    Nil = x.Nil,
                });
                break;
            case UnitEvent.Returned x:
                ObligationPayload.Change(await ObligationBook.Find(scene, x.Duty, ct), [x.Part], f => f with { Remarks = x.Remarks.Count });
                break;
            case UnitEvent.Withdrawn x:
                await VersionBook.TakeBack(scene.Event, scene.Batch, scene.Unit, x, ct);
                var undone = x.Parts.Where(p => p.Value == PartStage.Open).Select(p => p.Key);
                ObligationPayload.Change(await ObligationBook.Find(scene, x.Duty, ct), undone, _ => new PartFacts());
                break;
            case UnitEvent.Urged x:
                ObligationPayload.Urged(await ObligationBook.Find(scene, x.Duty, ct), x.On);
                break;
        }
    }
}
