using HuiminCoord.Server.Console.Circuits;
using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>Reads the counts of the navigation for the visitor's seat.</summary>
internal sealed class Badges(IEnumerable<Badge> all, Desk desk, Visitor visitor)
{
    /// <summary>The counts by their links; nothing is said of what counts none.</summary>
    internal async Task<IReadOnlyDictionary<string, int>> Read()
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        if (visitor.Asker.Campaign.Length == 0)
        {
            return counts;
        }

        foreach (var badge in all.Where(b => visitor.May(b.Operation)))
        {
            await using var scene = await desk.Read(badge.Operation);
            if (await badge.Count(scene, visitor.Gone) is > 0 and var count)
            {
                counts[badge.Path] = count;
            }
        }

        return counts;
    }
}
