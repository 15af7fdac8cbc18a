using System.Globalization;

namespace HuiminCoord.Server.Documents.Workbooks;

/// <summary>Addresses of cells: <c>C8</c> is row 8, column 3.</summary>
internal static class CellName
{
    /// <summary>The last row and column that a spreadsheet program has: XFD1048576.</summary>
    internal const int LastRow = 1_048_576, LastColumn = 16_384;

    internal static string Of(int row, int column) => Column(column) + row.ToString(CultureInfo.InvariantCulture);

    internal static string Range(int row, int column, int toRow, int toColumn) => $"{Of(row, column)}:{Of(toRow, toColumn)}";

    internal static string Column(int column) => column <= 26 ? $"{(char)('A' + column - 1)}" : Column((column - 1) / 26) + Column(((column - 1) % 26) + 1);

    /// <summary>Reads an address; null for what is none, also for one beyond the last cell.</summary>
    internal static (int Row, int Column)? Find(ReadOnlySpan<char> text)
    {
        var (column, at) = (0, 0);
        for (; at < text.Length && at < 4 && char.IsAsciiLetter(text[at]); at++)
        {
            column = (column * 26) + (char.ToUpperInvariant(text[at]) - 'A') + 1;
        }

        return column is > 0 and <= LastColumn && int.TryParse(text[at..], NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row is > 0 and <= LastRow ? (row, column) : null;
    }
}
