using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Worker;

namespace HuiminCoord.Grains.Tests.Keeping;

public sealed class IdempotencyTests(PostgreSqlServer server) : SpineTest(server)
{
    private static readonly CommandKey Key = new("key-1", "hash-1");

    [Theory, EachDatabase]
    public async Task A_repeated_command_is_answered_as_the_first_time(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var counter = Counter(await Driven(database));
        var first = await counter.Do(new CounterCommand.Add(2, "w"), Key);

        var again = await counter.Do(new CounterCommand.Add(2, "w"), Key);

        Assert.Equal(first with { Replayed = true }, again);
        Assert.Equal(2, await counter.Total());
    }

    [Theory, EachDatabase]
    public async Task A_repetition_is_recognised_after_the_actor_has_moved_on(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var counter = Counter(await Driven(database));
        var first = await counter.Do(new CounterCommand.Add(2, "w"), Key);
        await counter.Do(new CounterCommand.Add(3, "w"), new CommandKey("key-2", "hash-2"));
        await counter.Do(new CounterCommand.Add(4, "w"));

        var again = await counter.Do(new CounterCommand.Add(2, "w"), Key);

        Assert.Equal(first with { Replayed = true }, again);
        Assert.Equal(9, await counter.Total());
        Assert.Equal(3, await Count(database, "outbox"));
        Assert.Equal(4, (await counter.Do(new CounterCommand.Add(1, "w"), new CommandKey("key-3", "h"))).Sequence);
    }

    [Theory, EachDatabase]
    public async Task Another_wish_under_a_used_key_is_refused(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var counter = Counter(await Driven(database));
        await counter.Do(new CounterCommand.Add(2, "w"), Key);

        var soon = await counter.Do(new CounterCommand.Add(5, "w"), Key with { BodyHash = "other" });
        await counter.Do(new CounterCommand.Add(3, "w"));
        var later = await counter.Do(new CounterCommand.Add(5, "w"), Key with { BodyHash = "other" });

        Assert.All([soon, later], answer => Assert.Equal(("command.key-reused", false), (answer.Refusal?.Code, answer.Changed)));
        Assert.Equal(5, await counter.Total());
    }

    [Theory, EachDatabase]
    public async Task A_repetition_that_now_yields_nothing_or_a_refusal_is_still_answered_as_the_first_time(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var counter = Counter(await Driven(database));
        var first = await counter.Do(new CounterCommand.Set(7), Key);
        await counter.Do(new CounterCommand.Add(1, "w"));
        await counter.Do(new CounterCommand.Set(7));

        var nothing = await counter.Do(new CounterCommand.Set(7), Key);
        var refused = await counter.Do(new CounterCommand.Add(-1, "w"), Key);

        Assert.All([nothing, refused], answer => Assert.Equal(first with { Replayed = true }, answer));
    }

    [Theory, EachDatabase]
    public async Task A_refusal_is_not_remembered(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var counter = Counter(await Driven(database));

        var refused = await counter.Do(new CounterCommand.Add(-1, "w"), Key);
        var carriedOut = await counter.Do(new CounterCommand.Add(1, "w"), Key);

        Assert.Equal("counter.negative", refused.Refusal?.Code);
        Assert.Equal((true, false, 1), (carriedOut.Changed, carriedOut.Replayed, carriedOut.Sequence));
    }

    [Theory, EachDatabase]
    public async Task Concurrent_duplicates_are_carried_out_once(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var counter = Counter(await Driven(database));

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(i =>
            counter.Do(new CounterCommand.Add(1, "w"), new CommandKey($"key-{i % 3}", "h"))));

        Assert.Equal(3, await counter.Total());
        Assert.Equal(3, answers.Count(answer => !answer.Replayed));
        Assert.Equal([1L, 2L, 3L], answers.Select(answer => answer.Sequence).Distinct().Order());
    }

    [Theory, EachDatabase]
    public async Task The_same_key_may_be_used_by_two_actors(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database);

        Assert.True((await Counter(silo, "a").Do(new CounterCommand.Add(1, "w"), Key)).Changed);
        Assert.False((await Counter(silo, "b").Do(new CounterCommand.Add(1, "w"), Key)).Replayed);
    }

    [Theory, EachDatabase]
    public async Task A_key_is_forgotten_after_a_day_of_real_time(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database);
        await Counter(silo).Do(new CounterCommand.Add(1, "w"), Key);
        await Counter(silo).Do(new CounterCommand.Add(1, "w"), new CommandKey("key-2", "h"));
        var memory = silo.Get<CommandMemory>();

        Assert.Equal(0, await memory.Forget(Cancellation));
        await Execute(database, "UPDATE idempotency SET at_real = at_real - 86400001 WHERE key = 'key-1'");
        Assert.Equal(1, await memory.Forget(Cancellation));

        Assert.False((await Counter(silo).Do(new CounterCommand.Add(1, "w"), Key)).Replayed);
        Assert.True((await Counter(silo).Do(new CounterCommand.Add(1, "w"), new CommandKey("key-2", "h"))).Replayed);
    }

    [Theory, EachDatabase]
    public async Task Real_time_is_kept_even_when_the_campaign_is_rehearsed(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        await Counter(await Driven(database)).Do(new CounterCommand.Add(1, "w"), Key);

        var at = DateTimeOffset.FromUnixTimeMilliseconds(await Scalar<long>(database, "SELECT at_real FROM idempotency"));

        Assert.InRange(at, await database.Now(Cancellation) - TimeSpan.FromMinutes(5), await database.Now(Cancellation));
    }
}
