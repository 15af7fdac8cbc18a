using System.Globalization;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Documents.Papers;

namespace HuiminCoord.Server.Api.Supervision;

/// <summary>A group's report on paper.</summary>
internal static class SupervisionPapers
{
    /// <summary>督导报告 as of today.</summary>
    internal static byte[] Report(CampaignScene scene, SupervisionView view, bool rehearsal)
    {
        string Name(string unit) => scene.Plan.Unit(new UnitId(unit))?.Name ?? unit;
        return SupervisionPaper.Make(new(
            $"关于{view.Matter}的督导报告", Opening(scene, view, Name), Texts(view, Name, v => v.Achievements), Texts(view, Name, v => v.Highlights),
            [.. view.Found!.Select(p => new ReportedProblem(p.Name, Name(p.Unit), p.Text, PaperWords.Date(p.Due), p.LightWords))], view.Title, scene.Today) { Rehearsal = rehearsal });
    }

    private static string Opening(CampaignScene scene, SupervisionView view, Func<string, string> name) => string.Create(
        CultureInfo.InvariantCulture,
        $"{view.Title}（负责人：{view.Leader}）于{PaperWords.Date(view.From)}至{PaperWords.Date(view.Until)}对{PaperWords.Names(view.Units.Select(name))}开展督导。截至{PaperWords.Date(scene.Today)}，走访{view.Visited!.Count(v => !v.Planned)}次，发现问题{view.Problems}个，已销号{view.Problems - view.Open}个。");

    private static List<string> Texts(SupervisionView view, Func<string, string> name, Func<VisitView, string> text) =>
        [.. view.Visited!.Where(v => !v.Planned && text(v).Length > 0).Select(v => $"{name(v.Unit)}（{v.Place}，{PaperWords.Date(v.Day)}）：{text(v)}")];
}
