using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Sheets;

/// <summary>小结: one text for each section of the form, with what the report before said of problems.</summary>
public sealed partial class SheetSummary : PagePart
{
    /// <summary>The sheet.</summary>
    [Parameter]
    [EditorRequired]
    public required SheetModel Model { get; set; }

    /// <summary>What was said last time comes before what is said now.</summary>
    private void Quote(string field) =>
        Model.Type(field, Model.TextOf(field) is { Length: > 0 } text ? $"{Model.Scene.Carried}\n{text}" : Model.Scene.Carried);
}
