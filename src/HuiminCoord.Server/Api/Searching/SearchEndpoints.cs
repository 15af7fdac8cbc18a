using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Searching;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Searching;

namespace HuiminCoord.Server.Api.Searching;

/// <summary>Finding things by a part of their text.</summary>
internal static class SearchEndpoints
{
    internal static void Map(RouteGroupBuilder campaign) => campaign.MapGet("/search", Find).AsRead<Reading<SearchFound>>("search");

    /// <summary>Finds units, people, obligations, tasks, phases, messages of own inboxes, open questions and the paper's number.</summary>
    /// <remarks>Each kind as far as the seat may list it. Case and width do not matter; a month may be typed as 2020-09. At most 8 of each kind are shown and 1000 counted; it looks for two seconds at most.</remarks>
    /// <param name="q">A part of a title, a name or a text.</param>
    internal static async Task<Reading<SearchFound>> Find(
        string campaign, [Words(SearchText.Longest, 1)] string q, ReadingDoor door, Search search, CancellationToken cancellation)
    {
        var text = SearchText.Of(q) ?? throw new RefusedException(new Refusal("request.malformed", "q"));
        await using var scene = await door.Open(campaign);
        return scene.One(await search.Find(scene.Passage.Asker, scene.Campaign, text, cancellation));
    }
}
