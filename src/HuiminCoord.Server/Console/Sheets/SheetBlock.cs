using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Server.Console.Sheets;

/// <summary>A block of cells as spreadsheets copy it, laid onto a table that stands either way.</summary>
/// <remarks>
/// On the screen columns of the form run down and sections across; official sheets have it the other way round. Headings that were
/// copied along say which it is; without them it is the direction in which the block fits, and the screen's when both do.
/// </remarks>
/// <param name="Fields">What goes into which field.</param>
/// <param name="Skipped">Figures for cells that the unit cannot have: they are left out.</param>
/// <param name="Refused">Why nothing is taken, as the end of a text's name; null when it is.</param>
internal sealed record SheetBlock(IReadOnlyDictionary<string, string> Fields, int Skipped, string? Refused)
{
    /// <summary>Reads it.</summary>
    internal static SheetBlock Of(string text, CellAt at, TableLayout layout)
    {
        var rows = Split(text);
        if (rows.Count == 0)
        {
            return No("empty");
        }

        var placed = Named(rows, layout) ?? Fitted(rows, at, layout);
        return placed is null ? No("beyond")
            : placed.Any(p => p.Text.Length > FigureText.MaxLength) ? No("words")
            : placed.Count == 0 ? No("empty")
            : new(placed.Where(p => layout.Applies(p.Cell)).GroupBy(p => p.Cell.ToString()).ToDictionary(g => g.Key, g => Plain(g.Last(), layout), StringComparer.Ordinal), placed.Count(p => !layout.Applies(p.Cell)), null);
    }

    /// <summary>The table as it stands on the screen, with its headings.</summary>
    internal static string Write(TableLayout layout, Func<string, string> textOf)
    {
        var lines = layout.Form.Columns.Select(c => string.Join('\t', layout.Sections.Select(s => textOf($"{s.Id}/{c.Code}")).Prepend(c.Unit).Prepend(c.Name)));
        return string.Join('\n', lines.Prepend(string.Join('\t', layout.Sections.Select(s => s.Name).Prepend("").Prepend(""))));
    }

    private static SheetBlock No(string why) => new(new Dictionary<string, string>(), 0, why);

    private static List<string[]> Split(string text)
    {
        var rows = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(r => r.Split('\t').Select(c => c.Trim().Trim('"')).ToArray()).ToList();
        return rows.All(r => r.All(c => c.Length == 0)) ? [] : rows;
    }

    /// <summary>By its headings: a row that names sections, or columns, and the other at the beginning of the rows below it.</summary>
    private static List<(CellAt Cell, string Text)>? Named(List<string[]> rows, TableLayout layout)
    {
        for (var head = 0; head < rows.Count; head++)
        {
            var sections = rows[head].Select(c => Section(c, layout)).ToArray();
            var columns = rows[head].Select(c => Column(c, layout)).ToArray();
            var below = rows.Skip(head + 1).ToList();
            if (sections.Any(s => s is not null) && below.Any(r => r.Any(c => Column(c, layout) is not null)))
            {
                return Placed(below, sections, c => Column(c, layout), (s, c) => new CellAt(s, c));
            }

            if (columns.Count(c => c is not null) > 1 && below.Any(r => r.Any(c => Section(c, layout) is not null)))
            {
                return Placed(below, columns, c => Section(c, layout), (c, s) => new CellAt(s, c));
            }
        }

        return null;
    }

    private static List<(CellAt, string)> Placed(List<string[]> below, string?[] heads, Func<string, string?> name, Func<string, string, CellAt> cell) =>
        [.. from row in below
            let side = row.Select(name).FirstOrDefault(n => n is not null)
            where side is not null
            from n in Enumerable.Range(0, Math.Min(heads.Length, row.Length))
            where heads[n] is not null && Says(row[n])
            select (cell(heads[n]!, side), row[n])];

    private static List<(CellAt Cell, string Text)>? Fitted(List<string[]> rows, CellAt at, TableLayout layout)
    {
        var (column, section) = (layout.Form.Columns.ToList().FindIndex(c => c.Code == at.Column), layout.Sections.ToList().FindIndex(s => s.Id == at.Section));
        var (down, across) = (layout.Form.Columns.Count - column, layout.Sections.Count - section);
        var (high, wide) = (rows.Count, rows.Max(r => r.Length));
        var turned = high > down || wide > across;
        if (column < 0 || section < 0 || (turned && (wide > down || high > across)))
        {
            return null;
        }

        return [.. from r in Enumerable.Range(0, high)
                   from c in Enumerable.Range(0, rows[r].Length)
                   where Says(rows[r][c])
                   let cell = turned ? new CellAt(layout.Sections[section + r].Id, layout.Form.Columns[column + c].Code) : new CellAt(layout.Sections[section + c].Id, layout.Form.Columns[column + r].Code)
                   select (cell, rows[r][c])];
    }

    /// <summary>Blanks and strokes say nothing: what stands there stays.</summary>
    private static bool Says(string text) => text is not ("" or "—" or "-" or "/" or "——");

    private static string Plain((CellAt Cell, string Text) placed, TableLayout layout)
    {
        var kind = layout.Form.Column(placed.Cell.Column)!.Kind;
        return FigureText.Read(placed.Text, kind) is ({ } figure, null) ? FigureText.Write(figure, kind) : placed.Text;
    }

    private static string? Section(string text, TableLayout layout) => layout.Sections.FirstOrDefault(s => Bare(s.Name) == Bare(text))?.Id;

    private static string? Column(string text, TableLayout layout) =>
        Bare(text) is { Length: > 0 } bare ? layout.Form.Columns.FirstOrDefault(c => Bare(c.Name) == bare || Bare(c.Name.Split('（')[0]) == bare)?.Code : null;

    /// <summary>Names without what printers put between: strokes, dots, blanks, units in brackets of another width.</summary>
    private static string Bare(string text) => new([.. FigureText.Narrow(text).Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '·' or '—' or '–'))]);
}
