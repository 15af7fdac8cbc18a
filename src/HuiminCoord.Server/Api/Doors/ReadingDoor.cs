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

/// <summary>Opens the registers for a read, and lets it wait for the reader's own last change (<c>?after=</c>).</summary>
internal sealed class ReadingDoor(IHttpContextAccessor accessor, CampaignDirectory campaigns, CoordinationDatabase database, RelayProgress progress)
{
    internal const string After = "after";

    /// <summary>Opens a campaign.</summary>
    /// <exception cref="RefusedException">The campaign is unknown or <c>after</c> is no position of it.</exception>
    internal async Task<ReadingScene> Open(string campaign)
    {
        var http = accessor.HttpContext ?? throw new InvalidOperationException("A reading door opens only within a request.");
        var text = http.Request.Query[After].ToString();
        var upToDate = true;
        if (text.Length > 0)
        {
            var after = AfterToken.Read(text, campaign);
            upToDate = await progress.Reached(after.Grain, after.Sequence, cancellation: http.RequestAborted);
        }

        return new ReadingScene(await campaigns.Campaign(campaign, http.RequestAborted), upToDate, database.OpenToRead(), Passages.Of(http));
    }
}
