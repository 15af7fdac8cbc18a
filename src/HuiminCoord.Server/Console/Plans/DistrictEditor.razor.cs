namespace HuiminCoord.Server.Console.Plans;

/// <summary>Which district, and what the campaign is called there.</summary>
public sealed partial class DistrictEditor : SketchEditor;
