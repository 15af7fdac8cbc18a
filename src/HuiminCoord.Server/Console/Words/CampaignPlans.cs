using HuiminCoord.Domain.Plans;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Storage;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Console.Words;

/// <summary>The plans that pages speak of, whether they are issued yet or not.</summary>
internal sealed class CampaignPlans(CoordinationDatabase database, PlanShelf plans)
{
    /// <summary>Most campaigns that are listed.</summary>
    internal const int Most = 50;

    /// <summary>The plan in force, or the stored one that waits to be issued; null when there is none.</summary>
    internal async Task<Plan?> Of(string campaign, CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        var version = (await db.Campaigns.FindAsync([campaign], cancellation))?.PlanVersion ?? await plans.NewestVersion(campaign);
        return version == 0 ? null : await plans.Find(campaign, version);
    }

    /// <summary>True once a version was issued: units work by it.</summary>
    internal async Task<bool> IsIssued(string campaign, CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        return await db.Campaigns.AnyAsync(c => c.Campaign == campaign, cancellation);
    }

    /// <summary>The plan of the only campaign; null while there is none or another.</summary>
    internal async Task<Plan?> Only(CancellationToken cancellation) => await Ids(2, cancellation) is [var only] ? await Of(only, cancellation) : null;

    /// <summary>The plans of all campaigns.</summary>
    internal async Task<IReadOnlyList<Plan>> All(CancellationToken cancellation)
    {
        var all = new List<Plan>();
        foreach (var campaign in await Ids(Most, cancellation))
        {
            all.AddRange(await Of(campaign, cancellation) is { } plan ? [plan] : []);
        }

        return all;
    }

    private async Task<List<string>> Ids(int most, CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        return await db.PlanDocuments.Select(p => p.Campaign).Distinct().OrderBy(c => c).Take(most).ToListAsync(cancellation);
    }
}
