using HuiminCoord.Domain.Searching;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Searching;

namespace HuiminCoord.Server.Console;

/// <summary>Lets the field of the top bar look through everything that the seat may see.</summary>
internal sealed class SearchAdapter(Search search, CampaignDirectory campaigns)
{
    /// <summary>Looks for a text; nothing is found of what cannot be looked for.</summary>
    internal async Task<IReadOnlyList<FoundGroup>> Find(Asker asker, string text, CancellationToken cancellation)
    {
        if (SearchText.Of(text) is not { } wanted)
        {
            return [];
        }

        var found = await search.Find(asker, await campaigns.Campaign(asker.Campaign, cancellation), wanted, cancellation);
        return [.. found.Groups.Select(g => new FoundGroup(g.Kind.ToString(), g.Total, [.. g.Hits.Select(h => new FoundHit(h.Title, h.Detail, LinkFor(asker, h)))]))];
    }

    /// <summary>A unit's own people deal with a duty where they fill it in; the board is the office's.</summary>
    private static string LinkFor(Asker asker, SearchHit hit) =>
        asker.Standing.Seat.Unit is not null && hit.Kind == SearchKind.Obligation && hit.Link.LastIndexOf("duty=", StringComparison.Ordinal) is > 0 and var at
            ? $"/fill/{hit.Link[(at + 5)..]}"
            : asker.Standing.Seat.Unit is not null && hit.Kind is SearchKind.Unit or SearchKind.Person ? "/unit" : hit.Link;
}
