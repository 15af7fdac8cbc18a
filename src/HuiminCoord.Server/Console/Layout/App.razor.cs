namespace HuiminCoord.Server.Console.Layout;

/// <summary>The console: every page of it is shown inside this.</summary>
public sealed partial class App : PagePart;
