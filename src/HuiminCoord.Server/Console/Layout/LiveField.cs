using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>A field of a live page: what is typed or chosen is known at once.</summary>
public abstract class LiveField : FieldPart
{
    /// <summary>Id of what is filled in; the help has this with <c>-help</c> behind it.</summary>
    [Parameter]
    [EditorRequired]
    public required string Id { get; set; }
}
