using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Documents.Papers;

namespace HuiminCoord.Server.Documents.Workbooks;

/// <summary>A sheet while it is written: what stands in its cells, in any order.</summary>
/// <param name="name">On its tab.</param>
internal sealed partial class SheetDraft(string name)
{
    /// <summary>Longest text that a cell can bear.</summary>
    internal const int MaxText = 32_767;

    private readonly SortedDictionary<int, SortedDictionary<int, Cell>> _rows = [];

    internal string Name { get; } = name;

    /// <summary>Merged cells: <c>A1:C1</c>.</summary>
    internal List<string> Merged { get; } = [];

    /// <summary>What may be filled in where.</summary>
    internal List<DataValidation> Rules { get; } = [];

    /// <summary>Widths of columns, in characters; and heights of rows, in points.</summary>
    internal SortedDictionary<int, double> Widths { get; } = [];

    /// <inheritdoc cref="Widths"/>
    internal Dictionary<int, double> Heights { get; } = [];

    /// <summary>Rows and columns that stay in sight and are printed on each page; 0 = none.</summary>
    internal (int Rows, int Columns) Frozen { get; init; }

    /// <summary>Rows above those that are printed on each page.</summary>
    internal int NotRepeated { get; init; }

    /// <summary>People do not see it.</summary>
    internal bool IsHidden { get; init; }

    /// <summary>A page lies on its side.</summary>
    internal bool IsWide { get; init; }

    /// <summary>Its rows, as the file has them.</summary>
    internal IEnumerable<Row> Rows => _rows.Select(row => Heights.TryGetValue(row.Key, out var height)
        ? new Row(row.Value.Values) { RowIndex = (uint)row.Key, Height = height, CustomHeight = true }
        : new Row(row.Value.Values) { RowIndex = (uint)row.Key });

    internal (int Row, int Column) End => (_rows.Keys.LastOrDefault(1), _rows.Values.Select(r => r.Keys.Last()).DefaultIfEmpty(1).Max());

    /// <summary>A text. It is never a formula, whatever it begins with, and no program takes it for one when it is edited.</summary>
    internal void Text(int row, int column, string text, SheetLook look)
    {
        var whole = PrintableText.Whole(text);
        // _x000D_ is how the format writes a character that XML cannot: a text that says so itself is written so.
        var written = Escapes().Replace(whole[..Math.Min(whole.Length, MaxText)], "_x005F$0");
        if (written.Length == 0)
        {
            Blank(row, column, look);
            return;
        }

        Put(row, column, new Cell
        {
            DataType = CellValues.InlineString,
            InlineString = new InlineString(new Text(written) { Space = SpaceProcessingModeValues.Preserve }),
            StyleIndex = WorkbookStyles.Index(look, quoted: "=+-@\t＝＋－＠".Contains(whole[0], StringComparison.Ordinal)),
        });
    }

    /// <summary>A figure, or an empty cell where none was filled in.</summary>
    internal void Figure(int row, int column, long? figure, FigureKind kind, SheetLook look) =>
        Put(row, column, new Cell { CellValue = figure is { } value ? new CellValue(FigureText.Write(value, kind)) : null, StyleIndex = WorkbookStyles.Index(look, false) });

    /// <summary>A number as it is.</summary>
    internal void Number(int row, int column, decimal number, SheetLook look) =>
        Put(row, column, new Cell { CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture)), StyleIndex = WorkbookStyles.Index(look, false) });

    /// <summary>A formula of ours, with what it says now; a sum of nothing is no zero.</summary>
    internal void Sum(int row, int column, string ranges, (long? Now, FigureKind Kind) value, SheetLook look) => Put(row, column, new Cell
    {
        CellFormula = new CellFormula($"IF(COUNT({ranges})=0,\"\",SUM({ranges}))"),
        CellValue = new CellValue(value.Now is { } now ? FigureText.Write(now, value.Kind) : ""),
        DataType = value.Now is null ? CellValues.String : null,
        StyleIndex = WorkbookStyles.Index(look, false),
    });

    internal void Blank(int row, int column, SheetLook look) => Put(row, column, new Cell { StyleIndex = WorkbookStyles.Index(look, false) });

    /// <summary>A text over several cells.</summary>
    internal void Across(int row, int column, int toRow, int toColumn, string text, SheetLook look)
    {
        for (var r = row; r <= toRow; r++)
        {
            for (var c = column; c <= toColumn; c++)
            {
                Blank(r, c, look);
            }
        }

        Text(row, column, text, look);
        if ((row, column) != (toRow, toColumn))
        {
            Merged.Add(CellName.Range(row, column, toRow, toColumn));
        }
    }

    private void Put(int row, int column, Cell cell)
    {
        cell.CellReference = CellName.Of(row, column);
        if (!_rows.TryGetValue(row, out var cells))
        {
            _rows[row] = cells = [];
        }

        cells[column] = cell;
    }

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escapes();
}
