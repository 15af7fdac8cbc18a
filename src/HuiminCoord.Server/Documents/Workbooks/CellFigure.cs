using System.Globalization;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Domain.Searching;

namespace HuiminCoord.Server.Documents.Workbooks;

/// <summary>A cell as a figure: numbers as programs save them, and texts as people type them.</summary>
internal static class CellFigure
{
    /// <summary>What people write where they have nothing to say.</summary>
    private const string Blanks = "-‐‑‒–—―−－─━/／\\";

    /// <summary>How far a number may be from what was typed: programs save the nearest number of their own.</summary>
    private const decimal Noise = 0.000001m, NoiseOfSize = 0.00000000000001m;

    /// <returns>The figure, null for an empty cell; or the code of what is wrong with it.</returns>
    internal static (long? Figure, string? Problem) Read(CellRead? cell, TableColumn column) => cell switch
    {
        null => (null, null),
        { IsUncomputed: true } => (null, "workbook.no-value"),
        { Kind: CellReadKind.Failure } => (null, "workbook.formula-failed"),
        { Kind: CellReadKind.Day } => (null, "workbook.day"),
        { Kind: CellReadKind.Truth } => (null, "figure.not-a-number"),
        { Kind: CellReadKind.Number } => Number(cell.Text, column.Kind),
        _ => Text(cell.Text, column),
    };

    /// <summary>True for a cell that says nothing, or nothing but zero.</summary>
    internal static bool SaysNothing(CellRead? cell, TableColumn column) => Read(cell, column) is (null or 0, null);

    private static (long?, string?) Number(string text, FigureKind kind)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return (null, "figure.not-a-number");
        }

        if (Math.Abs(number) > 1e15)
        {
            return (null, number < 0 ? "figure.negative" : "figure.too-large");
        }

        var value = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) ? exact : (decimal)number;
        var places = kind == FigureKind.Money ? 2 : 0;
        var near = decimal.Round(value, places, MidpointRounding.AwayFromZero);
        var isNoise = Math.Abs(value - near) <= Noise + (Math.Abs(value) * NoiseOfSize);
        return FigureText.Read((isNoise ? near : value).ToString("0.############", CultureInfo.InvariantCulture), kind);
    }

    private static (long?, string?) Text(string text, TableColumn column)
    {
        var plain = text.Length > FigureText.MaxLength ? text : Folding.Of(text).Trim();
        if (plain.Length == 0 || plain.All(c => Blanks.Contains(c, StringComparison.Ordinal)))
        {
            return (null, null);
        }

        var unit = Folding.Of(column.Unit);
        plain = plain.Length > unit.Length && plain.EndsWith(unit, StringComparison.Ordinal) ? plain[..^unit.Length].TrimEnd() : plain;
        return FigureText.Read(Grouped(plain), column.Kind);
    }

    /// <summary>1 234 567 is how people group digits too; 12 34 stays what it is.</summary>
    private static string Grouped(string text)
    {
        var groups = text.Split(' ');
        return groups.Length > 1 && groups[0].Length is > 0 and <= 3 && groups.Skip(1).All(g => g.Split('.')[0].Length == 3) ? string.Concat(groups) : text;
    }
}
