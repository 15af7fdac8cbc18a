using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Worker;

namespace HuiminCoord.Grains.Tests.Relaying;

/// <summary>What a register or the database refuses stops one actor, is listed, and is lost never.</summary>
public sealed class RelayFailureTests(PostgreSqlServer server) : SpineTest(server)
{
    [Theory, EachDatabase]
    public async Task Two_messages_for_one_slot_are_a_registers_error_that_stops_only_its_actor(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database);
        await Counter(silo, "bad").Do(new CounterCommand.Add(1, "twice"));
        await Counter(silo, "bad").Do(new CounterCommand.Add(1, "after"));
        await Counter(silo, "good").Do(new CounterCommand.Add(5, "w"));

        Assert.Equal(new RelayReport(1, 0, 0, 1), await Drain(silo));

        Assert.Equal((2, 0), (await Count(database, "outbox"), await Count(database, "inbox")));
        var error = await Scalar<string>(database, "SELECT error FROM relay_failure WHERE grain_key = 'test-2020/bad'");
        Assert.Contains("slot 'twice'", error, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Another_events_message_for_a_filled_slot_is_not_lost_silently(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database);
        await Counter(silo).Do(new CounterCommand.Add(1, "slot-taken"));
        await Drain(silo);
        await Counter(silo, "b").Do(new CounterCommand.Add(1, "slot-taken"));

        Assert.Equal(1, (await Drain(silo)).Failed);

        Assert.Equal((1, 1), (await Count(database, "inbox"), await Count(database, "relay_failure")));
    }

    [Theory, EachDatabase]
    public async Task A_register_that_works_again_catches_up_and_leaves_the_list(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database);
        await Counter(silo).Do(new CounterCommand.Add(1, "unbearable"));
        await Counter(silo).Do(new CounterCommand.Add(2, "w"));
        Assert.Equal(new RelayReport(0, 0, 0, 1), await Drain(silo));
        Assert.Equal(new RelayReport(0, 0, 0, 1), await Drain(silo));
        Assert.Equal(1, await Scalar<int>(database, "SELECT attempts FROM relay_failure"));
        await using (var db = database.OpenToRead())
        {
            var failure = Assert.Single(db.RelayFailures);
            Assert.Equal(failure.LastAt.AddSeconds(1), RelayFailures.NextTry(failure));
            failure.Attempts = 30;
            Assert.Equal(failure.LastAt.AddMinutes(5), RelayFailures.NextTry(failure));
        }


        await Execute(database, "UPDATE outbox SET body = replace(body, 'unbearable', 'bearable')");
        await Execute(database, "UPDATE relay_failure SET last_at = 0");

        Assert.Equal(new RelayReport(2, 0, 0, 0), await Drain(silo));
        await Drain(silo);
        Assert.Equal(0, await Count(database, "relay_failure"));
    }

    [Theory, EachDatabase]
    public async Task A_row_that_the_database_refuses_stops_only_its_actor(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database);
        await Counter(silo, "bad").Do(new CounterCommand.Add(1, "w"));
        await Counter(silo, "good").Do(new CounterCommand.Add(1, "w"));
        await Execute(database, "INSERT INTO audit VALUES ('test-2020', 'test-counter', 'test-2020/bad', 1, 0, NULL, 'x', '{}', 4711)");

        Assert.Equal(new RelayReport(1, 0, 0, 1), await Drain(silo));

        Assert.Equal("test-2020/bad", await Scalar<string>(database, "SELECT grain_key FROM relay_failure"));
    }
}
