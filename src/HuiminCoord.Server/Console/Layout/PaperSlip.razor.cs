using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>A sheet of A5 that somebody is handed: one link, as text and as a picture for a phone. It is shown once.</summary>
public sealed partial class PaperSlip : PagePart
{
    /// <summary>What kind of slip it is.</summary>
    [Parameter]
    [EditorRequired]
    public required string Title { get; set; }

    /// <summary>Whom it is for, how long it is good.</summary>
    [Parameter]
    [EditorRequired]
    public required IEnumerable<(string Name, string Value)> Lines { get; set; }

    /// <summary>The link.</summary>
    [Parameter]
    [EditorRequired]
    public required string Link { get; set; }

    /// <summary>What to do with it.</summary>
    [Parameter]
    [EditorRequired]
    public required IEnumerable<string> Steps { get; set; }

    private string Campaign { get; set; } = "";

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync() => Campaign = (await Visitor.Plan())?.Title ?? Words["product.name"];
}
