using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Worker;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Grains.Tests.Relaying;

public sealed class RelayTests(PostgreSqlServer server) : SpineTest(server)
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(15);

    [Theory, EachDatabase]
    public async Task What_was_kept_is_told_once(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database);
        await Counter(silo).Do(new CounterCommand.Add(2, "w", Soon));
        await Counter(silo).Do(new CounterCommand.Add(3, "w"));
        Assert.Equal(0, await Count(database, "audit"));

        Assert.Equal(new RelayReport(3, 0, 0, 0), await Drain(silo));
        Assert.Equal(new RelayReport(0, 0, 0, 0), await Drain(silo));

        Assert.Equal("5", await Scalar<string>(database, "SELECT payload FROM task"));
        Assert.Equal((0, 3, 3), (await Count(database, "outbox"), await Count(database, "audit"), await Scalar<long>(database, "SELECT seq FROM relay_cursor")));
    }

    [Theory, EachDatabase]
    public async Task An_event_waits_for_its_predecessor(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database);
        await Counter(silo).Do(new CounterCommand.Add(2, "first"));
        await Counter(silo).Do(new CounterCommand.Add(3, "second"));
        await Counter(silo, "b").Do(new CounterCommand.Add(4, "other"));
        await Execute(database, "CREATE TABLE hidden AS SELECT * FROM outbox WHERE seq = 1 AND grain_key LIKE '%/a'");
        await Execute(database, "DELETE FROM outbox WHERE seq = 1 AND grain_key LIKE '%/a'");

        Assert.Equal(new RelayReport(1, 0, 1, 0), await Drain(silo));
        Assert.Equal(1, await Count(database, "outbox"));
        await Execute(database, "INSERT INTO outbox SELECT * FROM hidden");

        Assert.Equal(new RelayReport(2, 0, 0, 0), await Drain(silo));
        Assert.Equal("5", await Scalar<string>(database, "SELECT payload FROM task WHERE task = 'a'"));
    }

    [Theory, EachDatabase]
    public async Task Events_whose_times_are_in_the_wrong_order_are_told_in_the_actors_order(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database);
        await Counter(silo).Do(new CounterCommand.Add(2, "first"));
        await Counter(silo).Do(new CounterCommand.Add(3, "second"));
        await Counter(silo).Do(new CounterCommand.Add(4, "third"));
        await Execute(database, "UPDATE outbox SET at = at - seq");

        Assert.Equal(new RelayReport(3, 0, 0, 0), await Drain(silo));
    }

    [Theory, EachDatabase]
    public async Task An_event_that_comes_again_is_dropped(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database);
        await Counter(silo).Do(new CounterCommand.Add(2, "w", Soon));
        await Sweep(silo, Start + Soon);
        await Execute(database, "CREATE TABLE copies AS SELECT * FROM outbox");
        Assert.Equal(new RelayReport(3, 0, 0, 0), await Drain(silo));
        await Execute(database, "INSERT INTO outbox SELECT * FROM copies");

        Assert.Equal(new RelayReport(0, 3, 0, 0), await Drain(silo));

        Assert.Equal("2", await Scalar<string>(database, "SELECT payload FROM task"));
        Assert.Equal((0, 3, 3), (await Count(database, "outbox"), await Count(database, "inbox"), await Count(database, "step")));
    }

    [Theory, EachDatabase]
    public async Task A_message_and_a_step_that_are_already_there_are_not_written_twice(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database);
        await Counter(silo).Do(new CounterCommand.Add(2, "w", Soon));
        await Sweep(silo, Start + Soon);
        await Execute(database, "CREATE TABLE copies AS SELECT * FROM outbox WHERE event_type LIKE '%fired'");
        await Drain(silo);

        // As if a backup had brought the cursor back but not the inboxes.
        await Execute(database, "INSERT INTO outbox SELECT * FROM copies");
        await Execute(database, "DELETE FROM audit WHERE seq = 3");
        await Execute(database, "UPDATE relay_cursor SET seq = 2");

        Assert.Equal(new RelayReport(1, 0, 0, 0), await Drain(silo));
        Assert.Equal((3, 3), (await Count(database, "inbox"), await Count(database, "step")));
        Assert.Equal(3, await Scalar<long>(database, "SELECT sum(head) FROM inbox_head"));
    }

    [Theory, EachDatabase]
    public async Task Each_recipient_counts_without_gaps_over_many_actors_and_pages(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database);
        await Task.WhenAll(Enumerable.Range(0, 120).Select(i => Counter(silo, $"c-{i}").Do(new CounterCommand.Add(1, "w", Soon))));
        await Sweep(silo, Start + Soon);

        Assert.Equal(360, (await Drain(silo)).Applied);

        await using var db = database.OpenToRead();
        var inboxes = (await db.Inbox.ToListAsync(Cancellation)).GroupBy(row => row.Recipient).ToDictionary(g => g.Key, g => g.Select(row => row.Seq).Order().ToList());
        Assert.Equal(241, inboxes.Count);
        Assert.Equal(Enumerable.Range(1, 120).Select(i => (long)i), inboxes["office"]);
        Assert.All(await db.InboxHeads.ToListAsync(Cancellation), head => Assert.Equal(head.Head, inboxes[head.Recipient].Count));
        Assert.Equal(360, await Count(database, "step"));

        // The order is by time, type, key and number, whatever order the rows were committed in.
        var told = await db.Inbox.Where(row => row.Recipient == "office").OrderBy(row => row.Seq).Select(row => row.GrainKey).ToListAsync(Cancellation);
        Assert.Equal(told.Order(StringComparer.Ordinal), told);
    }

    [Theory, EachDatabase]
    public async Task Two_relays_of_one_shard_tell_everything_once(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database);
        for (var i = 0; i < 30; i++)
        {
            await Counter(silo, $"c-{i % 3}").Do(new CounterCommand.Add(1, "w"));
        }

        var relay = silo.Get<Relay>();
        var reports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            try
            {
                return (await relay.Drain(Shards.Of(Campaign), Cancellation)).Applied;
            }
            catch (DbUpdateConcurrencyException)
            {
                return 0;
            }
        })));

        await Drain(silo);
        Assert.True(reports.Sum() <= 30);
        Assert.Equal((0, 30), (await Count(database, "outbox"), await Count(database, "audit")));
        Assert.Equal(30, await Scalar<long>(database, "SELECT sum(CAST(payload AS integer)) FROM task"));
    }

    [Theory, EachDatabase]
    public async Task Hints_come_after_the_commit_and_name_the_new_head(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database);
        using var hints = silo.Get<InboxHints>().Subscribe();
        await Counter(silo).Do(new CounterCommand.Add(2, "w", Soon));
        await Sweep(silo, Start + Soon);
        Assert.False(hints.Hints.TryRead(out _));

        await Drain(silo);

        var heard = new List<InboxHint>();
        while (hints.Hints.TryRead(out var hint))
        {
            heard.Add(hint);
        }

        Assert.Equal([new(Campaign, "a/leader", 1), new(Campaign, "a/liaison", 1), new InboxHint(Campaign, "office", 1)], heard);
    }

    [Theory, EachDatabase]
    public async Task A_reader_sees_its_own_command_without_asking_for_a_drain(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Live(database);
        var progress = silo.Get<RelayProgress>();

        var answer = await Counter(silo).Do(new CounterCommand.Add(2, "w"));

        Assert.True(await progress.Reached(answer.Grain, answer.Sequence, TimeSpan.FromSeconds(30), Cancellation));
        Assert.Equal("2", await Scalar<string>(database, "SELECT payload FROM task"));
        Assert.False(await progress.Reached(answer.Grain, answer.Sequence + 1, TimeSpan.Zero, Cancellation));
    }
}
