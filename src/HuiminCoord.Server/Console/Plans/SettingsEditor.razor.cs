using HuiminCoord.Domain.Plans.Drafting;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>Settings that the office may change: times and thresholds.</summary>
public sealed partial class SettingsEditor : SketchEditor
{
    private SettingsSketch Of => Sketch.Settings;
}
