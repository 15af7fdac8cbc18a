using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Server.Documents.Workbooks;

/// <summary>A report as a workbook that a unit fills in without the system, and <see cref="TableReader"/> reads again.</summary>
internal static class TableWorkbook
{
    /// <param name="prefilled">What stands in it already.</param>
    /// <param name="previous">What the unit reported last time; read-only.</param>
    /// <param name="cumulative">What it has reported until then; read-only.</param>
    internal static byte[] Write(TableLayout layout, WorkbookHead head, ReportSheet prefilled, Figures previous, Figures cumulative) => WorkbookFile.Make(
        [
            .. layout.Sections.Count == 0 ? (SheetDraft[])[] : [TableSheet.Write(layout, head, prefilled), PreviousSheet.Write(layout, head, previous, cumulative)],
            SummarySheet.Write(head, prefilled.Texts),
            .. layout.Sections.Count == 0 ? (SheetDraft[])[] : [SummarySheet.Notes(layout, prefilled.Notes)],
            MarkSheet.Write(head.Mark),
        ],
        head.Rehearsal);
}
