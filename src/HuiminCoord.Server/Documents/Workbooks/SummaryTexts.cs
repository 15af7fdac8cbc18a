using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Server.Documents.Workbooks;

/// <summary>Reads the words of a workbook: the summary's sections, and what is said about figures.</summary>
internal sealed class SummaryTexts(IReadOnlyList<SheetRead> sheets, WorkbookLimits limits, List<WorkbookProblem> problems, HashSet<string> untold)
{
    private const int Reach = 8;

    /// <summary>Where each section's text stands.</summary>
    internal Dictionary<string, WorkbookPlace> Places { get; } = new(StringComparer.Ordinal);

    /// <summary>The summary, by the ids of its sections. Rows below a heading without one of their own belong to it.</summary>
    internal Dictionary<string, string> Sections(IReadOnlyList<SummarySection> sections)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        untold.UnionWith(sections.Select(s => SheetFields.OfText(s.Id)));
        var titles = sections.DistinctBy(s => HeadingNames.Plain(s.Title)).ToDictionary(s => HeadingNames.Plain(s.Title), StringComparer.Ordinal);
        if (sheets.Select(s => (Sheet: s, Titles: Titles(s, titles))).Where(s => s.Titles.Count > 0).OrderByDescending(s => s.Titles.Count).FirstOrDefault() is not { Sheet: { } sheet, Titles: { } found })
        {
            return texts;
        }

        var written = sheet.Cells.FirstOrDefault(c => HeadingNames.Plain(c.Text) == WorkbookWords.Written)?.Column;
        foreach (var (index, (title, section)) in found.Index())
        {
            untold.Remove(SheetFields.OfText(section.Id));
            Places[SheetFields.OfText(section.Id)] = WorkbookPlace.Of(sheet, title.Row, written ?? title.Column + 1);
            var end = index + 1 < found.Count ? found[index + 1].Cell.Row : title.Row + 1;
            var cells = written is { } column
                ? Enumerable.Range(title.Row, Math.Max(1, end - title.Row)).Select(row => sheet.At(row, column)).OfType<CellRead>().ToList()
                : sheet.RightOf(title, Reach) is { } right && HeadingNames.Plain(right.Text) != HeadingNames.Plain(section.Help) ? [right] : [];
            if (Text(sheet, cells, section.Id, SheetFields.OfText(section.Id), limits.Text) is { Length: > 0 } text)
            {
                texts[section.Id] = text;
            }
        }

        return texts;
    }

    /// <summary>What is said about figures, by their cells.</summary>
    internal Dictionary<string, string> Notes(TableLayout layout)
    {
        var notes = new Dictionary<string, string>(StringComparer.Ordinal);
        var fields = layout.Cells.Select(SheetFields.OfNote).ToList();
        untold.UnionWith(fields);
        var (rows, columns) = (HeadingNames.Rows(layout.Form), HeadingNames.Columns(layout.Form));
        foreach (var sheet in sheets)
        {
            var heads = sheet.Cells.Where(c => HeadingNames.Plain(c.Text) == WorkbookWords.Note).Take(Reach).Select(c => (Note: c, Section: Beside(sheet, c, WorkbookWords.Section), Column: Beside(sheet, c, WorkbookWords.Indicator)));
            if (heads.FirstOrDefault(h => h.Section is not null && h.Column is not null) is { Note: { } head } place)
            {
                untold.ExceptWith(fields);
                foreach (var cell in sheet.Cells.Where(c => c.Column == head.Column && c.Row > head.Row && c.Text.Trim().Length > 0))
                {
                    Note(notes, sheet, cell, (rows.GetValueOrDefault(Name(place.Section!.Column)), columns.GetValueOrDefault(Name(place.Column!.Column))));

                    string Name(int column) => HeadingNames.Plain(sheet.At(cell.Row, column)?.Text ?? "");
                }
            }
        }

        return notes;
    }

    private void Note(Dictionary<string, string> notes, SheetRead sheet, CellRead cell, (string? Section, string? Column) about)
    {
        if (about is not ({ } section, { } column))
        {
            problems.Add(WorkbookProblem.At(sheet, cell, new(null, null, "workbook.note-unclear", true, [TableFigures.Short(cell.Text)])));
        }
        else if (Text(sheet, [cell], $"{section}/{column}", SheetFields.OfNote(new(section, column)), SheetFields.LongestNote) is { Length: > 0 } text)
        {
            notes[$"{section}/{column}"] = text;
        }
    }

    private static CellRead? Beside(SheetRead sheet, CellRead head, string name) => sheet.Cells.FirstOrDefault(c => c.Row == head.Row && HeadingNames.Plain(c.Text) == name);

    private static List<(CellRead Cell, SummarySection Section)> Titles(SheetRead sheet, Dictionary<string, SummarySection> titles) => [.. sheet.Cells
        .Where(c => c.Kind == CellReadKind.Text).Select(c => (Cell: c, Section: titles.GetValueOrDefault(HeadingNames.Numberless(c.Text))))
        .Where(t => t.Section is not null).Select(t => (t.Cell, t.Section!)).DistinctBy(t => t.Item2.Id).OrderBy(t => t.Cell.Row)];

    private string Text(SheetRead sheet, List<CellRead> cells, string place, string field, int most)
    {
        var text = string.Join('\n', cells.Select(c => c.Text.Trim()).Where(t => t.Length > 0));
        if (text.Length <= most)
        {
            return text;
        }

        untold.Add(field);
        problems.Add(WorkbookProblem.At(sheet, cells[0], new(null, place, "workbook.text-too-long", true, [$"{most}"])));
        return "";
    }
}
