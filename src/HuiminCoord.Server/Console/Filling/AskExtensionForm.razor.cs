using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Filling;

/// <summary>申请延期: until when, and why. The office decides.</summary>
public sealed partial class AskExtensionForm : PagePart
{
    /// <summary>What is filled.</summary>
    [Parameter]
    [EditorRequired]
    public required FillScene Filled { get; set; }

    /// <summary>Asks; true when it was taken.</summary>
    [Parameter]
    [EditorRequired]
    public required Func<(DateOnly Until, string Reason), Task<bool>> Asked { get; set; }

    private DateOnly? Until { get; set; }

    private string Reason { get; set; } = "";

    private async Task Ask()
    {
        if (Until is { } until && await Asked((until, Reason.Trim())))
        {
            (Until, Reason) = (null, "");
        }
    }
}
