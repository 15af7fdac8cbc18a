namespace HuiminCoord.Server.Documents.Workbooks;

/// <summary>A sheet as it was read: the cells that say something.</summary>
/// <param name="far">A cell with a value beyond what is looked at; null when there is none.</param>
internal sealed class SheetRead(string name, IReadOnlyList<CellRead> cells, string? far)
{
    private readonly Dictionary<(int, int), CellRead> _at = Places(cells);

    internal string Name { get; } = name;

    internal IReadOnlyList<CellRead> Cells { get; } = cells;

    internal string? Far { get; } = far;

    internal CellRead? At(int row, int column) => _at.GetValueOrDefault((row, column));

    /// <summary>The first of a place has it.</summary>
    private static Dictionary<(int, int), CellRead> Places(IReadOnlyList<CellRead> cells)
    {
        var places = new Dictionary<(int, int), CellRead>(cells.Count);
        foreach (var cell in cells)
        {
            places.TryAdd((cell.Row, cell.Column), cell);
        }

        return places;
    }

    /// <summary>The next cell to the right that says something; not the other end of a sheet.</summary>
    internal CellRead? RightOf(CellRead cell, int most) => Enumerable.Range(cell.Column + 1, most).Select(c => At(cell.Row, c)).FirstOrDefault(c => c is { Text.Length: > 0 });
}

/// <summary>A cell that says something.</summary>
/// <param name="Text">Its text, or its number as the file has it; of a formula the value that was saved with it.</param>
/// <param name="IsUncomputed">A formula without a value.</param>
internal sealed record CellRead(int Row, int Column, string Text, CellReadKind Kind, bool IsUncomputed);

/// <summary>What a cell holds.</summary>
internal enum CellReadKind
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A text.</summary>
    Text,

    /// <summary>TRUE or FALSE.</summary>
    Truth,

    /// <summary>What could not be computed: #REF!.</summary>
    Failure,

    /// <summary>A day, which is a number that is shown as one.</summary>
    Day,
}
