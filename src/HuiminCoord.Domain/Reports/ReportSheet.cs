namespace HuiminCoord.Domain.Reports;

/// <summary>What a unit fills in for one report: its figures and its summary. Handed in, it never changes: a correction is another one.</summary>
/// <param name="Figures">The table.</param>
/// <param name="Texts">The summary, by the id of its section.</param>
/// <param name="Nil">零报告: nothing to report this time, said explicitly; every cell that the unit can have counts as zero.</param>
/// <param name="Notes">What the unit says about a figure that was asked about (数据无误，填写说明), by the cell.</param>
/// <param name="Phone">联系电话 as it stands on the sheet; may be empty.</param>
public sealed record ReportSheet(Figures Figures, IReadOnlyDictionary<string, string> Texts, bool Nil, IReadOnlyDictionary<string, string> Notes, string Phone)
{
    /// <summary>Nothing was filled in yet.</summary>
    public static ReportSheet Empty { get; } = new(Figures.None, new Dictionary<string, string>(), false, new Dictionary<string, string>(), "");

    /// <summary>The figures that count: those filled in, or zero in every cell that the unit can have.</summary>
    public Figures Counted(TableLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        return Nil ? layout.Cells.Aggregate(Figures.None, (zeros, cell) => zeros.With(cell, 0)) : Figures;
    }
}
