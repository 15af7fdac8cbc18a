using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>A form in a drawer: it does one thing, says so, and leaves its place to whoever opened it.</summary>
public abstract class DrawerForm : ActingPart
{
    /// <summary>It was done.</summary>
    [Parameter]
    public EventCallback Done { get; set; }

    /// <summary>It was given up.</summary>
    [Parameter]
    public EventCallback Closed { get; set; }

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    /// <summary>Does it; when it was not refused, says what was done and closes.</summary>
    private protected async Task Carry(Func<Task> work, string did)
    {
        if (await Act(work))
        {
            Toasts.Did(did);
            await Done.InvokeAsync();
        }
    }
}
