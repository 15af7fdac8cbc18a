using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Searching;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Doors;

namespace HuiminCoord.Server.Searching;

/// <summary>Finds everything that a seat may see of its campaign, by any part of its text, and nothing else.</summary>
/// <remarks>
/// Each kind of thing is found as far as the access matrix lets the seat list it. What the plan says is looked at in memory,
/// obligations, people and messages in the database; after <see cref="Longest"/> it answers what it has found by then.
/// </remarks>
public sealed class Search(CoordinationDatabase database, AccessMatrix matrix, TimeProvider time)
{
    /// <summary>Most things of one kind that are shown.</summary>
    public const int Shown = 8;

    /// <summary>How far things of one kind are counted.</summary>
    public const int Counted = 1000;

    /// <summary>How long it looks.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>Looks for a text.</summary>
    /// <param name="asker">Who looks; a seat of the campaign.</param>
    /// <param name="scene">The asker's campaign.</param>
    /// <param name="text">What is looked for.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<SearchFound> Find(Asker asker, CampaignScene scene, SearchText text, CancellationToken cancellation = default)
    {
        using var up = new CancellationTokenSource(Longest, time);
        return await Find(asker, scene, text, up.Token, cancellation);
    }

    /// <summary>The same, until a token says that the time is up.</summary>
    internal async Task<SearchFound> Find(Asker asker, CampaignScene scene, SearchText text, CancellationToken up, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(asker);
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(text);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(up, cancellation);
        await using var db = database.OpenToRead();
        using var stop = db.StopWith(either.Token);
        var reading = new SearchReading(asker, scene, text, matrix, db, either.Token);
        var found = new PlanSearch(reading).Find().ToList();
        var complete = true;
        try
        {
            await foreach (var group in new RegisterSearch(reading).Find())
            {
                found.Add(group);
            }
        }
        catch (Exception stopped) when (StatementStop.IsStop(stopped) && !cancellation.IsCancellationRequested)
        {
            complete = false;
        }

        return new(complete, [.. found.Where(g => g.Total > 0).OrderBy(g => g.Kind)]);
    }
}
