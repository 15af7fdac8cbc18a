using HuiminCoord.Domain.Units;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Obligations;

/// <summary>免报, with its reason.</summary>
public sealed partial class WaiveForm : DrawerForm
{
    /// <summary>What it is about.</summary>
    [Parameter]
    [EditorRequired]
    public required DutyAt At { get; set; }

    /// <summary>Parts that can be waived.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<string> Parts { get; set; }

    private HashSet<string> Chosen { get; set; } = [];

    private string Reason { get; set; } = "";

    private string? Missing { get; set; }

    /// <inheritdoc/>
    protected override void OnInitialized() => Chosen = [.. Parts];

    private async Task Send()
    {
        Missing = string.IsNullOrWhiteSpace(Reason) ? Words["form.reason.missing"] : null;
        if (Missing is null)
        {
            var parts = Parts.Where(Chosen.Contains).ToList();
            await Carry(
                () => Desk.ToUnit("waiveObligation", At.Unit, new UnitCommand.Waive(new(At.Duty), parts, Reason.Trim())),
                Words["waive.did", At.UnitName, At.Name, Words.Parts(parts, At.Annual)]);
        }
    }
}
