using DocumentFormat.OpenXml.Wordprocessing;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>Each unit's case figures, month over cumulative, and whether it reported in time.</summary>
internal static class BulletinTable
{
    /// <summary>Widths: of names, standings, 本期 and 累计, counts, money, ranks.</summary>
    private const double Name = 2.2, Standing = 1.6, Span = 0.9, Figure = 1.1, Money = 1.5, Rank = 0.8;

    internal static Table Of(BulletinDraft draft)
    {
        var isRanked = draft.RankBy is not null;
        double[] weights = [Name, Standing, Span, .. draft.Columns.Select(c => c.Kind == FigureKind.Money ? Money : Figure), .. isRanked ? [Rank] : (double[])[]];
        FigureCell[] heads = [Head("单位"), Head("报送情况"), Head("期间"), .. draft.Columns.Select(c => Head($"{c.Name}\n（{c.Unit}）")), .. isRanked ? [Head("名次")] : (FigureCell[])[]];
        var rows = draft.Figures.Rows.SelectMany(r => Two(draft, r.Name, PaperWords.Standing(r.Standing, r.WorkdaysLate), r.Figures, r.Rank is { } rank ? $"{rank}" : "—", isSum: false))
            .Concat(Two(draft, "全区", "", draft.Figures.Total, "", isSum: true));
        return FigureTable.Of(FigureTable.Widths(weights, PageFacts.AreaWidthTwips), [heads], rows, isSmall: false);
    }

    private static FigureCell Head(string text) => new(text, IsHead: true);

    private static IEnumerable<IReadOnlyList<FigureCell>> Two(BulletinDraft draft, string name, string standing, IReadOnlyList<BulletinFigure> figures, string rank, bool isSum)
    {
        foreach (var isFirst in (bool[])[true, false])
        {
            FigureCell Down(string text) => new(isFirst ? text : "", isSum) { IsFirstDown = isFirst };
            yield return
            [
                Down(name), Down(standing), new(isFirst ? "本期" : "累计", isSum),
                .. draft.Columns.Select(c => Cell(figures.FirstOrDefault(f => f.Column == c.Code), c.Kind, isFirst, isSum)),
                .. draft.RankBy is null ? [] : (FigureCell[])[Down(rank)],
            ];
        }
    }

    private static FigureCell Cell(BulletinFigure? figure, FigureKind kind, bool isMonth, bool isSum) =>
        (isMonth ? figure?.Month : figure?.Cumulative) is { } known ? new(FigureText.Write(known, kind), isSum)
        : figure?.Applies == true ? new("—", isSum)
        : new("/", isSum, IsGrey: true);
}
