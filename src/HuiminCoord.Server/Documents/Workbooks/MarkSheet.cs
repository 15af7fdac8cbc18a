using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Server.Documents.Workbooks;

/// <summary>The hidden sheet that says where a workbook comes from.</summary>
internal static class MarkSheet
{
    private const string Campaign = "campaign", Unit = "unit", Duty = "duty", Form = "form", Origin = "origin";

    internal static SheetDraft Write(WorkbookMark mark)
    {
        var sheet = new SheetDraft(WorkbookWords.Mark) { IsHidden = true };
        sheet.Text(1, 1, WorkbookWords.MarkSign, SheetLook.Plain);
        (string, string)[] lines = [(Campaign, mark.Campaign.Value), (Unit, mark.Unit.Value), (Duty, mark.Duty.Value), (Form, $"{mark.Form}"), (Origin, mark.Origin)];
        foreach (var (index, (key, value)) in lines.Index())
        {
            sheet.Text(index + 2, 1, key, SheetLook.Plain);
            sheet.Text(index + 2, 2, value, SheetLook.Plain);
        }

        return sheet;
    }

    /// <summary>Finds it in what was read; null when no sheet is one, or one that nobody can have got from us.</summary>
    internal static WorkbookMark? Find(IEnumerable<SheetRead> sheets)
    {
        if (sheets.FirstOrDefault(IsMark) is not { } sheet)
        {
            return null;
        }

        var lines = sheet.Cells.Where(c => c.Column == 1).ToLookup(c => c.Text, c => sheet.At(c.Row, 2)?.Text ?? "", StringComparer.Ordinal);
        return CampaignId.IsValid(First(Campaign)) && IdText.IsValid(First(Unit)) && IdText.IsValid(First(Duty)) && int.TryParse(First(Form), out var form)
            ? new WorkbookMark(new(First(Campaign)), new(First(Unit)), new(First(Duty)), form, First(Origin)) : null;

        string First(string key) => lines[key].FirstOrDefault("");
    }

    internal static bool IsMark(SheetRead sheet) => sheet.At(1, 1)?.Text == WorkbookWords.MarkSign;
}
