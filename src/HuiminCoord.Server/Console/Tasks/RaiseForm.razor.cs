using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Tasks;

/// <summary>Asks for coordination: what is stuck, with whom there is a dispute about whose work it is, what would help.</summary>
public sealed partial class RaiseForm : PagePart
{
    /// <summary>The member units with which there may be a dispute.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<UnitPlan> Units { get; set; }

    /// <summary>True while an act is on its way.</summary>
    [Parameter]
    public bool Waits { get; set; }

    /// <summary>Asks; true when it was taken.</summary>
    [Parameter]
    [EditorRequired]
    public required Func<string, string, UnitId?, Task<bool>> Send { get; set; }

    private string What { get; set; } = "";

    private string Wish { get; set; } = "";

    private string With { get; set; } = "";

    private async Task Submit()
    {
        if (await Send(What.Trim(), Wish.Trim(), With.Length == 0 ? null : new UnitId(With)))
        {
            (What, Wish, With) = ("", "", "");
        }
    }
}
