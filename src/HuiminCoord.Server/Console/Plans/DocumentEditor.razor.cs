namespace HuiminCoord.Server.Console.Plans;

/// <summary>The paper that the campaign rests on.</summary>
public sealed partial class DocumentEditor : SketchEditor;
