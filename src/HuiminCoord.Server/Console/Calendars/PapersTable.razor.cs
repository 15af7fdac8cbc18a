using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Calendars;

/// <summary>The papers and layers behind the calendar, the newest first.</summary>
public sealed partial class PapersTable : PagePart
{
    /// <summary>The papers.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<PaperLine> Papers { get; set; }
}
