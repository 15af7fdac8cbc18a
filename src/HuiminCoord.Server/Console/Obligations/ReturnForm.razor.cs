using HuiminCoord.Domain.Units;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Obligations;

/// <summary>退回修改 of one part: at least one remark, each at a place.</summary>
public sealed partial class ReturnForm : DrawerForm
{
    /// <summary>What it is about.</summary>
    [Parameter]
    [EditorRequired]
    public required DutyAt At { get; set; }

    /// <summary>The part.</summary>
    [Parameter]
    [EditorRequired]
    public required string Part { get; set; }

    /// <summary>Working days that the unit gets for the correction.</summary>
    [Parameter]
    public int CorrectionWorkdays { get; set; }

    private List<RemarkDraft> Remarks { get; } = [new()];

    /// <summary>Nobody is told what is missing before having tried.</summary>
    private bool Shows { get; set; }

    private async Task Send()
    {
        Shows = true;
        if (Remarks.TrueForAll(r => r.IsWhole))
        {
            await Carry(
                () => Desk.ToUnit("returnObligation", At.Unit, new UnitCommand.Return(new(At.Duty), Part, [.. Remarks.Select(r => r.Made)])),
                Words["return.did", At.UnitName, At.Name, Words.Part(Part, At.Annual), Remarks.Count]);
        }
    }
}
