namespace HuiminCoord.Server.Console.Plans;

/// <summary>What tasks are called, and what each domain is to reach.</summary>
public sealed partial class TasksEditor : SketchEditor;
