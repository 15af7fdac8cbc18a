using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Drafting;
using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>The amended plan as a whole text: pasted, uploaded, or begun from the one in force.</summary>
public sealed partial class TextEditor : PagePart
{
    /// <summary>Most characters that are typed on a page: one event of it must fit through its connection. Longer texts are uploaded.</summary>
    private const int Longest = 60_000;

    /// <summary>What is prepared.</summary>
    [Parameter]
    [EditorRequired]
    public required AmendmentDraft Draft { get; set; }

    /// <summary>The version in force.</summary>
    [Parameter]
    [EditorRequired]
    public required PlanTemplate Template { get; set; }

    /// <summary>The text is another one now.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    private bool TooLarge { get; set; }

    /// <summary>The present text with the next number and a place for the reason.</summary>
    private async Task TakePresent()
    {
        Draft.Text = SketchText.Next(Template, PlanSketches.Of(Template.Plan), new PlanAmendment(Draft.Reason.Trim(), Draft.Basis.Trim(), Draft.DecidedBy));
        await Changed.InvokeAsync();
    }

    private async Task TakeFile(InputFileChangeEventArgs chosen)
    {
        TooLarge = chosen.File.Size > PlanLimits.Bytes;
        if (!TooLarge)
        {
            using var reader = new StreamReader(chosen.File.OpenReadStream(PlanLimits.Bytes, Visitor.Gone));
            Draft.Text = await reader.ReadToEndAsync(Visitor.Gone);
            await Changed.InvokeAsync();
        }
    }
}
