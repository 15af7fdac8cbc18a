using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Console.Obligations;
using HuiminCoord.Server.Console.Words;
using HuiminCoord.Server.Reporting;

namespace HuiminCoord.Server.Console.Board;

/// <summary>What can still be handed in on paper.</summary>
/// <param name="At">The obligation.</param>
/// <param name="Parts">Parts that are open or were returned.</param>
/// <param name="HasForm">Its figures and texts are typed into its sheet: a word of the office is not enough.</param>
public sealed record PaperChoice(DutyAt At, IReadOnlyList<string> Parts, bool HasForm)
{
    /// <summary>All of them; a liaison is named, not handed in.</summary>
    internal static IReadOnlyList<PaperChoice> Of(CampaignScene scene, PageWords words, IEnumerable<ObligationRow> unfinished) =>
        [.. unfinished.Where(o => o.Kind != "liaison").Select(o => Of(scene, words, o)).Where(c => c.Parts.Count > 0)];

    private static PaperChoice Of(CampaignScene scene, PageWords words, ObligationRow row) => new(
        new DutyAt(row.Unit, scene.Plan.Unit(new UnitId(row.Unit))?.Name ?? row.Unit, row.Duty, words.Short(row, scene.Today), row.Kind == "annual"),
        [.. Stages.PartsOf(row).Where(p => p.Value is PartStage.Open or PartStage.Returned).Select(p => p.Key)],
        SheetPlace.Find(scene.Id, scene.Plan, row.Unit, row.Duty) is not null);
}
