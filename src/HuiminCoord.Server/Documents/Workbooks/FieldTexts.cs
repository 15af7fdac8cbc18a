namespace HuiminCoord.Server.Documents.Workbooks;

/// <summary>What stands behind labels such as 填报单位：, in the same cell or to the right of it.</summary>
internal static class FieldTexts
{
    /// <summary>Cells to the right that are looked through.</summary>
    private const int Reach = 8;

    private static readonly HashSet<string> Labels = [.. new[]
    {
        WorkbookWords.Unit, WorkbookWords.Period, WorkbookWords.FilledOn, WorkbookWords.FilledBy, WorkbookWords.CheckedBy, WorkbookWords.Phone, WorkbookWords.Nil,
    }.Select(HeadingNames.Plain)];

    /// <summary>The cell with the text, and the text; whether the label is there at all.</summary>
    internal static (CellRead? Cell, string Text, bool IsThere) Find(SheetRead sheet, string label)
    {
        foreach (var cell in sheet.Cells.Where(c => c.Kind == CellReadKind.Text && c.Text.TrimStart().StartsWith(label[0])))
        {
            if (HeadingNames.Plain(cell.Text) is var plain && (plain == label || plain == $"{label}(是/否)"))
            {
                var right = sheet.RightOf(cell, Reach);
                return right is null || IsLabel(right.Text) ? (null, "", true) : (right, right.Text.Trim(), true);
            }

            var text = cell.Text.Trim();
            if (text.StartsWith(label, StringComparison.Ordinal) && text[label.Length..].TrimStart() is [':' or '：', .. var rest])
            {
                return (cell, rest.Trim(), true);
            }
        }

        return (null, "", false);
    }

    /// <summary>The next label: between the two nothing was filled in.</summary>
    private static bool IsLabel(string text) => Labels.Contains(HeadingNames.Plain(text)) || (text.IndexOfAny([':', '：']) is > 0 and var colon && Labels.Contains(HeadingNames.Plain(text[..colon])));
}
