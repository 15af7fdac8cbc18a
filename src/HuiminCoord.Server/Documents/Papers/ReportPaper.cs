using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>
/// A unit's report in the layout that GB/T 9704-2012 has for the body of a paper (7.3), without a red head, for the unit's seal; its
/// statistics table is attached on pages that lie across. A year's report has the same parts under other words.
/// </summary>
internal static class ReportPaper
{
    private const string NilReport = "经核实，本期无相关数据，特此零报告。";

    internal static byte[] Make(ReportDraft draft) => PaperFile.Make(
        [
            .. Paragraphs.Title(draft.Title),
            .. Paragraphs.UnderTitle(PaperWords.Bracketed(draft.Draft)),
            Paragraphs.Blank(),
            .. Paragraphs.Recipients([draft.Addressee]),
            .. Signature.Sealed([.. Text(draft)], draft.Table is { } table ? [table.Title] : [], draft.Unit, draft.Date),
            .. Contact(draft),
        ],
        draft.Table is { } sheet ? [.. StatisticsSheet.Of(sheet, Lines(draft), "附件", follows: false)] : [],
        draft.Rehearsal);

    private static IEnumerable<Paragraph> Text(ReportDraft draft)
    {
        var body = new BodyText();
        var opening = draft.Period is { } period ? $"现将我单位{PaperWords.Period(period)}工作情况报告如下：" : "现将我单位工作情况报告如下：";
        return
        [
            .. body.Of(opening),
            .. body.Of(draft.Nil ? NilReport : ""),
            .. draft.Sections.Where(s => PrintableText.Paragraphs(s.Text).Any()).SelectMany(s => body.Of([new PaperText(1, s.Heading), s.Text])),
        ];
    }

    private static SheetLines Lines(ReportDraft draft) =>
        new(draft.Unit, draft.Period is { } period ? PaperWords.Period(period) : "", draft.FilledBy, draft.ApprovedBy, draft.Phone, draft.Date, draft.Draft);

    /// <summary>附注 (7.3.7): whom to ask. Where there is a sheet, it stands there.</summary>
    private static IEnumerable<Paragraph> Contact(ReportDraft draft)
    {
        if (draft.Table is not null)
        {
            return [];
        }

        string[] parts = [Part("审核人", draft.ApprovedBy), Part("填报人", draft.FilledBy), Part("电话", draft.Phone)];
        var said = string.Join('，', parts.Where(p => p.Length > 0));
        return said.Length == 0 ? [] : [Paragraphs.Of(PaperStyles.Text, $"（{said}）")];
    }

    private static string Part(string label, string text) => PrintableText.Line(text) is { Length: > 0 } line ? $"{label}：{line}" : "";
}
