using HuiminCoord.Grains.Storage;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Tests.Cluster;

/// <summary>What the database holds in the end.</summary>
internal sealed class ClusterFacts(CoordinationDatabase database, IReadOnlyList<string> campaigns)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Lets the overdue wakes come one after the other, over some time from now.</summary>
    /// <remarks>They are listed as failed once: a timekeeper leaves such an actor alone until its time has come.</remarks>
    public Task SpreadWakes(TimeSpan over) => database.Write(async (db, token) =>
    {
        var (now, milliseconds) = ((await database.Now(token)).ToUnixTimeMilliseconds(), (long)over.TotalMilliseconds);
        var spread = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO wake_failure (grain_type, grain_key, campaign, shard, attempts, not_before, error, first_at, last_at)
            SELECT grain_type, grain_key, split_part(grain_key, '/', 1), shard, 1,
                   {now} + {milliseconds} * row_number() OVER (ORDER BY md5(grain_key)) / count(*) OVER (), 'set aside by a test', {now}, {now}
            FROM grain_state WHERE grain_type = 'task' AND wake_at <= {now}
            """, token);
        Assert.Equal((campaigns.Count - 1) * 17, spread);
    });

    /// <summary>Waits until everything is told and nothing is due; fails after a minute, which only a broken program takes.</summary>
    public async Task Quiet()
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        deadline.CancelAfter(TimeSpan.FromMinutes(1));
        for (string left; (left = await Left()) != "0 untold, 0 due, 0 set aside, 0 refused"; await Task.Delay(50, Cancellation))
        {
            Assert.False(deadline.IsCancellationRequested, $"After a minute there is still: {left}.");
        }
    }

    /// <summary>Each acknowledged word is in one event, which the acknowledgement named; actors number their events without a gap.</summary>
    public async Task AssertKeptOnce(IEnumerable<Acknowledged> acknowledged)
    {
        await using var db = database.OpenToRead();
        var audit = await db.Audit.ToListAsync(Cancellation);
        foreach (var actor in audit.GroupBy(row => (row.GrainType, row.GrainKey)))
        {
            Assert.Equal(Numbers(actor.Count()), actor.Select(row => row.Seq).Order());
        }

        var said = audit.Where(row => row.Body.Contains("wish-", StringComparison.Ordinal)).ToLookup(row => WordOf(row.Body));
        Assert.All(acknowledged, a =>
        {
            var row = Assert.Single(said[a.Wish.Word]);
            // Naming somebody leads to a second event, with which the answer counts.
            Assert.Equal((a.Wish.Event, a.Grain), (row.EventType, $"{row.GrainType}/{row.GrainKey}"));
            Assert.InRange(a.Sequence - row.Seq, 0, 1);
        });
        await AssertRegisters(db, [.. acknowledged.Select(a => a.Wish)]);
    }

    /// <summary>Tasks on which nobody reported went stale, each once.</summary>
    public async Task AssertEveryWakeOnce()
    {
        await using var db = database.OpenToRead();
        var stale = await db.Audit.Where(row => row.EventType == "task.went-stale").Select(row => row.GrainKey).ToListAsync(Cancellation);
        var silent = campaigns.Skip(1).SelectMany(c => PastCampaigns.PlanOf(c).Tasks.Where(t => !MixedWishes.Tasks.Contains(t.Id.Value)).Select(t => $"{c}/{t.Id}"));
        Assert.Equal(stale.Count, stale.Distinct().Count());
        Assert.Empty(silent.Except(stale));
    }

    public async Task AssertBegunOnce()
    {
        await using var db = database.OpenToRead();
        var begun = await db.Audit.Where(row => row.EventType == "campaign.issued" || row.EventType.EndsWith(".begun")).Select(row => row.GrainType + "/" + row.GrainKey).ToListAsync(Cancellation);
        Assert.Equal(begun.Count, begun.Distinct().Count());
        Assert.Equal(campaigns.Count * (1 + 11 + 17 + 3 + 1), begun.Count);
    }

    /// <summary>The inboxes that got something, gap-free, with their newest sequence.</summary>
    public async Task<IReadOnlyDictionary<(string Campaign, string Recipient), long>> Heads()
    {
        await using var db = database.OpenToRead();
        var heads = await db.InboxHeads.ToDictionaryAsync(row => (row.Campaign, row.Recipient), row => row.Head, Cancellation);
        foreach (var inbox in (await db.Inbox.ToListAsync(Cancellation)).GroupBy(row => (row.Campaign, row.Recipient)))
        {
            Assert.Equal(Numbers(inbox.Count()), inbox.Select(row => row.Seq).Order());
            Assert.Equal(inbox.Count(), heads[inbox.Key]);
        }

        return heads;
    }

    /// <summary>What people see says the same: one message for each urge, one term for each naming.</summary>
    private static async Task AssertRegisters(CoordinationDb db, IReadOnlyList<Wish> wishes)
    {
        var urged = await db.Inbox.Where(row => row.Kind == "urge").Select(row => row.Body).ToListAsync(Cancellation);
        Assert.Equal(Words(wishes, "unit.urged"), urged.Select(WordOf).Order());
        var named = await db.Seats.Where(row => row.Seat == "deputy").Select(row => row.Holder).ToListAsync(Cancellation);
        Assert.Equal(Words(wishes, "unit.seat-named"), named.Order());
    }

    private async Task<string> Left()
    {
        await using var db = database.OpenToRead();
        var now = (await database.Now(Cancellation)).ToUnixTimeMilliseconds();
        var due = await db.Database.SqlQuery<long>($"SELECT count(*) AS \"Value\" FROM grain_state WHERE wake_at <= {now}").SingleAsync(Cancellation);
        return $"{await db.Outbox.CountAsync(Cancellation)} untold, {due} due, {await db.WakeFailures.CountAsync(Cancellation)} set aside, {await db.RelayFailures.CountAsync(Cancellation)} refused";
    }

    private static IEnumerable<string> Words(IEnumerable<Wish> wishes, string @event) => wishes.Where(w => w.Event == @event).Select(w => w.Word).Order();

    private static string WordOf(string text)
    {
        var from = text.IndexOf("wish-", StringComparison.Ordinal);
        return text[from..(from + "wish-0000-x".Length)];
    }

    private static IEnumerable<long> Numbers(int count) => Enumerable.Range(1, count).Select(i => (long)i);
}
