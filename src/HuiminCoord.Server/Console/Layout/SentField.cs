using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>A field of a static form: what is in it comes with the form.</summary>
public abstract class SentField : FieldPart
{
    /// <summary>Name in the form, such as <c>Form.Seat</c>.</summary>
    [Parameter]
    [EditorRequired]
    public required string Name { get; set; }

    private protected string Id => Name.Replace('.', '-');
}
