using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>A statistics table on pages that lie across: what it is, who filled it in, the table in the official direction, what its marks mean.</summary>
internal static class StatisticsSheet
{
    /// <summary>Of a column with whole numbers 1; names, money and two figures in a cell take more.</summary>
    private const double NameWeight = 3.8, WideWeight = 1.65;

    /// <param name="mark">附件1; empty = none.</param>
    /// <param name="follows">Whether a sheet stands before it: then it begins a page.</param>
    internal static IEnumerable<OpenXmlElement> Of(StatisticsTable table, SheetLines lines, string mark, bool follows)
    {
        var titles = TitleBreaks.Lines($"{table.Title}{PaperWords.Bracketed(lines.Draft)}", PageFacts.AcrossWidthTwips / (PageFacts.SmallSize2 * 10));
        List<OpenXmlElement> sheet =
        [
            .. mark.Length == 0 ? [] : (Paragraph[])[Paragraphs.Of(PaperStyles.Attachment, mark)],
            Paragraphs.Of(PaperStyles.SheetTitle, Paragraphs.Broken(titles)),
            Line((0, $"填报单位（盖章）：{PrintableText.Line(lines.Unit)}"), (1, $"统计期间：{PrintableText.Line(lines.Period)}")),
            Table(table),
            .. Notes(table).Select(note => Paragraphs.Of(PaperStyles.SheetLine, note)),
            Line((0, $"审核人：{PrintableText.Line(lines.ApprovedBy)}"), (0.24, $"填报人：{PrintableText.Line(lines.FilledBy)}"), (0.48, $"联系电话：{PrintableText.Line(lines.Phone)}"), (1, $"填报日期：{Date(lines.Date)}")),
        ];
        if (follows)
        {
            ((Paragraph)sheet[0]).ParagraphProperties!.PageBreakBefore = new PageBreakBefore();
        }

        return sheet;
    }

    private static string Date(DateOnly? date) => date is { } day ? PaperWords.Date(day) : "　　　年　　月　　日";

    /// <summary>Texts that begin at some part of the width; the last one at 1 ends there.</summary>
    private static Paragraph Line(params (double At, string Text)[] parts)
    {
        var line = Paragraphs.Of(PaperStyles.SheetLine, parts.SelectMany((p, i) => i == 0 ? new OpenXmlElement[] { Paragraphs.Exact(p.Text) } : [Paragraphs.Tab(), Paragraphs.Exact(p.Text)]));
        line.ParagraphProperties!.Tabs = new Tabs(parts.Skip(1).Select(p => new TabStop
        {
            Val = p.At < 1 ? TabStopValues.Left : TabStopValues.Right,
            Position = (int)(PageFacts.AcrossWidthTwips * p.At),
        }));
        line.ParagraphProperties.KeepNext = new KeepNext();
        return line;
    }

    private static Table Table(StatisticsTable table)
    {
        var twofold = Enumerable.Range(0, table.Columns.Count).Where(at => table.Rows.Any(r => r.Cells.ElementAtOrDefault(at)?.Supporting is not null)).ToHashSet();
        var weights = table.Columns.Select((c, at) => c.Kind == FigureKind.Money || twofold.Contains(at) ? WideWeight : 1).Prepend(NameWeight);
        return FigureTable.Of(FigureTable.Widths([.. weights], PageFacts.AcrossWidthTwips), Heads(table), table.Rows.Select(r => Row(r, table.Columns)), isSmall: true);
    }

    /// <summary>Groups, columns, units.</summary>
    private static List<IReadOnlyList<FigureCell>> Heads(StatisticsTable table) =>
    [
        [new(table.RowHead, IsHead: true) { IsFirstDown = true }, .. Groups(table.Columns)],
        [Below(), .. table.Columns.Select(c => new FigureCell(c.Name, IsHead: true))],
        [Below(), .. table.Columns.Select(c => new FigureCell(c.Unit))],
    ];

    private static FigureCell Below() => new("", IsHead: true) { IsFirstDown = false };

    /// <summary>Neighbours of one group stand under one heading.</summary>
    private static List<FigureCell> Groups(IReadOnlyList<TableColumn> columns)
    {
        var groups = new List<FigureCell>();
        foreach (var column in columns)
        {
            if (groups.Count > 0 && groups[^1].Text == column.Group)
            {
                groups[^1] = groups[^1] with { Across = groups[^1].Across + 1 };
            }
            else
            {
                groups.Add(new(column.Group, IsHead: true));
            }
        }

        return groups;
    }

    private static IReadOnlyList<FigureCell> Row(StatisticsRow row, IReadOnlyList<TableColumn> columns) =>
        [new(row.Name, row.IsSum), .. row.Cells.Zip(columns).Select(c => Cell(c.First, c.Second.Kind, row.IsSum))];

    private static FigureCell Cell(StatisticsCell cell, FigureKind kind, bool isSum)
    {
        var figure = cell.Figure is { } own ? FigureText.Write(own, kind) : "";
        var text = cell.Supporting is { } with ? $"{figure}({FigureText.Write(with, kind)})" : figure;
        return text.Length > 0 ? new(text, isSum) : cell.Applies ? new("—", isSum) : new("/", isSum, IsGrey: true);
    }

    private static IEnumerable<string> Notes(StatisticsTable table)
    {
        var cells = table.Rows.SelectMany(r => r.Cells).ToList();
        string[] marks =
        [
            cells.Any(c => c is { Applies: false, Figure: null, Supporting: null }) ? "“/”为不适用" : "",
            cells.Any(c => c is { Applies: true, Figure: null, Supporting: null }) ? "“—”为未报或免报，不等于0" : "",
            cells.Any(c => c.Supporting is not null) ? "括号内为其中：配合，联合执法由牵头单位计数，括号内的数不计入合计" : "",
        ];
        var said = string.Join('；', marks.Where(m => m.Length > 0));
        var notes = (said.Length == 0 ? table.Notes : [$"{said}。", .. table.Notes]).SelectMany(PrintableText.Paragraphs).ToList();
        return notes.Select((note, index) => notes.Count == 1 ? $"注：{note}" : $"{(index == 0 ? "注：" : "　　")}{index + 1}.{note}");
    }
}
