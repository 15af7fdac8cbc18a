using DocumentFormat.OpenXml;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>The office's consolidated summary: the body of a paper (GB/T 9704-2012, 7.3) without a red head, and the district's tables on pages that lie across.</summary>
internal static class ConsolidatedPaper
{
    private const int RowHeight = 460;

    private static readonly (string Head, int Share, bool Short)[] Columns = [("序号", 9, true), ("单位", 31, false), ("报送情况", 26, true), ("说明", 34, false)];

    internal static byte[] Make(ConsolidatedDraft draft) => PaperFile.Make(
        [
            .. Paragraphs.Title(draft.Title),
            .. Paragraphs.UnderTitle(PaperWords.Bracketed(draft.Draft)),
            Paragraphs.Blank(),
            .. Paragraphs.Recipients(draft.Recipients),
            .. Signature.Sealed([.. Text(draft)], draft.Tables.Select(t => t.Title), draft.Sender, draft.Date),
        ],
        [.. draft.Tables.SelectMany((table, at) => StatisticsSheet.Of(table, Lines(draft, table), draft.Tables.Count == 1 ? "附件" : $"附件{at + 1}", at > 0))],
        draft.Rehearsal);

    private static IEnumerable<OpenXmlElement> Text(ConsolidatedDraft draft)
    {
        var body = new BodyText();
        return
        [
            .. body.Of($"现将{PaperWords.Period(draft.Period)}工作情况汇总报告如下："),
            .. body.Of([new PaperText(1, "报送情况"), ReportingWords.Counted(draft.Reporting)]),
            PaperTable.Of(Columns, draft.Reporting.Select((line, at) => (string[])[$"{at + 1}", line.Unit, PaperWords.Standing(line.Standing, line.WorkdaysLate), line.Note]), RowHeight),
            .. draft.Sections.Where(s => PrintableText.Paragraphs(s.Text).Any()).SelectMany(s => body.Of([new PaperText(1, s.Heading), s.Text])),
        ];
    }

    private static SheetLines Lines(ConsolidatedDraft draft, StatisticsTable table) =>
        new(draft.Sender, PaperWords.Period(table.Period ?? draft.Period), draft.FilledBy, draft.ApprovedBy, draft.Phone, draft.Date, draft.Draft);
}
