using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Drafting;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>What is owed by when, and by whom.</summary>
public sealed partial class DutiesEditor : SketchEditor
{
    /// <summary>A liaison is not named each month, and a monthly report not once.</summary>
    private static DutyForm[] FormsOf(DutySketch duty) => duty.Kind switch
    {
        DutyKind.Monthly => [DutyForm.Monthly],
        DutyKind.Liaison or DutyKind.Annual => [DutyForm.Once, DutyForm.Undated],
        _ => Enum.GetValues<DutyForm>(),
    };

    private Task Bind(DutySketch duty, string unit)
    {
        if (!duty.OwedBy.Remove(unit))
        {
            duty.OwedBy.Add(unit);
        }

        return Tell();
    }

    private Task Drop(DutySketch duty)
    {
        Sketch.Duties.Remove(duty);
        return Tell();
    }
}
