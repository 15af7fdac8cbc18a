using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Timekeeping;
using HuiminCoord.Grains.Worker;
using Microsoft.Extensions.Time.Testing;

namespace HuiminCoord.Grains.Tests.Timekeeping;

public sealed class TimekeeperTests(PostgreSqlServer server) : SpineTest(server)
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(15);

    [Theory, EachDatabase]
    public async Task Everything_due_is_woken_once_and_nothing_else(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database);
        await Task.WhenAll(Enumerable.Range(0, 600).Select(i => Counter(silo, $"c-{i}").Do(new CounterCommand.Add(1, "w", i < 550 ? Soon : Soon * 2))));

        Assert.Equal(new SweepReport(0, 0), await Sweep(silo, Start + Soon - TimeSpan.FromMilliseconds(1)));
        Assert.Equal(new SweepReport(550, 0), await Sweep(silo, Start + Soon));
        Assert.Equal(new SweepReport(0, 0), await Sweep(silo, Start + Soon));

        Assert.Equal(550, await Scalar<long>(database, "SELECT count(*) FROM outbox WHERE event_type LIKE '%fired'"));
        Assert.Equal(50, await Scalar<long>(database, "SELECT count(*) FROM grain_state WHERE wake_at IS NOT NULL"));
    }

    [Theory, EachDatabase]
    public async Task Overlapping_sweeps_wake_nobody_twice(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database);
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Counter(silo, $"c-{i}").Do(new CounterCommand.Add(1, "w", Soon))));

        var reports = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Sweep(silo, Start + Soon)));

        Assert.Equal(0, reports.Sum(report => report.Failed));
        Assert.Equal(100, await Scalar<long>(database, "SELECT count(*) FROM outbox WHERE event_type LIKE '%fired'"));
    }

    [Theory, EachDatabase]
    public async Task Poison_actors_are_listed_and_never_block_their_batch(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var time = new FakeTimeProvider(Start);
        var silo = await Driven(database, new TimekeepingOptions { RealTime = time, Concurrency = 4 });
        foreach (var mood in new[] { Mood.Throws, Mood.Hangs, Mood.Spins })
        {
            await Counter(silo, mood.ToString().ToLowerInvariant()).Do(new CounterCommand.Behave(mood, Start + Soon));
        }

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Counter(silo, $"well-{i}").Do(new CounterCommand.Add(1, "w", Soon))));

        var sweep = Sweep(silo, Start + Soon);
        await Eventually(async () => await Scalar<long>(database, "SELECT count(*) FROM outbox WHERE event_type LIKE '%fired'") == 20, "all well ones are woken");
        await Eventually(async () => await Count(database, "wake_failure") == 2, "two poisoned ones are listed");
        Assert.False(sweep.IsCompleted);
        await Eventually(
            () =>
            {
                time.Advance(TimeSpan.FromSeconds(10));
                return Task.FromResult(sweep.IsCompleted);
            },
            "the sweep gives up on the one that hangs");

        Assert.Equal(new SweepReport(20, 3), await sweep);
        CountingGrain.LetGo();
        var failures = await silo.Get<WakeFailures>().All(Cancellation);
        Assert.Equal(["hangs", "spins", "throws"], failures.Select(f => f.GrainKey.Split('/')[1]).Order());
        Assert.Contains("poisoned", failures.Single(f => f.GrainKey.EndsWith("throws", StringComparison.Ordinal)).Error, StringComparison.Ordinal);
        Assert.Contains("would spin", failures.Single(f => f.GrainKey.EndsWith("spins", StringComparison.Ordinal)).Error, StringComparison.Ordinal);
        Assert.All(failures, f => Assert.Equal((1, Start + Soon + TimeSpan.FromSeconds(1)), (f.Attempts, f.NotBefore)));
    }

    [Theory, EachDatabase]
    public async Task A_wake_that_would_spin_stores_nothing(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database);
        await Counter(silo).Do(new CounterCommand.Behave(Mood.Spins, Start + Soon));

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => Counter(silo).Wake(Start + Soon));

        Assert.Contains("would spin", refused.Message, StringComparison.Ordinal);
        Assert.Equal((1, 2), (await Scalar<long>(database, "SELECT version FROM grain_state"), await Count(database, "outbox")));
    }

    [Theory, EachDatabase]
    public async Task A_failing_actor_is_tried_less_and_less_often_until_it_recovers(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database);
        var now = Start + Soon;
        await Counter(silo).Do(new CounterCommand.Behave(Mood.Throws, now));
        for (var attempt = 1; attempt <= 4; attempt++)
        {
            Assert.Equal(new SweepReport(0, 1), await Sweep(silo, now));
            Assert.Equal(new SweepReport(0, 0), await Sweep(silo, now));
            var again = await silo.Get<WakeIndex>().NextWake(Campaign, cancellation: Cancellation);
            Assert.Equal(now + TimeSpan.FromSeconds(Math.Pow(2, attempt - 1)), again);
            now = again!.Value;
        }

        await Counter(silo).Do(new CounterCommand.Behave(Mood.Calm, now));

        Assert.Equal(new SweepReport(1, 0), await Sweep(silo, now));
        Assert.Empty(await silo.Get<WakeFailures>().All(Cancellation));
        Assert.Equal(TimeSpan.FromHours(1), WakeFailures.PauseAfter(1000));
    }

    [Theory, EachDatabase]
    public async Task An_actor_of_an_unknown_room_is_listed(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database);
        await Counter(silo, "lost").Do(new CounterCommand.Add(1, "w", Soon));
        await Execute(database, "UPDATE grain_state SET grain_type = 'abolished'");
        await Counter(silo, "well").Do(new CounterCommand.Add(1, "w", Soon));

        Assert.Equal(new SweepReport(1, 1), await Sweep(silo, Start + Soon));

        Assert.Equal("abolished", (await silo.Get<WakeFailures>().All(Cancellation)).Single().GrainType);
    }

    [Theory, EachDatabase]
    public async Task A_failure_whose_actor_did_its_wake_after_all_is_forgotten_and_no_other(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database);
        await Counter(silo, "done").Do(new CounterCommand.Add(1, "w"));
        await Counter(silo, "due").Do(new CounterCommand.Add(1, "w", Soon));
        await Counter(silo, "later").Do(new CounterCommand.Add(1, "w", Soon));
        var (now, at) = (Start + Soon, (Start + Soon).ToUnixTimeMilliseconds());
        await Execute(database, $"INSERT INTO wake_failure SELECT grain_type, grain_key, '{Campaign}', shard, 1, {at}, 'its silo died', {at}, {at} FROM grain_state");
        await Execute(database, $"UPDATE wake_failure SET not_before = {at + 1} WHERE grain_key = '{Campaign}/later'");

        Assert.Equal(1, await silo.Get<WakeFailures>().ForgetSettled(now, Cancellation));

        Assert.Equal([$"{Campaign}/due", $"{Campaign}/later"], (await silo.Get<WakeFailures>().All(Cancellation)).Select(f => f.GrainKey).Order());
    }

    [Theory, EachDatabase]
    public async Task A_wake_that_comes_too_early_or_twice_does_nothing(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database);
        await Counter(silo).Do(new CounterCommand.Add(1, "w", Soon));

        await Counter(silo).Wake(Start);
        await Counter(silo).Wake(Start + Soon);
        await Counter(silo).Wake(Start + Soon);
        await Counter(silo, "unborn").Wake(Start + Soon);

        Assert.Equal((1, 3), (await Count(database, "grain_state"), await Count(database, "outbox")));
    }

    [Theory, EachDatabase]
    public async Task What_became_due_long_ago_is_late_and_not_lost(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database);
        await Counter(silo).Do(new CounterCommand.Add(1, "first", Soon));
        await Counter(silo).Do(new CounterCommand.Add(1, "second", Soon * 2));

        Assert.Equal(new SweepReport(1, 0), await Sweep(silo, Start + TimeSpan.FromDays(40)));
        await Drain(silo);

        Assert.Equal((6, 3), (await Count(database, "step"), await Count(database, "inbox")));
        Assert.Equal((Start + TimeSpan.FromDays(40)).ToUnixTimeMilliseconds(), await Scalar<long>(database, "SELECT DISTINCT fired_at FROM step"));
    }

    [Theory, EachDatabase]
    public async Task Time_never_runs_backwards_within_an_actor(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database);
        await Counter(silo).Do(new CounterCommand.Add(1, "w"), at: Start + Soon);
        await Counter(silo).Do(new CounterCommand.Add(1, "w"), at: Start);

        Assert.Equal(1, await Scalar<long>(database, "SELECT count(DISTINCT at) FROM outbox"));
    }

    [Theory, EachDatabase]
    public async Task The_next_wake_is_known_per_campaign_per_shard_and_for_all(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database);
        var index = silo.Get<WakeIndex>();
        Assert.Null(await index.NextWake(cancellation: Cancellation));
        await Counter(silo).Do(new CounterCommand.Add(1, "w", Soon * 2));
        await silo.Grains.GetGrain<ICounterGrain>("test-2020-b/a").Do(new CounterCommand.Add(1, "w", Soon));
        await silo.Grains.GetGrain<ICounterGrain>("test-2021").Do(new CounterCommand.Add(1, "w", Soon * 3));

        Assert.Equal(Start + Soon, await index.NextWake(cancellation: Cancellation));
        Assert.Equal(Start + (Soon * 2), await index.NextWake(Campaign, cancellation: Cancellation));
        Assert.Equal(Start + (Soon * 3), await index.NextWake("test-2021", cancellation: Cancellation));
        Assert.Equal(Start + Soon, await index.NextWake(shard: Shards.Of("test-2020-b"), cancellation: Cancellation));
        Assert.Null(await index.NextWake("test-2022", cancellation: Cancellation));
    }
}
