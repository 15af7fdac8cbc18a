namespace HuiminCoord.Server.Console.Layout;

/// <summary>Around pages for people who are not signed in yet.</summary>
public sealed partial class EntryLayout : PageLayout;
