using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using HuiminCoord.Server.Documents.Papers;
using SheetList = DocumentFormat.OpenXml.Spreadsheet.Sheets;

namespace HuiminCoord.Server.Documents.Workbooks;

/// <summary>A workbook as an XLSX file. The same content is always the same bytes.</summary>
internal static class WorkbookFile
{
    /// <param name="rehearsal">Prints on every page that the workbook comes from a rehearsal.</param>
    internal static byte[] Make(IReadOnlyList<SheetDraft> sheets, bool rehearsal)
    {
        using var file = new MemoryStream();
        using (var workbook = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            Fill(workbook.AddWorkbookPart(), sheets, rehearsal);
            // The package's own relation would get an id by chance.
            workbook.ChangeIdOfPart(workbook.WorkbookPart!, "workbook");
        }

        return PaperFile.Steady(file);
    }

    private static void Fill(WorkbookPart main, IReadOnlyList<SheetDraft> sheets, bool rehearsal)
    {
        main.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = WorkbookStyles.Sheet();
        foreach (var (index, sheet) in sheets.Index())
        {
            main.AddNewPart<WorksheetPart>($"sheet{index + 1}").Worksheet = SheetParts.Of(sheet, rehearsal, isFirst: index == 0);
        }

        main.Workbook = new Workbook(
            new BookViews(new WorkbookView { ActiveTab = 0 }),
            new SheetList(sheets.Index().Select(s => new Sheet
            {
                Name = s.Item.Name,
                SheetId = (uint)s.Index + 1,
                Id = $"sheet{s.Index + 1}",
                State = s.Item.IsHidden ? SheetStateValues.VeryHidden : null,
            })),
            new DefinedNames(sheets.Index().Where(s => s.Item.Frozen.Rows > 0).Select(s => Titles(s.Item, s.Index))),
            new CalculationProperties { CalculationId = 191029, FullCalculationOnLoad = true });
    }

    /// <summary>Rows and columns that are printed on each page.</summary>
    private static DefinedName Titles(SheetDraft sheet, int index)
    {
        var rows = $"'{sheet.Name}'!${sheet.NotRepeated + 1}:${sheet.Frozen.Rows}";
        var columns = sheet.Frozen.Columns == 0 ? "" : $"'{sheet.Name}'!$A:${CellName.Column(sheet.Frozen.Columns)},";
        return new DefinedName(columns + rows) { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)index };
    }
}
