using HuiminCoord.Domain.Supervision;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Visits;

/// <summary>Adds a line of the group's own to its checklist.</summary>
public sealed partial class ChecklistForm : DrawerForm
{
    /// <summary>Id of the group.</summary>
    [Parameter]
    [EditorRequired]
    public required string Group { get; set; }

    private string Text { get; set; } = "";

    private async Task Send()
    {
        await Carry(() => Desk.ToSupervision("addChecklistLine", Group, new SupervisionCommand.AddLine(Text)), Words["supervision.line.did"]);
        Text = Refused is null ? "" : Text;
    }
}
