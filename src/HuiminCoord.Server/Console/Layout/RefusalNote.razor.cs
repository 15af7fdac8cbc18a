using HuiminCoord.Domain.Deciding;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>Says above a form why it was not accepted.</summary>
public sealed partial class RefusalNote : PagePart
{
    /// <summary>Why; null shows nothing.</summary>
    [Parameter]
    public Refusal? Of { get; set; }
}
