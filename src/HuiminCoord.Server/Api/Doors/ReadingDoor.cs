using HuiminCoord.Domain.Deciding;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Api.Doors;

/// <summary>One thing read.</summary>
/// <param name="UpToDate">False when the change that <c>after</c> asks for was not visible within a second.</param>
public sealed record Reading<T>(bool UpToDate, T Item)
    where T : notnull;

/// <summary>One page of things read.</summary>
/// <param name="UpToDate">False when the change that <c>after</c> asks for was not visible within a second.</param>
/// <param name="Next">Give it back as <c>next</c> for the following page; null on the last one.</param>
public sealed record Page<T>(bool UpToDate, IReadOnlyList<T> Items, string? Next);

/// <summary>A campaign opened for reading.</summary>
internal sealed record ReadingScene(CampaignScene Campaign, bool UpToDate, CoordinationDb Db, Passage Passage) : IAsyncDisposable
{
    /// <summary>The only unit of which lists may speak; null = all.</summary>
    internal string? OnlyUnit => Passage.OnlyUnit;

    /// <summary>The inboxes of which lists may speak; null = all.</summary>
    internal IReadOnlyList<string>? OnlyInboxes => Passage.OnlyInboxes;

    internal Reading<T> One<T>(T item)
        where T : notnull => new(UpToDate, item);

    internal Page<T> All<T>(IReadOnlyList<T> items) => new(UpToDate, items, null);

    /// <summary>What is not there, or not there yet.</summary>
    internal RefusedException Absent(string code, params string[] arguments) => new(new Refusal(code, arguments)) { UpToDate = UpToDate };

    public ValueTask DisposeAsync() => Db.DisposeAsync();
}

/// <summary>Opens the registers for whoever was let in.</summary>
internal sealed class Readings(CampaignDirectory campaigns, CoordinationDatabase database, RelayProgress progress)
{
    /// <summary>Opens a campaign, once the reader's own last change is visible or a second has passed.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="passage">Who reads, and how far.</param>
    /// <param name="after">The change that is to be seen; null = none.</param>
    /// <param name="cancellation">Gives up when nobody waits any more.</param>
    /// <exception cref="RefusedException">The campaign is unknown or <paramref name="after"/> is no position of it.</exception>
    internal async Task<ReadingScene> Open(string campaign, Passage passage, string? after, CancellationToken cancellation)
    {
        var upToDate = true;
        if (!string.IsNullOrEmpty(after))
        {
            var position = AfterToken.Read(after, campaign);
            upToDate = await progress.Reached(position.Grain, position.Sequence, cancellation: cancellation);
        }

        return new ReadingScene(await campaigns.Campaign(campaign, cancellation), upToDate, database.OpenToRead(), passage);
    }
}

/// <summary>Opens the registers for a request, and lets it wait for the reader's own last change (<c>?after=</c>).</summary>
internal sealed class ReadingDoor(IHttpContextAccessor accessor, Readings readings)
{
    internal const string After = "after";

    /// <summary>Opens a campaign.</summary>
    /// <exception cref="RefusedException">The campaign is unknown or <c>after</c> is no position of it.</exception>
    internal Task<ReadingScene> Open(string campaign)
    {
        var http = accessor.HttpContext ?? throw new InvalidOperationException("A reading door opens only within a request.");
        return readings.Open(campaign, Passages.Of(http), http.Request.Query[After].ToString(), http.RequestAborted);
    }
}
