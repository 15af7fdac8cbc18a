namespace HuiminCoord.Domain.Reports;

/// <summary>A cell of the statistics table: <c>chi-shipin/officers</c>.</summary>
/// <param name="Section">The row's id.</param>
/// <param name="Column">The column's code.</param>
public readonly record struct CellAt(string Section, string Column)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Section}/{Column}";

    /// <summary>Reads a cell's address; null when none is written like this.</summary>
    public static CellAt? Find(string? text) => (text ?? "").Split('/') is [{ Length: > 0 } section, { Length: > 0 } column] ? new(section, column) : null;
}
