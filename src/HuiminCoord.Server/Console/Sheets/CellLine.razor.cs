using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using HuiminCoord.Server.Reporting;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace HuiminCoord.Server.Console.Sheets;

/// <summary>What is said about a cell, below its row: with the two answers, to correct it or to say why it is right.</summary>
public sealed partial class CellLine : PagePart
{
    private bool _answers;

    /// <summary>The sheet.</summary>
    [Parameter]
    [EditorRequired]
    public required SheetModel Model { get; set; }

    /// <summary>What is said.</summary>
    [Parameter]
    [EditorRequired]
    public required SheetLine Line { get; set; }

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    private string Note => SheetFields.OfNote(Line.Cell);

    private string NoteId => $"n-{Line.Cell.Section}-{Line.Cell.Column}-{(Line.Remark is null ? Line.Problem!.Code.Replace('.', '-') : "remark")}";

    /// <summary>A figure that looks wrong is explained; one that is wrong is corrected.</summary>
    private bool CanAnswer => Model.CanType(Note) && Line.Problem is not { IsError: true };

    private bool Answers
    {
        get => CanAnswer && (_answers || Model.TextOf(Note).Length > 0);
        set => _answers = value;
    }

    private string Shape => Line.Colour switch { "late" => "late", "ret" => "ret", "ok" => "ok", _ => "soon" };

    private string Said => Line.Remark is { } remark
        ? $"{Words[remark.ByOffice ? "sheet.by.office" : "sheet.by.leader"]}{(remark.At is { } at ? " " + DateTexts.Short(at) : "")}{Words["page.colon"]}{remark.Said.Text}"
        : Words.Problem(Model.Scene.Place, Line.Problem!) + (!CanAnswer && Model.TextOf(Note) is { Length: > 0 } note ? Words["sheet.noted", note] : "");

    private string By(FieldMark mark) => mark.By is { } by ? SheetSide.Seat(Words, by) : "";

    private async Task Focus() => await Browser.InvokeVoidAsync("huimin.focus", SheetTexts.Id(Line.Cell));
}
