using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Console.Words;
using HuiminCoord.Server.Reporting;

namespace HuiminCoord.Server.Console.Sheets;

/// <summary>Something that is wrong with a workbook, as a line that people go through in their spreadsheet.</summary>
/// <param name="Sheet">On its tab; — where it is not at one.</param>
/// <param name="Address">C8; empty cells of a sheet are one line.</param>
/// <param name="Where">吃 · 食品，出动执法人员; null where no field is meant.</param>
internal sealed record ImportFault(string Sheet, string Address, string? Where, string Sentence, bool IsError)
{
    /// <summary>Addresses that are written out where many cells have the same.</summary>
    private const int Written = 6;

    /// <summary>What has to be put right comes first, and of that the cells that were not just left empty.</summary>
    internal static IReadOnlyList<ImportFault> Of(IReadOnlyList<WorkbookFault> faults, PageWords words, SheetScene scene) =>
    [
        .. faults.Where(f => f.IsError && f.Code != SheetCodes.Missing).Select(f => One(f, words, scene)),
        .. faults.Where(f => f.Code == SheetCodes.Missing).GroupBy(f => f.Sheet).Select(g => Empty([.. g], words, scene)),
        .. faults.Where(f => !f.IsError).Select(f => One(f, words, scene)),
    ];

    private static ImportFault One(WorkbookFault fault, PageWords words, SheetScene scene) =>
        new(fault.Sheet ?? "—", fault.Address ?? "—", fault.Field is null ? null : words.Field(scene, fault.Field), fault.Sentence, fault.IsError);

    private static ImportFault Empty(IReadOnlyList<WorkbookFault> cells, PageWords words, SheetScene scene) => new(
        cells[0].Sheet ?? "—",
        cells[0].Address is null ? "—" : string.Join(words["page.comma"], cells.Take(Written).Select(c => c.Address)) + (cells.Count > Written ? words["import.more", cells.Count] : ""),
        cells.Count == 1 ? words.Field(scene, cells[0].Field!) : words["sheet.missing", cells.Count],
        cells[0].Sentence, true);
}
