using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Sheets;

/// <summary>Fills a sheet at once: the rest with zeros, or all of it with 零报告. Both can be taken back.</summary>
public sealed partial class SheetQuickFill : PagePart
{
    /// <summary>The sheet.</summary>
    [Parameter]
    [EditorRequired]
    public required SheetModel Model { get; set; }

    [Inject]
    private Dialogs Dialogs { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    private void FillZeros()
    {
        var before = Model.Type(Model.Empty.ToDictionary(c => c.ToString(), _ => "0", StringComparer.Ordinal));
        Offer(before, Words["sheet.zerosDone", before.Count]);
    }

    private async Task SetNil()
    {
        var fields = Model.OwnCells.Select(c => c.ToString()).Where(f => Model.TextOf(f).Length > 0).ToDictionary(f => f, _ => "", StringComparer.Ordinal);
        if (Model.Sheet.Nil)
        {
            Model.Type(SheetFields.Nil, "");
            return;
        }

        if (fields.Count > 0 && await Dialogs.Ask(new(Words["sheet.nil.title"], Words["sheet.nil.sentence", fields.Count], _ => Words["sheet.nil.do"])) is null)
        {
            return;
        }

        fields[SheetFields.Nil] = "1";
        Offer(Model.Type(fields), Words["sheet.nilDone"]);
    }

    /// <summary>Says what was filled in, with the way back.</summary>
    private void Offer(IReadOnlyDictionary<string, string> before, string did) => Toasts.Did(did, () =>
    {
        Model.Type(before);
        return Task.CompletedTask;
    });
}
