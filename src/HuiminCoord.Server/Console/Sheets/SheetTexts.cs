using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Console.Words;
using HuiminCoord.Server.Reporting;

namespace HuiminCoord.Server.Console.Sheets;

/// <summary>Sheets in sentences: where a cell is, and what is wrong with it.</summary>
internal static class SheetTexts
{
    /// <summary>吃 · 食品.</summary>
    internal static string Section(TableForm form, string section) => (form.Section(section)?.Name ?? section).Replace("-", " · ", StringComparison.Ordinal);

    /// <summary>立案; a code that the form does not have is said as it is.</summary>
    internal static string ColumnName(this TableForm form, string code) => form.Column(code)?.Name ?? code;

    /// <summary>吃 · 食品，立案.</summary>
    internal static string Cell(this PageWords words, TableForm form, CellAt cell) => $"{Section(form, cell.Section)}{words["page.comma2"]}{form.ColumnName(cell.Column)}";

    /// <summary>The same of any field: 小结's sections by their titles, what is said about a figure, a whole row or column of a workbook; null for what has no name.</summary>
    internal static string? Field(this PageWords words, SheetScene scene, string field)
    {
        var (form, place) = (scene.Form, CellAt.Find(field));
        return place is { } cell && form.Column(cell.Column) is not null ? words.Cell(form, cell)
            : field.StartsWith("note/", StringComparison.Ordinal) && SheetFields.CellOf(field) is { } about ? words["sheet.note", words.Cell(form, about)]
            : field == SheetFields.Nil ? words["fill.nil"]
            : field == SheetFields.Phone ? words["sheet.phone"]
            : scene.Place.Forms.Summary.Sections.FirstOrDefault(s => SheetFields.OfText(s.Id) == field)?.Title;
    }

    /// <summary>What is wrong, as a sentence; of a later report it says which.</summary>
    internal static string Problem(this PageWords words, SheetPlace place, SheetProblem problem) =>
        FaultWords.Say(problem.Code, FaultWords.FactsOf(place.Plan, problem), place.Forms.Table, words.Language);

    /// <summary>A figure as it is printed; — for none.</summary>
    internal static string Figure(long? figure, FigureKind kind) => figure is { } known ? FigureText.Write(known, kind) : "—";

    /// <summary>The element's id of a cell.</summary>
    internal static string Id(CellAt cell) => $"c-{cell.Section}-{cell.Column}";
}
