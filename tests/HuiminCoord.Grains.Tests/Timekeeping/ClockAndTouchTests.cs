using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Timekeeping;
using HuiminCoord.Grains.Worker;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace HuiminCoord.Grains.Tests.Timekeeping;

public sealed class ClockAndTouchTests(PostgreSqlServer server) : SpineTest(server)
{
    [Fact]
    public void A_virtual_clock_moves_only_when_it_is_set_and_never_back()
    {
        var clock = CampaignClock.Virtual(Start);
        clock.Set(Start.AddDays(1));

        Assert.Equal(Start.AddDays(1), clock.Now);
        Assert.Throws<InvalidOperationException>(() => clock.Set(Start));
        Assert.Throws<InvalidOperationException>(() => CampaignClock.Live(new FakeTimeProvider(Start)).Set(Start.AddDays(2)));
    }

    [Fact]
    public async Task A_live_clock_follows_the_database_and_is_not_ready_when_it_is_too_far_off()
    {
        var silo = new FakeTimeProvider(Start);
        var clock = CampaignClock.Live(silo);
        Assert.Equal((Start, true), (clock.Now, clock.IsReady));

        // The question takes two seconds; the database answered in the middle, one second ahead of the silo.
        await clock.Sample(() =>
        {
            silo.Advance(TimeSpan.FromSeconds(2));
            return Task.FromResult(Start.AddSeconds(2));
        });
        Assert.Equal((TimeSpan.FromSeconds(1), Start.AddSeconds(3), true), (clock.Skew, clock.Now, clock.IsReady));

        await clock.Sample(() => Task.FromResult(silo.GetUtcNow().AddSeconds(-2.1)));
        Assert.False(clock.IsReady);
    }

    [Theory, EachDatabase]
    public async Task Databases_tell_the_time(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var clock = CampaignClock.Live(TimeProvider.System);

        await clock.Sample(() => database.Now(Cancellation));

        Assert.True(clock.IsReady);
    }

    [Theory, EachDatabase]
    public async Task Each_touch_wakes_what_has_become_due(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database);
        await Counter(silo, "a").Do(new CounterCommand.Add(1, "w", TimeSpan.FromSeconds(3)));
        await Counter(silo, "b").Do(new CounterCommand.Add(1, "w", TimeSpan.FromSeconds(8)));
        var time = new FakeTimeProvider(Start);
        var clock = CampaignClock.Virtual(Start);
        using var touch = new TimekeeperTouch(
            silo.Grains, silo.Get<RelayTrigger>(), clock, silo.Get<CommandMemory>(), silo.Get<WakeFailures>(), database,
            new TimekeepingOptions { RealTime = time }, NullLogger<TimekeeperTouch>.Instance);
        await touch.StartAsync(Cancellation);
        await Eventually(async () => await Count(database, "outbox") == 0, "the first touch drains the outbox");

        for (var seconds = 5; seconds <= 10; seconds += 5)
        {
            var expected = 3 * (seconds / 5);
            clock.Set(Start.AddSeconds(seconds));
            await Eventually(
                async () =>
                {
                    time.Advance(TimeSpan.FromSeconds(5));
                    return await Count(database, "inbox") == expected;
                },
                $"{expected} messages at {seconds} s");
        }

        await touch.StopAsync(Cancellation);
    }

    [Theory, EachDatabase]
    public async Task A_live_silo_wakes_and_tells_by_itself(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Live(database, new TimekeepingOptions { TouchEvery = TimeSpan.FromMilliseconds(50) });

        await Counter(silo).Do(new CounterCommand.Add(1, "w", TimeSpan.FromMilliseconds(20)));

        await Eventually(async () => await Count(database, "inbox") == 3, "three messages");
    }
}
