using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Console.Sheets;

/// <summary>A column beside a section's own figures, to compare them with.</summary>
/// <param name="Head">Its heading.</param>
/// <param name="IsWide">True for the last: it is set apart from the next section.</param>
internal sealed record SheetBeside(string Head, bool IsWide, Func<CellAt, long?> Of)
{
    /// <summary>上期 and 累计; beside a year's figures the sums of its months, and what it has beyond them.</summary>
    internal static IReadOnlyList<SheetBeside> All(PageWords words, SheetModel model)
    {
        var history = model.Scene.Found.History;
        return history.Prefill is { } prefill
            ? [new(words["sheet.annual.sum"], false, cell => prefill.Figures[cell]), new(words["sheet.annual.rest"], true, cell => Now(model, cell) - prefill.Figures[cell])]
            : [new(words["sheet.previous"], false, cell => history.Previous?.Figures[cell]), new(words["sheet.cumulative"], true, cell => Sum(Now(model, cell), history.Cumulative[cell]))];
    }

    /// <summary>The figure that stands in a cell now.</summary>
    internal static long? Now(SheetModel model, CellAt cell) => model.Sheet.Counted(model.Scene.Layout)[cell];

    private static long? Sum(long? now, long? before) => now is null && before is null ? null : (now ?? 0) + (before ?? 0);
}
