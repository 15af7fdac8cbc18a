namespace HuiminCoord.Domain.Reports;

/// <summary>最后一次补录: what a unit has reported of the days of a year that no month's report before its end covers.</summary>
/// <param name="Figures">By the cell. A cell that the annual report does not speak of is not here.</param>
/// <param name="Unknown">Cells of which nobody knows it: not every month has a figure there, or the year has less than its months.</param>
public sealed record FinalEntry(Figures Figures, IReadOnlyList<CellAt> Unknown)
{
    /// <summary>What an annual report says beyond the sum of its months.</summary>
    /// <param name="undivided">Cells in which that sum is not known.</param>
    internal static FinalEntry Of(Figures year, Figures sum, IReadOnlyList<Figures> months, IReadOnlyList<CellAt> undivided)
    {
        var (entry, unknown) = (Figures.None, new List<CellAt>());
        foreach (var cell in year.Cells.Keys.Select(CellAt.Find).OfType<CellAt>())
        {
            var rest = year[cell]!.Value - (sum[cell] ?? 0);
            if (rest < 0 || undivided.Contains(cell) || months.Any(m => m[cell] is null))
            {
                unknown.Add(cell);
            }
            else
            {
                entry = entry.With(cell, rest);
            }
        }

        return new(entry, unknown);
    }
}
