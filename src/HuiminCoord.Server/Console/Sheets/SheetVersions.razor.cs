using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Console.Circuits;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Reporting;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Sheets;

/// <summary>What was handed in so far, and what is other than it was.</summary>
public sealed partial class SheetVersions : PagePart
{
    /// <summary>The sheet.</summary>
    [Parameter]
    [EditorRequired]
    public required SheetModel Model { get; set; }

    /// <summary>From one version to the next; null where there is only one.</summary>
    [Parameter]
    public SheetDifference? Difference { get; set; }

    /// <summary>What can still be done with the last one.</summary>
    [Parameter]
    public string? Review { get; set; }

    [Inject]
    private Desk Desk { get; set; } = null!;

    private (int Version, SheetDifference Between)? Chosen { get; set; }

    private TableForm Form => Model.Scene.Form;

    /// <summary>Shows what a version has otherwise than the one before it.</summary>
    private async Task Compare(ReportVersionRow version)
    {
        await using var scene = await Desk.Read("getReportVersion");
        var (place, before) = (Model.Scene.Place, Model.Scene.Found.Versions.First(v => v.Version < version.Version));
        if (await ReportFinder.Version(scene, place, version, Visitor.Gone) is { } now && await ReportFinder.Version(scene, place, before, Visitor.Gone) is { } then)
        {
            Chosen = (version.Version, SheetDifference.Between(then, now));
        }
    }

    private IEnumerable<(string Place, string Before, string After)> Changes(SheetDifference difference)
    {
        foreach (var figure in difference.Figures)
        {
            var kind = Form.Column(figure.Cell.Column)?.Kind ?? FigureKind.Count;
            yield return (Words.Cell(Form, figure.Cell), SheetTexts.Figure(figure.Before, kind), SheetTexts.Figure(figure.After, kind));
        }

        foreach (var text in difference.Texts)
        {
            yield return (Model.Scene.Place.Forms.Summary.Sections.FirstOrDefault(s => s.Id == text.Place)?.Title ?? text.Place, text.Before ?? "—", text.After ?? "—");
        }

        foreach (var note in difference.Notes)
        {
            yield return (Words["sheet.note", CellAt.Find(note.Place) is { } cell ? Words.Cell(Form, cell) : note.Place], note.Before ?? "—", note.After ?? "—");
        }

        if (difference.Phone is { } phone)
        {
            yield return (Words["sheet.phone"], phone.Before ?? "—", phone.After ?? "—");
        }
    }
}
