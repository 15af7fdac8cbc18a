using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Console.Words;

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

    /// <summary>What is wrong, as a sentence.</summary>
    internal static string Problem(this PageWords words, TableForm form, SheetProblem problem) =>
        words[$"sheet.says.{problem.Code.Replace('.', '-')}", [.. problem.Facts.Select(f => form.Column(f)?.Name ?? f), "", "", "", ""]];

    /// <summary>A figure as it is printed; — for none.</summary>
    internal static string Figure(long? figure, FigureKind kind) => figure is { } known ? FigureText.Write(known, kind) : "—";

    /// <summary>The element's id of a cell.</summary>
    internal static string Id(CellAt cell) => $"c-{cell.Section}-{cell.Column}";
}
