using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Messages;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Channels.Reaching;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Api.Messages;

/// <summary>复制催报文字 for one unit.</summary>
/// <param name="Text">As it may be pasted into a chat with this unit.</param>
internal sealed record UrgeTextView(string Unit, string UnitName, string Duty, string Text);

/// <summary>复制催报文字 for everybody who has not reported.</summary>
/// <param name="Silent">How many have not.</param>
/// <param name="GroupText">For a chat group: it names no unit.</param>
/// <param name="Units">One text for each of them, in plan order.</param>
internal sealed record UrgeTextsView(string Duty, string Title, int Silent, string GroupText, IReadOnlyList<UrgeTextView> Units);

/// <summary>Texts that the office copies by hand. Nothing is sent, nothing is written down.</summary>
internal static class UrgeTextEndpoints
{
    internal static void Map(RouteGroupBuilder campaign)
    {
        campaign.MapGet("/urge-text", All).AsRead<Reading<UrgeTextsView>>("getUrgeTexts").Refuses("obligation.unknown");
        campaign.MapGet("/units/{unit}/obligations/{duty}/urge-text", One).AsRead<Reading<UrgeTextView>>("getUrgeText")
            .Refuses("obligation.closed", "urge.already-reported", "urge.entered-late");
    }

    /// <summary>Ready texts for WeChat: one for the group without names, one for each unit that has not reported.</summary>
    /// <remarks>Counts as on the board: units with a later date that was granted are left out.</remarks>
    /// <param name="duty">The duty: monthly-2020-09.</param>
    internal static async Task<Reading<UrgeTextsView>> All(string campaign, [IdWord] string duty, ReadingDoor door, ChannelSettings settings, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        var rows = await scene.Db.Obligations.Where(o => o.Campaign == campaign && o.Duty == duty && !o.EnteredLate).ToListAsync(cancellation);
        if (RegisterReader.Counts(scene.Campaign.Plan, rows, scene.Campaign.Today) is not [var count, ..])
        {
            throw scene.Absent("obligation.unknown", duty, "");
        }

        var moment = Moment(scene.Campaign, settings);
        var silent = rows.Where(o => RegisterReader.IsSilent(o, scene.Campaign.Today)).ToDictionary(o => o.Unit);
        var texts = scene.Campaign.Plan.Units.Where(u => silent.ContainsKey(u.Id.Value)).Select(u => Text(silent[u.Id.Value], u.Name, moment)).ToList();
        return scene.One(new UrgeTextsView(duty, count.Title, texts.Count, UrgeTexts.ForAll(count.Title, count.Due, texts.Count, moment), texts));
    }

    /// <summary>A ready text for WeChat for one unit.</summary>
    /// <remarks>A message through the system is sent by urging the obligation.</remarks>
    internal static async Task<Reading<UrgeTextView>> One(string campaign, string unit, string duty, ReadingDoor door, ChannelSettings settings, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        ActorDoor.RequireUnit(scene.Campaign, unit);
        var name = scene.Campaign.Plan.Unit(new UnitId(unit))!.Name;
        var row = await scene.Db.Obligations.FindAsync([campaign, unit, duty], cancellation) ?? throw scene.Absent("obligation.unknown", duty, name);
        var refusal = Stages.NotOwed.Contains(row.Stage) ? new Refusal("obligation.closed", row.Title)
            : row.Reported ? new Refusal("urge.already-reported", row.Title)
            : row.EnteredLate ? new Refusal("urge.entered-late", row.Title)
            : null;
        return refusal is null ? scene.One(Text(row, name, Moment(scene.Campaign, settings))) : throw new RefusedException(refusal);
    }

    private static UrgeTextView Text(ObligationRow row, string unit, UrgeMoment moment) => new(row.Unit, unit, row.Duty, UrgeTexts.ForUnit(unit, row.Title, row.Due, moment));

    private static UrgeMoment Moment(CampaignScene scene, ChannelSettings settings) => new(scene.Now, scene.Calendar, scene.Plan.Settings.OfficePhone, settings.PublicUrl);
}
