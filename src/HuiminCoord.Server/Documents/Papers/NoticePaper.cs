using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>A notice in the layout that GB/T 9704-2012 has for the body of a paper (7.3), without its red head.</summary>
internal static class NoticePaper
{
    /// <summary>Characters in front of 附件, those of 附件 with its colon, and those of a number behind it.</summary>
    private const double BeforeLabel = 2, Label = 3, Number = 1.5;

    private const int RowHeight = 560;

    private static readonly (string Head, int Share, bool Short)[] AgendaColumns = [("序号", 9, true), ("议题", 46, false), ("汇报单位", 24, true), ("时间", 21, true)];

    internal static byte[] Make(NoticeDraft draft) => PaperFile.Make(
        [
            .. Paragraphs.Title(draft.Title),
            Paragraphs.Blank(),
            .. Recipients(PaperWords.Names(draft.Recipients)),
            .. new BodyText().Of(draft.Texts),
            .. Agenda(draft.Agenda),
            .. Attachments([.. draft.Attachments.Select(PrintableText.Line).Where(a => a.Length > 0)]),
            Paragraphs.Blank(),
            .. Signature.Of(draft.Sender, draft.Date),
        ],
        draft.Rehearsal);

    private static IEnumerable<OpenXmlElement> Recipients(string names) => names.Length == 0 ? [] : [Paragraphs.Of(PaperStyles.Recipients, $"{names}：")];

    private static IEnumerable<OpenXmlElement> Agenda(IReadOnlyList<AgendaLine> agenda) => agenda.Count == 0 ? [] :
    [
        PaperTable.Of(AgendaColumns, agenda.Select((line, index) => (string[])[$"{index + 1}", line.Matter, line.Reporter, line.Time]), RowHeight),
    ];

    /// <summary>附件 (7.3.4): one blank line below the text; numbers only where there are several; later lines begin under the first name.</summary>
    private static IEnumerable<OpenXmlElement> Attachments(IReadOnlyList<string> names) => names.Count switch
    {
        0 => [],
        1 => [Paragraphs.Blank(), Paragraphs.Hanging(PaperStyles.People, BeforeLabel, Label, Paragraphs.Exact("附件："), Paragraphs.Run(names[0]))],
        _ => [Paragraphs.Blank(), .. names.Select(Numbered)],
    };

    private static Paragraph Numbered(string name, int index)
    {
        OpenXmlElement[] text = [Paragraphs.Exact(string.Create(CultureInfo.InvariantCulture, $"{index + 1}.")), Paragraphs.Tab(), Paragraphs.Run(name)];
        return index == 0
            ? Paragraphs.Hanging(PaperStyles.People, BeforeLabel, Label + Number, text.Prepend(Paragraphs.Exact("附件：")))
            : Paragraphs.Hanging(PaperStyles.People, BeforeLabel + Label, Number, text);
    }
}
