using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Drafting;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>When each kind of duty is reminded of, and whom.</summary>
public sealed partial class LaddersEditor : SketchEditor
{
    /// <summary>A reminder at another moment is another reminder.</summary>
    private Task Moved(RungSketch rung)
    {
        rung.Id = "";
        return Tell();
    }

    private Task Address(RungSketch rung, Role role)
    {
        if (!rung.To.Remove(role))
        {
            rung.To.Add(role);
            rung.To.Sort();
        }

        return Tell();
    }

    private Task Drop(LadderSketch ladder, RungSketch rung)
    {
        ladder.Rungs.Remove(rung);
        return Tell();
    }

    private Task Add(LadderSketch ladder)
    {
        ladder.Rungs.Add(new RungSketch { At = Sketch.Settings.DigestAt, To = [Role.Liaison] });
        return Tell();
    }
}
