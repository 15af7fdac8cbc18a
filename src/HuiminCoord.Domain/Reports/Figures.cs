using System.Collections.Immutable;

namespace HuiminCoord.Domain.Reports;

/// <summary>The figures of a table. A cell that is not here was not filled in, which is not zero.</summary>
/// <param name="Cells">Counts as they are; money in hundredths of 万元, so that sums are exact.</param>
public sealed record Figures(ImmutableSortedDictionary<string, long> Cells)
{
    /// <summary>Nothing was filled in.</summary>
    public static Figures None { get; } = new(ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal));

    /// <summary>The figure in a cell; null when it was not filled in.</summary>
    public long? this[CellAt cell] => Cells.TryGetValue(cell.ToString(), out var value) ? value : null;

    /// <summary>True when nothing was filled in.</summary>
    public bool IsEmpty => Cells.IsEmpty;

    /// <summary>The same with another figure in a cell; null empties it.</summary>
    public Figures With(CellAt cell, long? value) => new(value is { } figure ? Cells.SetItem(cell.ToString(), figure) : Cells.Remove(cell.ToString()));

    /// <summary>Cell by cell the sum: a cell that only one of them has is that one's.</summary>
    public Figures Plus(Figures other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(other.Cells.Aggregate(Cells, (sum, cell) => sum.SetItem(cell.Key, checked(sum.GetValueOrDefault(cell.Key) + cell.Value))));
    }

    /// <summary>Cell by cell what is left of it; a cell that only the other has is not here.</summary>
    public Figures Minus(Figures other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(Cells.Aggregate(Cells, (rest, cell) => rest.SetItem(cell.Key, checked(cell.Value - other.Cells.GetValueOrDefault(cell.Key)))));
    }

    /// <inheritdoc/>
    public bool Equals(Figures? other) => other is not null && Cells.SequenceEqual(other.Cells);

    /// <inheritdoc/>
    public override int GetHashCode() => Cells.Aggregate(0, (hash, cell) => HashCode.Combine(hash, cell.Key, cell.Value));
}
