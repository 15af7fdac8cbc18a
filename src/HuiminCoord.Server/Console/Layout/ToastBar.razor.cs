using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>Draws what one's own acts have done, at the lower left.</summary>
public sealed partial class ToastBar : PagePart, IDisposable
{
    [Inject]
    private Toasts Toasts { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose() => Toasts.Changed -= Draw;

    /// <inheritdoc/>
    protected override void OnInitialized() => Toasts.Changed += Draw;

    private Task TakeBack(Toast toast, Func<Task> undo)
    {
        Toasts.Close(toast);
        return undo();
    }

    private void Draw() => _ = InvokeAsync(StateHasChanged);
}
