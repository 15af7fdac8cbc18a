using DocumentFormat.OpenXml;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>A notice in the layout that GB/T 9704-2012 has for the body of a paper (7.3), without its red head.</summary>
internal static class NoticePaper
{
    private const int RowHeight = 560;

    private static readonly (string Head, int Share, bool Short)[] AgendaColumns = [("序号", 9, true), ("议题", 46, false), ("汇报单位", 24, true), ("时间", 21, true)];

    internal static byte[] Make(NoticeDraft draft) => PaperFile.Make(
        [
            .. Paragraphs.Title(draft.Title),
            Paragraphs.Blank(),
            .. Paragraphs.Recipients(draft.Recipients),
            .. new BodyText().Of(draft.Texts),
            .. Agenda(draft.Agenda),
            .. Attachments.Of(draft.Attachments),
            Paragraphs.Blank(),
            .. Signature.Of(draft.Sender, draft.Date),
        ],
        draft.Rehearsal);

    private static IEnumerable<OpenXmlElement> Agenda(IReadOnlyList<AgendaLine> agenda) => agenda.Count == 0 ? [] :
    [
        PaperTable.Of(AgendaColumns, agenda.Select((line, index) => (string[])[$"{index + 1}", line.Matter, line.Reporter, line.Time]), RowHeight),
    ];
}
