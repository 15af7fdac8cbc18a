using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>What a bulletin says of its figures.</summary>
internal static class BulletinWords
{
    /// <summary>本期全区立案12件、办结8件…；累计立案26件….</summary>
    internal static string Totals(BulletinDraft draft)
    {
        var (month, cumulative) = (Listed(draft, f => f.Month), Listed(draft, f => f.Cumulative));
        return (month.Length, cumulative.Length) switch
        {
            (0, 0) => "本期尚无已报的案件数据。",
            (0, _) => $"本期尚无已报的案件数据；累计{cumulative}。",
            _ => $"本期，全区{month}；累计{cumulative}。",
        };
    }

    /// <summary>What the table's marks mean, and whether it ranks.</summary>
    internal static string Explained(BulletinDraft draft)
    {
        var rank = draft.RankBy is { } code && draft.Columns.FirstOrDefault(c => c.Code == code) is { } column ? $"名次按累计{Short(column.Name)}数排列，数值相同的名次并列；" : "";
        return $"各单位情况见下表（{rank}“/”为不适用，“—”为未报或免报）。";
    }

    internal static string Objections(DateOnly? until) =>
        $"各单位对上述数据有异议的，请{(until is { } day ? $"于{PaperWords.Date(day)}前" : "及时")}反馈联席会议办公室。";

    /// <summary>A column's name without what stands in brackets behind it.</summary>
    internal static string Short(string name)
    {
        var line = PrintableText.Line(name);
        var bracket = line.LastIndexOfAny(['（', '(']);
        return bracket > 0 && line[^1] is '）' or ')' ? line[..bracket] : line;
    }

    private static string Listed(BulletinDraft draft, Func<BulletinFigure, long?> of) => string.Join('、',
        from column in draft.Columns
        let figure = draft.Figures.Total.FirstOrDefault(f => f.Column == column.Code)
        where figure is not null && of(figure) is not null
        select $"{Short(column.Name)}{FigureText.Write(of(figure)!.Value, column.Kind)}{PrintableText.Line(column.Unit)}");
}
