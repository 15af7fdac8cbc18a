using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace HuiminCoord.Server.Console.Sheets;

/// <summary>The statistics table, turned: the form's columns run down, the unit's sections across.</summary>
public sealed partial class SheetGrid : PagePart
{
    /// <summary>More sections than this do not fit beside each other with all that is known of each.</summary>
    private const int MostWide = 4;

    /// <summary>The sheet.</summary>
    [Parameter]
    [EditorRequired]
    public required SheetModel Model { get; set; }

    /// <summary>A cell was chosen to be remarked on.</summary>
    [Parameter]
    public EventCallback<CellAt> Picked { get; set; }

    /// <summary>Further buttons.</summary>
    [Parameter]
    public RenderFragment? Tools { get; set; }

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    private bool Hides { get; set; }

    private string? Wide { get; set; }

    /// <summary>Why nothing was pasted.</summary>
    private string? Said { get; set; }

    private IReadOnlyList<TableSection> Sections => Model.Scene.Layout.Sections;

    private bool IsMany => Sections.Count > MostWide;

    private int Span => 2 + Sections.Sum(s => Across(s.Id));

    private IReadOnlyList<SheetBeside> Beside => SheetBeside.All(Words, Model);

    private int Across(string section) => IsWide(section) ? 1 + Beside.Count : 1;

    private IReadOnlyList<(string Name, IReadOnlyList<(TableColumn Column, IReadOnlyList<SheetLine> Lines)> Rows)> Groups =>
        [.. from column in Model.Scene.Form.Columns
            where !Hides || Applies(column)
            group (column, SheetLine.Of(Model, column.Code)) by column.Group into rows
            select (rows.Key, (IReadOnlyList<(TableColumn, IReadOnlyList<SheetLine>)>)[.. rows])];

    private bool IsWide(string section) => !IsMany || section == (Wide ?? Sections[0].Id);

    private bool Applies(TableColumn column) => Sections.Any(s => Model.Scene.Layout.Applies(new(s.Id, column.Code)));

    private string Name(CellAt cell) => Words.Cell(Model.Scene.Form, cell);

    private string Shown(CellAt cell) => Model.Sheet.Nil ? "0" : Model.TextOf(cell.ToString()) is { Length: > 0 } text ? text : "—";

    private long? Total(TableColumn column)
    {
        var figures = Sections.Select(s => SheetBeside.Now(Model, new(s.Id, column.Code))).OfType<long>().ToList();
        return figures.Count == 0 ? null : figures.Sum();
    }

    private bool IsWrong(CellAt cell) => Model.At[cell].Any(p => p.IsError && p.Code != SheetCodes.Missing);

    private string Look(CellAt cell) =>
        Model.Keeper?.Conflicts.ContainsKey(cell.ToString()) == true || IsWrong(cell) ? "wrong"
        : Remark(cell) is { } remark ? Model.IsSettled(remark) ? "fixed" : "returned"
        : Model.At[cell].Any(p => p is { IsError: false, IsAnswered: false }) ? "asked"
        : Model.At[cell].Any(p => p.IsAnswered) ? "answered"
        : "";

    private string? Shape(CellAt cell) => Look(cell) switch
    {
        "wrong" => "late",
        "fixed" or "answered" => "ok",
        "returned" => "ret",
        "asked" => "soon",
        _ => null,
    };

    private SheetRemark? Remark(CellAt cell) => Model.Scene.Remarks.FirstOrDefault(r => r.Said.Cell == cell.ToString());

    /// <summary>What comes from the browser is looked at like any other text: cells that are not the visitor's are left out.</summary>
    private void Paste(SheetPastedEventArgs pasted)
    {
        var block = pasted.TooLarge || CellAt.Find(pasted.At) is not { } at ? null : SheetBlock.Of(pasted.Text, at, Model.Scene.Layout);
        Said = block is null ? Words["sheet.paste.large"] : block.Refused is { } why ? Words[$"sheet.paste.{why}"] : null;
        if (block is not { Refused: null })
        {
            return;
        }

        var before = Model.Type(block.Fields);
        Toasts.Did(Words[block.Skipped == 0 ? "sheet.pasted" : "sheet.pastedPart", before.Count, block.Skipped], () => Restore(before));
    }

    private Task Restore(IReadOnlyDictionary<string, string> before)
    {
        Model.Type(before);
        return Task.CompletedTask;
    }

    private async Task Copy()
    {
        if (await Browser.InvokeAsync<bool>("huimin.copy", SheetBlock.Write(Model.Scene.Layout, Model.TextOf)))
        {
            Toasts.Did(Words["sheet.copied"]);
        }
        else
        {
            Said = Words["sheet.copyFailed"];
        }
    }
}
