using HuiminCoord.Domain.Plans.Drafting;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>The days of the campaign; a template's dates move along with its first day.</summary>
public sealed partial class WindowEditor : SketchEditor
{
    /// <summary>Where the template's dates are to begin.</summary>
    private DateOnly? Start { get; set; }

    private Task Shift()
    {
        if (Start is { } start)
        {
            SketchDates.Move(Sketch, start);
            Start = null;
        }

        return Tell();
    }
}
