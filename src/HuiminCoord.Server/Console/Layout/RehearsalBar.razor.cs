namespace HuiminCoord.Server.Console.Layout;

/// <summary>Nothing here is real: black and yellow, with the virtual clock.</summary>
public sealed partial class RehearsalBar : PagePart;
