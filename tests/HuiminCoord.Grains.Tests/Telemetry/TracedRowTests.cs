using System.Diagnostics;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Telemetry;
using HuiminCoord.Grains.Worker;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuiminCoord.Grains.Tests.Telemetry;

/// <summary>Rows carry a trace over the places where nothing calls anything. Listeners hear the whole process, so nothing runs beside.</summary>
[CollectionDefinition(nameof(TracedRowTests), DisableParallelization = true)]
[Collection(nameof(TracedRowTests))]
public sealed class TracedRowTests(PostgreSqlServer server) : SpineTest(server)
{
    /// <summary>A command that the test register makes a message of.</summary>
    private static readonly CounterCommand.Add Telling = new(1, "slot-taken");

    [Theory, EachDatabase]
    public async Task A_write_s_trace_goes_with_its_rows_into_the_inbox_and_not_into_the_audit(DatabaseProvider provider)
    {
        var heard = new List<Activity>();
        using var listener = Listen(heard);
        var database = await NewDatabase(provider);
        var silo = await Driven(database, configure: services => services.AddSingleton<IIncomingGrainCallFilter, Caller>());

        await Counter(silo).Do(Telling);
        var kept = Assert.Single(await Rows(database, db => db.Outbox));
        await Drain(silo);
        var told = Assert.Single(await Rows(database, db => db.Inbox));
        var audited = Assert.Single(await Rows(database, db => db.Audit));

        var write = ActivityContext.Parse(kept.Trace!, null);
        var work = Assert.Single(heard, a => a.Id == told.Trace);
        Assert.Equal(("relay event", write.TraceId, write.SpanId), (work.OperationName, work.TraceId, work.ParentSpanId));
        Assert.Contains(heard, a => a.OperationName == "decide command" && a.Id == kept.Trace);
        Assert.DoesNotContain(write.TraceId.ToHexString(), $"{audited.Body} {told.Body} {told.Data}", StringComparison.Ordinal);
        Assert.InRange(told.ToldAt!.Value - kept.KeptAt!.Value, TimeSpan.FromMilliseconds(-50), TimeSpan.FromMinutes(1));
    }

    [Theory, EachDatabase]
    public async Task While_nobody_listens_no_row_carries_anything(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database, configure: services => services.AddSingleton<IIncomingGrainCallFilter, Caller>());

        await Counter(silo).Do(Telling);
        var kept = Assert.Single(await Rows(database, db => db.Outbox));
        await Drain(silo);

        Assert.Null(kept.Trace);
        Assert.Null(Assert.Single(await Rows(database, db => db.Inbox)).Trace);
        Assert.Equal(0, await Scalar<long>(database, $"SELECT count(*) FROM grain_state WHERE {Text(provider)} LIKE '%trace%'"));
    }

    [Theory, EachDatabase]
    public async Task A_relay_transaction_that_fails_leaves_failed_spans_and_the_next_one_tells_in_the_same_trace(DatabaseProvider provider)
    {
        var heard = new List<Activity>();
        using var listener = Listen(heard);
        var database = await NewDatabase(provider);
        var silo = await Driven(database, configure: services => services.AddSingleton<IIncomingGrainCallFilter, Caller>());
        await Counter(silo, "good").Do(Telling);
        await Counter(silo, "bad").Do(new CounterCommand.Add(1, "unbearable"));

        await Drain(silo);

        var trace = ActivityContext.Parse(Assert.Single(await Rows(database, db => db.Inbox)).Trace!, null).TraceId;
        Assert.Single(heard, a => a.OperationName == "relay event" && a.TraceId == trace && a.Status == ActivityStatusCode.Unset);
        Assert.Equal(
            [ActivityStatusCode.Error, ActivityStatusCode.Unset],
            heard.Where(a => a.OperationName == "relay batch").Select(a => a.Status));
        Assert.Null(Activity.Current);
    }

    [Theory, EachDatabase]
    public async Task What_an_older_program_kept_is_told_after_the_upgrade(DatabaseProvider provider)
    {
        var database = Open(provider, await NewPlace(provider));
        await SchemaUpgrade.Run(database, [.. SchemaScripts.All(provider).Take(3)], Cancellation);
        var at = DateTimeOffset.UtcNow.AddMinutes(-1).ToUnixTimeMilliseconds();
        await Execute(database, $$"""
            INSERT INTO outbox (shard, at, grain_type, grain_key, seq, campaign, event_type, body)
            VALUES ({{Shards.Of(Campaign)}}, {{at}}, 'test-counter', '{{Campaign}}/a', 1, '{{Campaign}}', 'test.counter.added', '{"$type":"test.counter.added","amount":1,"wish":"slot-taken"}')
            """);

        await database.CreateOrUpgrade(Cancellation);
        var silo = await Driven(database);
        var sample = await silo.Get<OutboxWatch>().Look(Cancellation);
        await Drain(silo);

        Assert.Equal((1, 0, at), (sample.Depth, sample.Parked, sample.OldestKeptAt!.Value.ToUnixTimeMilliseconds()));
        Assert.Equal(0, await Count(database, "outbox"));
        Assert.NotNull(Assert.Single(await Rows(database, db => db.Inbox)).ToldAt);
    }

    [Theory, EachDatabase]
    public async Task Events_of_a_refused_actor_are_counted_as_parked_and_have_no_age(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database);
        await Counter(silo, "bad").Do(new CounterCommand.Add(1, "unbearable"));
        await Drain(silo);

        var sample = await silo.Get<OutboxWatch>().Look(Cancellation);

        Assert.Equal(new OutboxSample(1, 1, null), sample);
        Assert.Equal(TimeSpan.Zero, sample.AgeAt(DateTimeOffset.MaxValue));
    }

    private static string Text(DatabaseProvider provider) => provider == DatabaseProvider.Sqlite ? "CAST(payload AS TEXT)" : "convert_from(payload, 'UTF8')";

    private static async Task<List<T>> Rows<T>(CoordinationDatabase database, Func<CoordinationDb, IQueryable<T>> table)
    {
        await using var db = database.OpenToRead();
        return await table(db).ToListAsync(Cancellation);
    }

    private static ActivityListener Listen(List<Activity> heard)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Traces.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (heard)
                {
                    heard.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    /// <summary>Stands for Orleans' propagation: every call comes from somewhere.</summary>
    private sealed class Caller : IIncomingGrainCallFilter
    {
        public async Task Invoke(IIncomingGrainCallContext context)
        {
            using var span = Traces.Begin("call");
            await context.Invoke();
        }
    }
}
