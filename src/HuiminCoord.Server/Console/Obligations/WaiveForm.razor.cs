using HuiminCoord.Domain.Units;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Obligations;

/// <summary>免报, with its reason.</summary>
public sealed partial class WaiveForm : ActingPart
{
    /// <summary>What it is about.</summary>
    [Parameter]
    [EditorRequired]
    public required DutyAt At { get; set; }

    /// <summary>Parts that can be waived.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<string> Parts { get; set; }

    /// <summary>It was done.</summary>
    [Parameter]
    public EventCallback Done { get; set; }

    /// <summary>It was given up.</summary>
    [Parameter]
    public EventCallback Closed { get; set; }

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    private HashSet<string> Chosen { get; set; } = [];

    private string Reason { get; set; } = "";

    private string? Missing { get; set; }

    /// <inheritdoc/>
    protected override void OnInitialized() => Chosen = [.. Parts];

    private async Task Send()
    {
        Missing = string.IsNullOrWhiteSpace(Reason) ? Words["form.reason.missing"] : null;
        if (Missing is null && await Act(() => Desk.ToUnit("waiveObligation", At.Unit, new UnitCommand.Waive(new(At.Duty), [.. Parts.Where(Chosen.Contains)], Reason.Trim()))))
        {
            Toasts.Did(Words["waive.did", At.UnitName, At.Name, Words.Parts(Parts.Where(Chosen.Contains), At.Annual)]);
            await Done.InvokeAsync();
        }
    }
}
