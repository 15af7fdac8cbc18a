using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Obligations;
using HuiminCoord.Server.Console.Duties;
using HuiminCoord.Server.Files;

namespace HuiminCoord.Server.Console.Filling;

/// <summary>What the form of one obligation shows.</summary>
/// <param name="Scene">The campaign as it is now.</param>
/// <param name="Line">The obligation.</param>
/// <param name="View">The same as the API shows it.</param>
/// <param name="History">What happened to it, the latest first.</param>
/// <param name="Handed">Files that were handed in.</param>
public sealed record FillScene(CampaignScene Scene, DutyLine Line, ObligationView View, IReadOnlyList<DutyEvent> History, IReadOnlyList<AttachmentView> Handed)
{
    /// <summary>A yearly report's parts have other names.</summary>
    public bool IsAnnual => View.Kind == "annual";

    /// <summary>Parts that can be handed in now.</summary>
    public IReadOnlyList<string> Asked => [.. View.Parts.Where(p => p.Value is PartStage.Open or PartStage.Returned).Select(p => p.Key)];

    /// <summary>Remarks of the last return of each part that came back and is not handed in again.</summary>
    public IReadOnlyList<(string Part, Remark Remark, DutyEvent By)> Remarks =>
    [
        .. from part in View.Parts
           where part.Value == PartStage.Returned
           let last = History.FirstOrDefault(e => e.What is UnitEvent.Returned r && r.Part == part.Key)
           where last is not null
           from remark in ((UnitEvent.Returned)last.What).Remarks
           select (part.Key, remark, last),
    ];

    /// <summary>What was handed in last; null when nothing was.</summary>
    public UnitEvent.Submitted? Last => History.Select(e => e.What).OfType<UnitEvent.Submitted>().FirstOrDefault();

    /// <summary>Reads it.</summary>
    /// <exception cref="Api.Refusals.RefusedException"><c>obligation.unknown</c>.</exception>
    internal static async Task<FillScene> Read(ReadingScene scene, string unit, string duty, CancellationToken cancellation)
    {
        var row = await scene.Db.Obligations.FindAsync([scene.Campaign.Id, unit, duty], cancellation)
            ?? throw scene.Absent("obligation.unknown", duty, scene.Campaign.Plan.Unit(new(unit))?.Name ?? unit);
        return new(
            scene.Campaign, DutyLine.Of(row, scene.Campaign, false), ObligationView.Of(row, scene.Campaign), await DutyHistory.Of(scene, unit, duty, cancellation),
            await AttachmentView.Of(scene.Db, scene.Campaign.Id, Rooms.Unit, unit, duty, cancellation));
    }
}
