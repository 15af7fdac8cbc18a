using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;

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
    internal static async Task<Reading<UrgeTextsView>> All(string campaign, [IdWord] string duty, ReadingDoor door, UrgeTextReader texts, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        return scene.One(await texts.All(scene, duty, cancellation));
    }

    /// <summary>A ready text for WeChat for one unit.</summary>
    /// <remarks>A message through the system is sent by urging the obligation.</remarks>
    internal static async Task<Reading<UrgeTextView>> One(string campaign, string unit, string duty, ReadingDoor door, UrgeTextReader texts, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        ActorDoor.RequireUnit(scene.Campaign, unit);
        return scene.One(await texts.One(scene, unit, duty, cancellation));
    }
}
