using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Obligations;
using HuiminCoord.Server.Console.Duties;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Sheets;
using HuiminCoord.Server.Reporting;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Board;

/// <summary>代录 of a report with a form: the office types what stands on the unit's paper. What the unit itself is filling in stays untouched.</summary>
public sealed partial class PaperSheetPage : LivePage
{
    [SupplyParameterFromQuery(Name = "unit")]
    private string? Unit { get; set; }

    [SupplyParameterFromQuery(Name = "duty")]
    private string? Duty { get; set; }

    [Inject]
    private ReportFinder Reports { get; set; } = null!;

    private CampaignScene? Campaign { get; set; }

    private SheetScene? Scene { get; set; }

    private DutyLine? Line { get; set; }

    private ObligationView? View { get; set; }

    /// <summary>Where it is.</summary>
    internal static string At(string unit, string duty) => $"/board/paper?unit={Uri.EscapeDataString(unit)}&duty={Uri.EscapeDataString(duty)}";

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        await using var scene = await Desk.Read("page.paperSheet");
        var owed = await scene.Db.Obligations.FindAsync([scene.Campaign.Id, Unit ?? "", Duty ?? ""], Visitor.Gone);
        var read = await SheetScene.Read(scene, Reports, (Unit ?? "", Duty ?? ""), owed is null ? [] : await Remarks(scene, owed), Visitor.Gone);
        var row = owed ?? throw scene.Absent("obligation.unknown", Duty ?? "", read.Place.Unit.Name);
        (Campaign, Scene, Line, View) = (scene.Campaign, read, DutyLine.Of(row, scene.Campaign, false), ObligationView.Of(row, scene.Campaign));
    }

    /// <summary>What the office itself remarked when it returned a part: whoever corrects the paper reads it at its cell.</summary>
    private async Task<IReadOnlyList<SheetRemark>> Remarks(ReadingScene scene, ObligationRow owed)
    {
        var history = await DutyHistory.Of(scene, owed.Unit, owed.Duty, Visitor.Gone);
        return [.. from part in Stages.PartsOf(owed)
                   where part.Value == PartStage.Returned
                   let last = history.FirstOrDefault(e => e.What is UnitEvent.Returned r && r.Part == part.Key)
                   where last is not null
                   from remark in ((UnitEvent.Returned)last.What).Remarks
                   select new SheetRemark(remark, true, last.At)];
    }

    private void Handed() => Navigation.NavigateTo(new BoardPlace(Unit: Unit, Of: Duty).Path);
}
