namespace HuiminCoord.Server.Console.Plans;

/// <summary>Titles and measures: what the campaign, its tasks and its goals are called.</summary>
public sealed partial class MeasuresEditor : SketchEditor;
