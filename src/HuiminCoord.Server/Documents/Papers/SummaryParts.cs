using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>The office's summary as it begins, as sections of a paper: nobody has edited it yet, so what is missing is named.</summary>
internal static class SummaryParts
{
    internal static IReadOnlyList<SummaryPart> Of(SummaryDraft draft) =>
    [
        .. draft.Sections.Select(s => new SummaryPart(s.Title, $"{s.Text}\n{Silent(s.Silent)}")),
        .. draft.CarriedOver.Count == 0 ? [] : (SummaryPart[])[new("上期所列问题", string.Join('\n', draft.CarriedOver.Select(t => $"{t.Name}：{t.Text}")))],
        .. draft.Missing.Count == 0 ? [] : (SummaryPart[])[new("未报小结的单位", $"{PaperWords.Names(draft.Missing)}。")],
    ];

    private static string Silent(IReadOnlyList<string> units) => units.Count == 0 ? "" : $"（本项未填写：{PaperWords.Names(units)}。）";
}
