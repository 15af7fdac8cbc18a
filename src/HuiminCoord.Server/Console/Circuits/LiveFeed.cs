using System.Collections.Concurrent;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Accounts;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Console.Circuits;

/// <summary>Tells live pages that something has changed, and ends those whose session has ended. One for each silo.</summary>
/// <remarks>
/// It says only that there is something new: each page reads again what its own seat may see. The relays of this process hint;
/// once a second the positions in the database are looked at, so a page misses nothing that another silo told.
/// </remarks>
internal sealed class LiveFeed(CoordinationDatabase database, SessionBook sessions, InboxHints hints, TimeProvider time, ILogger<LiveFeed> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    /// <summary>Between two looks, however much is told: a page that is drawn anew more often than this cannot be read.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<Watcher, bool> _pages = new();
    private readonly ConcurrentDictionary<Follower, bool> _followers = new();
    private readonly Dictionary<string, long> _seen = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _hinted = new(0, 1);

    /// <summary>Live pages that are connected.</summary>
    internal int Pages => _pages.Count;

    /// <summary>A live page begins; dispose the answer when it is closed.</summary>
    internal IDisposable Begin(string session, Action end)
    {
        var watcher = new Watcher(this, session, end);
        _pages[watcher] = true;
        return watcher;
    }

    internal void Forget(Watcher watcher) => _pages.TryRemove(watcher, out _);

    /// <summary>Follows a campaign from now on.</summary>
    internal void Follow(Follower follower) => _followers[follower] = true;

    /// <summary>Follows no more.</summary>
    internal void Leave(Follower follower) => _followers.TryRemove(follower, out _);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Listen(stoppingToken), Look(stoppingToken));

    /// <inheritdoc/>
    public override void Dispose()
    {
        _hinted.Dispose();
        base.Dispose();
    }

    private async Task Listen(CancellationToken stopping)
    {
        using var subscription = hints.Subscribe();
        await foreach (var _ in subscription.Hints.ReadAllAsync(stopping))
        {
            if (_hinted.CurrentCount == 0)
            {
                _hinted.Release();
            }
        }
    }

    private async Task Look(CancellationToken stopping)
    {
        while (true)
        {
            await _hinted.WaitAsync(LookEvery, stopping);
            try
            {
                await EndUnseated(stopping);
                await TellFollowers(stopping);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogWarning("The live pages could not be told what changed; in a second again: {Error}", failure.Message);
            }

            await Task.Delay(Breath, time, stopping);
        }
    }

    private async Task EndUnseated(CancellationToken stopping)
    {
        var open = _pages.Keys.ToList();
        if (open.Count == 0)
        {
            return;
        }

        var living = await sessions.Living([.. open.Select(p => p.Session).Distinct()], stopping);
        foreach (var page in open.Where(p => !living.ContainsKey(p.Session)))
        {
            Forget(page);
            page.End();
        }
    }

    private async Task TellFollowers(CancellationToken stopping)
    {
        var followed = _followers.Keys.ToLookup(f => f.Campaign);
        if (followed.Count == 0)
        {
            return;
        }

        // Whatever is told is audited: one position says that something is new.
        foreach (var (campaign, position) in await Positions([.. followed.Select(f => f.Key)], stopping))
        {
            if (_seen.GetValueOrDefault(campaign, -1) == position)
            {
                continue;
            }

            _seen[campaign] = position;
            foreach (var follower in followed[campaign])
            {
                follower.Changed();
            }
        }
    }

    private async Task<Dictionary<string, long>> Positions(IReadOnlyList<string> campaigns, CancellationToken stopping)
    {
        await using var db = database.OpenToRead();
        return await db.AuditHeads.AsNoTracking().Where(h => campaigns.Contains(h.Campaign)).ToDictionaryAsync(h => h.Campaign, h => h.Position, stopping);
    }
}
