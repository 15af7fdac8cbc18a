using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Reporting;

namespace HuiminCoord.Server.Console.Sheets;

/// <summary>A row below the cell that it is about.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Remark">Said of it by whoever sent it back.</param>
/// <param name="Problem">What is wrong with it.</param>
/// <param name="Theirs">What a colleague typed into it meanwhile.</param>
public sealed record SheetLine(CellAt Cell, SheetRemark? Remark = null, SheetProblem? Problem = null, FieldMark? Theirs = null)
{
    /// <summary>Class of the style sheet.</summary>
    internal string Colour => Theirs is not null || Problem is { IsError: true } ? "late" : Remark is not null ? "ret" : Problem is { IsAnswered: true } ? "ok" : "soon";

    /// <summary>The rows below a row of the table. That a cell is empty is no news.</summary>
    internal static IReadOnlyList<SheetLine> Of(SheetModel model, string column) =>
        [.. from section in model.Scene.Layout.Sections
            let cell = new CellAt(section.Id, column)
            from line in Of(model, cell)
            select line];

    private static IEnumerable<SheetLine> Of(SheetModel model, CellAt cell)
    {
        if (model.Keeper?.Conflicts.GetValueOrDefault(cell.ToString()) is { } theirs)
        {
            yield return new(cell, Theirs: theirs);
        }

        foreach (var remark in model.Scene.Remarks.Where(r => r.Said.Cell == cell.ToString() && !model.IsSettled(r)))
        {
            yield return new(cell, Remark: remark);
        }

        foreach (var problem in model.At[cell].Where(p => p.Code != SheetCodes.Missing))
        {
            yield return new(cell, Problem: problem);
        }
    }
}
