using HuiminCoord.Domain.Units;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Obligations;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Board;

/// <summary>退回修改 to several units with the same remarks; each gives its own answer.</summary>
public sealed partial class BulkReturn : ActingPart
{
    /// <summary>The duty.</summary>
    [Parameter]
    [EditorRequired]
    public required BoardColumn Column { get; set; }

    /// <summary>The units.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<BoardLine> Targets { get; set; }

    /// <summary>It was tried.</summary>
    [Parameter]
    public EventCallback<IReadOnlyList<BulkAnswer>> Done { get; set; }

    /// <summary>It was given up.</summary>
    [Parameter]
    public EventCallback Closed { get; set; }

    private string Part { get; set; } = "";

    private List<RemarkDraft> Remarks { get; } = [new()];

    private bool Shows { get; set; }

    /// <inheritdoc/>
    protected override void OnInitialized() => Part = Column.Parts[^1].Id;

    private async Task Send()
    {
        Shows = true;
        if (!Remarks.TrueForAll(r => r.IsWhole))
        {
            return;
        }

        var remarks = Remarks.Select(r => r.Made).ToList();
        IReadOnlyList<BulkAnswer> answers = [];
        if (await Act(async () => answers = await BulkAnswer.Each(
            Targets, t => t.Name, t => Desk.ToUnit("returnObligation", t.Unit, new UnitCommand.Return(new(Column.Duty), Part, remarks)))))
        {
            await Done.InvokeAsync(answers);
        }
    }
}
