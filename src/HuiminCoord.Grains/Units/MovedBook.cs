using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Storage.Rows;

namespace HuiminCoord.Grains.Units;

/// <summary>The register of reminders that a holiday paper moved before they were given.</summary>
internal static class MovedBook
{
    internal static StepMovedRow Row(MovedStep step, UnitEvent.DatesRevised revised, UnitScene scene) => new()
    {
        Campaign = scene.Event.Campaign,
        Unit = scene.Unit.Value,
        Obligation = step.Duty.Value,
        Rung = step.Rung,
        GrainSeq = scene.Event.Sequence,
        MovedAt = scene.Event.At,
        MovedFrom = step.From,
        MovedTo = step.To,
        Paper = revised.Paper,
        Reason = revised.Reason,
    };
}
