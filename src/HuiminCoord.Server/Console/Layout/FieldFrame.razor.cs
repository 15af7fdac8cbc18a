using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>What stands around something to fill in: its label, its help, and what is wrong with it.</summary>
public sealed partial class FieldFrame : FieldPart
{
    /// <summary>Id of what is filled in; the help has this with <c>-help</c> behind it.</summary>
    [Parameter]
    [EditorRequired]
    public required string Id { get; set; }

    /// <summary>True for one that takes a row of its own.</summary>
    [Parameter]
    public bool Wide { get; set; }

    /// <summary>What is filled in.</summary>
    [Parameter]
    [EditorRequired]
    public required RenderFragment ChildContent { get; set; }
}
