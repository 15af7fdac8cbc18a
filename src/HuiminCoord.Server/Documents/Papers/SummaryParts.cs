using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>The office's summary as sections of a paper: as the office has written them, and where it has not, composed, with what is missing named.</summary>
internal static class SummaryParts
{
    internal static IReadOnlyList<SummaryPart> Of(SummaryDraft draft) =>
    [
        .. draft.Sections.Select(s => new SummaryPart(s.Title, s.Written.Text ?? Composed(s))),
        .. draft.CarriedOver.Count == 0 ? [] : (SummaryPart[])[new("上期所列问题", string.Join('\n', draft.CarriedOver.Select(t => $"{t.Name}：{t.Text}")))],
        .. draft.Missing.Count == 0 ? [] : (SummaryPart[])[new("未报小结的单位", $"{PaperWords.Names(draft.Missing)}。")],
    ];

    /// <summary>A section as it is composed, and as writing begins: what units say, then who says nothing.</summary>
    internal static string Composed(DraftedSection section) =>
        string.Join('\n', [.. section.Texts.Select(t => t.Paragraph), .. section.Silent.Count == 0 ? (string[])[] : [$"（本项未填写：{PaperWords.Names(section.Silent)}。）"]]);
}
