using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Sheets;

/// <summary>Beside the sheet: its parts with what is wrong in each, what was remarked, who typed, and what the colours mean.</summary>
public sealed partial class SheetSide : PagePart
{
    private const int MostJumps = 12;

    /// <summary>The sheet.</summary>
    [Parameter]
    [EditorRequired]
    public required SheetModel Model { get; set; }

    /// <summary>The part that is shown.</summary>
    [Parameter]
    [EditorRequired]
    public required string Tab { get; set; }

    /// <summary>Another part is to be shown.</summary>
    [Parameter]
    public EventCallback<string> TabChanged { get; set; }

    /// <summary>A field is to be gone to.</summary>
    [Parameter]
    public EventCallback<string> Jump { get; set; }

    /// <summary>How many files are attached.</summary>
    [Parameter]
    public int Files { get; set; }

    /// <summary>What comes last.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private IEnumerable<(string Tab, string Count, string Colour, string? Shape)> Tabs
    {
        get
        {
            var open = Model.Scene.Remarks.Count(r => r.Said.Cell is not null && !Model.IsSettled(r));
            if (Model.Scene.Layout.Sections.Count > 0)
            {
                yield return Tabbed(SheetForm.Table, Model.Problems.Count(p => !IsOfText(p) && p is { IsAnswered: false }), open);
            }

            yield return Tabbed(SheetForm.Summary, Model.Problems.Count(IsOfText), 0);
            yield return (SheetForm.Files, Words["sheet.files.count", Files], "ok", null);
            if (Model.Scene.Found.Versions.Count > 0)
            {
                yield return (SheetForm.Versions, Words["sheet.versions.count", Model.Scene.Found.Versions.Count], "ok", null);
            }
        }
    }

    /// <summary>Where to go: every problem but the empty cells, of which the first stands for all.</summary>
    private IReadOnlyList<(string Field, string Text, bool Error)> Jumps
    {
        get
        {
            var form = Model.Scene.Form;
            var missing = Model.Problems.Where(p => p.Code == SheetCodes.Missing).ToList();
            var others = Model.Problems.Where(p => p is { IsAnswered: false } && p.Code != SheetCodes.Missing).Select(p => p.At is { } at
                ? (at.ToString(), Words.Cell(form, at), p.IsError)
                : (SheetFields.OfText(p.Place ?? ""), Model.Scene.Place.Forms.Summary.Sections.FirstOrDefault(s => s.Id == p.Place)?.Title ?? p.Place ?? "", p.IsError));
            return [.. missing.Take(1).Select(p => (p.At!.Value.ToString(), Words["sheet.missing", missing.Count], true)), .. others.Take(MostJumps)];
        }
    }

    /// <summary>联络人 10:18: each seat with the last time at which it typed something.</summary>
    private IReadOnlyList<string> Writers =>
        [.. from mark in Model.Keeper?.Marks ?? [.. Model.Scene.Found.Sheet.Fields]
            where mark is { By: not null, At: not null, Typed.Length: > 0 }
            group mark.At!.Value by mark.By into times
            select $"{Seat(Words, times.Key!)} {DateTexts.Short(times.Max())}"];

    /// <summary>联络人, 股室经办.</summary>
    internal static string Seat(PageWords words, string seat) => seat switch
    {
        "liaison" => words["seat.Liaison"],
        "deputy" => words["seat.Deputy"],
        "leader" => words["seat.Leader"],
        _ when seat.StartsWith("section", StringComparison.Ordinal) => words["seat.Section"],
        _ => words["sheet.by.office"],
    };

    private static bool IsOfText(SheetProblem problem) => problem is { At: null, Place: not null };

    private (string, string, string, string?) Tabbed(string tab, int problems, int remarks) =>
        remarks > 0 ? (tab, Words["sheet.count", remarks], "ret", "ret") : problems > 0 ? (tab, Words["sheet.count", problems], "bad", "late") : (tab, Words["sheet.count.none"], "ok", "ok");
}
