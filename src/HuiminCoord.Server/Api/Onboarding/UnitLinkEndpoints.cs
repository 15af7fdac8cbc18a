using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Api.Sessions;
using HuiminCoord.Server.Onboarding;

namespace HuiminCoord.Server.Api.Onboarding;

/// <summary>Links by which units name their people, for the office.</summary>
internal static class UnitLinkEndpoints
{
    internal static void Map(RouteGroupBuilder campaign)
    {
        campaign.MapGet("/unit-links", List).AsQuestion<Page<UnitLinkEntry>>("listUnitLinks");
        campaign.MapPost("/unit-links", Make).AsAct<MadeUnitLinksView>("makeUnitLinks", new MakeUnitLinksBody(["jiaoyu", "minzheng"])).Refuses("unit.unknown");
        campaign.MapPost("/unit-links/{link}/withdraw", Withdraw).AsAct<DoneView>("withdrawUnitLink", null).Refuses("link.unknown");
    }

    /// <summary>The campaign's links, in the plan's order of units, of each unit the newest first.</summary>
    /// <remarks>What opens a link is shown when it is made and never again.</remarks>
    internal static async Task<Page<UnitLinkEntry>> List(string campaign, UnitLinks links, CancellationToken cancellation) =>
        new(true, await links.List(campaign, cancellation), null);

    /// <summary>Makes a single-use link for each of the units, good for 14 days, to be printed or copied.</summary>
    /// <remarks>An earlier link of the same unit ends.</remarks>
    internal static async Task<MadeUnitLinksView> Make(string campaign, MakeUnitLinksBody body, HttpContext http, UnitLinks links, LinkAddress address, CancellationToken cancellation)
    {
        var made = await links.Make(campaign, body.Units ?? [], Passages.Of(http).Asker, cancellation);
        return new([.. made.Select(m => MadeUnitLinkView.Of(m, address.Of(http.Request)))]);
    }

    /// <summary>Withdraws a link that went astray.</summary>
    /// <remarks>One that is used or over stays as it is.</remarks>
    internal static async Task<DoneView> Withdraw(string campaign, string link, HttpContext http, UnitLinks links, CancellationToken cancellation)
    {
        await links.Withdraw(campaign, link, Passages.Of(http).Asker, cancellation);
        return new(true);
    }
}
