using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Tasks;

/// <summary>Sets a milestone: what will be reached, and by when.</summary>
public sealed partial class MilestoneForm : PagePart
{
    private bool _asked;

    /// <summary>First day that can be chosen.</summary>
    [Parameter]
    [EditorRequired]
    public required DateOnly From { get; set; }

    /// <summary>Last day that can be chosen.</summary>
    [Parameter]
    [EditorRequired]
    public required DateOnly Until { get; set; }

    /// <summary>Shows rest days.</summary>
    [Parameter]
    [EditorRequired]
    public required WorkingCalendar Calendar { get; set; }

    /// <summary>True while an act is on its way.</summary>
    [Parameter]
    public bool Waits { get; set; }

    /// <summary>Sets it; true when it was taken.</summary>
    [Parameter]
    [EditorRequired]
    public required Func<string, DateOnly, Task<bool>> Send { get; set; }

    private string Title { get; set; } = "";

    private DateOnly? Due { get; set; }

    private async Task Submit()
    {
        _asked = true;
        if (Due is { } due && await Send(Title.Trim(), due))
        {
            (Title, Due, _asked) = ("", null, false);
        }
    }
}
