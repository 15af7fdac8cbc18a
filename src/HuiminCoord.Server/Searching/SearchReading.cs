using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Searching;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Doors;

namespace HuiminCoord.Server.Searching;

/// <summary>What one search goes by: who looks, for what, and where.</summary>
internal sealed record SearchReading(Asker Asker, CampaignScene Scene, SearchText Text, AccessMatrix Matrix, CoordinationDb Db, CancellationToken Stop)
{
    /// <summary>What the seat reaches with an operation; null when that is nothing.</summary>
    internal Passage? By(string operation) => Asker.Standing.ReachOf(Matrix, operation) is var reach and not Reach.None ? new Passage(Asker, reach) : null;

    /// <summary>A kind of thing of which everything is at hand.</summary>
    internal static SearchGroup Group(SearchKind kind, IReadOnlyCollection<SearchHit> hits) => new(kind, Math.Min(hits.Count, Search.Counted), [.. hits.Take(Search.Shown)]);
}
