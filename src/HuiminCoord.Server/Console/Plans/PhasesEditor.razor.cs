namespace HuiminCoord.Server.Console.Plans;

/// <summary>Phases with their days and what each must show.</summary>
public sealed partial class PhasesEditor : SketchEditor;
