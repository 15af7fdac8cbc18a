using DocumentFormat.OpenXml;
using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>The monthly bulletin: as a draft the body of a paper (GB/T 9704-2012, 7.3), issued with red head (7.2) and 版记 (7.4).</summary>
internal static class BulletinPaper
{
    internal static byte[] Make(BulletinDraft draft) => PaperFile.Make(
        [
            .. draft.IsIssued ? Head(draft) : [],
            .. Paragraphs.Title(draft.Title),
            .. Paragraphs.UnderTitle(draft.Issue > 0 ? $"（工作通报第{draft.Issue}期）" : "（工作通报第　期）"),
            .. Paragraphs.UnderTitle(draft.IsIssued ? "" : Comments(draft.ObjectionsUntil)),
            Paragraphs.Blank(),
            .. Paragraphs.Recipients(draft.Recipients),
            .. Signature.Sealed([.. Text(draft)], [], draft.Issuer, draft.IsIssued ? draft.Date : null),
            .. draft.IsIssued && (draft.PrintedOn ?? draft.Date) is { } printed ? PrintNote.Of(draft.CopiedTo, draft.Issuer, printed) : [],
        ],
        draft.Rehearsal);

    /// <summary>发文机关标志, two lines below it 发文字号, the red line, and two lines until the title.</summary>
    private static IEnumerable<OpenXmlElement> Head(BulletinDraft draft) =>
    [
        RedHead.Mark($"{PrintableText.Line(draft.Issuer)}文件"),
        Paragraphs.Blank(),
        Paragraphs.Blank(),
        RedHead.Closing(Paragraphs.Of(PaperStyles.Centred, [Paragraphs.Exact(DocumentNumber.Read(draft.Number) ?? DocumentNumber.Open)])),
        Paragraphs.Blank(),
        Paragraphs.Blank(),
    ];

    private static string Comments(DateOnly? until) => until is { } day ? $"（征求意见稿，请于{PaperWords.Date(day)}前反馈意见）" : "（征求意见稿）";

    private static IEnumerable<OpenXmlElement> Text(BulletinDraft draft)
    {
        var body = new BodyText();
        var reporting = draft.Figures.Rows.Select(r => new ReportingLine(r.Name, r.Standing, r.WorkdaysLate)).ToList();
        return
        [
            .. body.Of($"现将{PaperWords.Period(draft.Period)}工作情况通报如下："),
            .. body.Of([new PaperText(1, "报送情况"), ReportingWords.Counted(reporting)]),
            .. body.Of([new PaperText(1, "案件查办情况"), BulletinWords.Totals(draft), BulletinWords.Explained(draft)]),
            BulletinTable.Of(draft),
            .. draft.Remarks.Where(r => PrintableText.Paragraphs(r.Text).Any()).SelectMany(r => body.Of([new PaperText(1, r.Heading), r.Text])),
            .. draft.IsIssued ? [] : body.Of(BulletinWords.Objections(draft.ObjectionsUntil)),
        ];
    }
}
