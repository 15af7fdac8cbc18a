namespace HuiminCoord.Domain.Reports;

/// <summary>A cell that holds another figure; null = it is not filled in.</summary>
public sealed record FigureChange(CellAt Cell, long? Before, long? After);

/// <summary>A text that is another one; null = there is none.</summary>
/// <param name="Place">The section of the summary, or the cell of a note.</param>
public sealed record TextChange(string Place, string? Before, string? After);

/// <summary>What differs between two versions of a sheet.</summary>
/// <param name="Texts">Sections of the summary.</param>
/// <param name="Nil">Whether 零报告 was chosen or taken back; null = neither.</param>
/// <param name="Phone">Null = the same.</param>
public sealed record SheetDifference(IReadOnlyList<FigureChange> Figures, IReadOnlyList<TextChange> Texts, IReadOnlyList<TextChange> Notes, bool? Nil, TextChange? Phone)
{
    /// <summary>True when nothing differs.</summary>
    public bool IsEmpty => Figures.Count + Texts.Count + Notes.Count == 0 && Nil is null && Phone is null;

    /// <summary>From one version to a later one. A cell that was 0 and is empty now differs; a text of blanks is no text.</summary>
    public static SheetDifference Between(ReportSheet before, ReportSheet after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new(
            Between(before.Figures, after.Figures), Between(before.Texts, after.Texts), Between(before.Notes, after.Notes),
            before.Nil == after.Nil ? null : after.Nil, Between("", before.Phone, after.Phone));
    }

    /// <summary>The cells that differ. A key that is no cell's address is left out: a sheet with one is never handed in.</summary>
    public static IReadOnlyList<FigureChange> Between(Figures before, Figures after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return [.. from key in before.Cells.Keys.Union(after.Cells.Keys).Order(StringComparer.Ordinal)
                   let cell = CellAt.Find(key)
                   where cell is not null && before[cell.Value] != after[cell.Value]
                   select new FigureChange(cell.Value, before[cell.Value], after[cell.Value])];
    }

    private static IReadOnlyList<TextChange> Between(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        [.. before.Keys.Union(after.Keys).Order(StringComparer.Ordinal).Select(key => Between(key, before.GetValueOrDefault(key), after.GetValueOrDefault(key))).OfType<TextChange>()];

    private static TextChange? Between(string place, string? before, string? after)
    {
        var (old, now) = (string.IsNullOrWhiteSpace(before) ? null : before, string.IsNullOrWhiteSpace(after) ? null : after);
        return old == now ? null : new(place, old, now);
    }
}
