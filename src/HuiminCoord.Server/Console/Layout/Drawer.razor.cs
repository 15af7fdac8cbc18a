using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>What is known about the row that was chosen, beside the page: it pushes the content and never covers it on a desk.</summary>
public sealed partial class Drawer : PagePart
{
    private string? _opened;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    /// <summary>What the row is.</summary>
    [Parameter]
    [EditorRequired]
    public required string Title { get; set; }

    /// <summary>Second line.</summary>
    [Parameter]
    public string? Context { get; set; }

    /// <summary>Its sections.</summary>
    [Parameter]
    [EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    /// <summary>Its actions.</summary>
    [Parameter]
    public RenderFragment? Acts { get; set; }

    /// <summary>It was closed.</summary>
    [Parameter]
    public EventCallback Closed { get; set; }

    /// <summary>Whoever opens it by the keyboard goes on in it.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_opened != Title)
        {
            _opened = Title;
            await Browser.InvokeVoidAsync("huimin.focus", "drawer-title");
        }
    }
}
