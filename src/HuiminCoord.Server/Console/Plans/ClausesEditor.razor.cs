namespace HuiminCoord.Server.Console.Plans;

/// <summary>Clauses of the paper in our own words.</summary>
public sealed partial class ClausesEditor : SketchEditor;
