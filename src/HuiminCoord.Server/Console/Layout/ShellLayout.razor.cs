namespace HuiminCoord.Server.Console.Layout;

/// <summary>Around pages for people who are signed in: who they are, where they can go.</summary>
public sealed partial class ShellLayout : PageLayout;
