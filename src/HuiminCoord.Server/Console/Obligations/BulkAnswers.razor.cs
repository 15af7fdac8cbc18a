using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Obligations;

/// <summary>One answer for each of several acts, those that were refused with their reasons.</summary>
public sealed partial class BulkAnswers : PagePart
{
    /// <summary>The answers; none shows nothing.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<BulkAnswer> Answers { get; set; }

    /// <summary>They are read.</summary>
    [Parameter]
    public EventCallback Closed { get; set; }
}
