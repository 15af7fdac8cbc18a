using HuiminCoord.Domain.Channels;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Grains.Tests;
using HuiminCoord.Server.Channels;

namespace HuiminCoord.Server.Tests.Channels;

/// <summary>Many channels at once, slow ones among them; several processes on one database, and what a dead one leaves behind.</summary>
public sealed class DispatcherTests(PostgreSqlServer server) : ChannelTest(server)
{
    [Fact]
    public async Task A_slow_receiver_holds_up_nobody_else()
    {
        await using var slow = await HttpReceiver.Start();
        await using var quick = await HttpReceiver.Start();
        await using var mail = new SmtpReceiver();
        await using var world = new ChannelWorld(await NewDatabase(), ChannelWorld.Settings(mail));
        slow.Answer = (_, http) => Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        string[] units = ["minzheng", "nongmu", "gongxin", "weijian"];
        await world.SetWebhook(slow.Url, "scjg/liaison");
        await world.SetMail("scjg/liaison");
        foreach (var unit in units)
        {
            await world.SetWebhook(quick.Url, $"{unit}/liaison");
        }

        await world.Tell(3, "scjg/liaison");
        foreach (var unit in units)
        {
            await world.Tell(30, $"{unit}/liaison");
        }

        await world.Dispatch();
        await world.Until(() => quick.Taken.Count == units.Length * 30 && mail.Taken.Count == 3);

        Assert.Single(slow.Taken);
        Assert.All(quick.Taken.GroupBy(r => (string)r.Json["recipient"]!), g => Assert.Equal(Enumerable.Range(1, 30), g.Select(r => (int)r.Json["seq"]!)));
    }

    [Fact]
    public async Task A_server_that_stops_gives_its_claims_back()
    {
        await using var web = await HttpReceiver.Start();
        var database = await NewDatabase();
        await using var world = new ChannelWorld(database, ChannelWorld.Settings());
        var asked = new TaskCompletionSource();
        web.Answer = (_, http) =>
        {
            asked.TrySetResult();
            return Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };
        await world.SetWebhook(web.Url);
        await world.Tell();
        var dispatcher = await world.Dispatch();
        await world.Until(() => asked.Task.IsCompleted);

        var stop = dispatcher.StopAsync(Cancellation);
        await world.Until(() => stop.IsCompleted);

        var channel = await world.Channel(ChannelKind.Webhook);
        Assert.Equal((DateTimeOffset.UnixEpoch, 0, 0L, null), (channel.LeasedUntil, channel.Attempts, channel.Cursor, channel.LastError));
    }

    [Fact]
    public async Task Two_processes_of_one_database_send_each_message_once_and_in_order()
    {
        await using var web = await HttpReceiver.Start();
        await using var mail = new SmtpReceiver();
        var place = await NewPlace();
        await using var one = new ChannelWorld(await NewDatabase(DatabaseProvider.PostgreSql, place), ChannelWorld.Settings(mail));
        await using var two = new ChannelWorld(await NewDatabase(DatabaseProvider.PostgreSql, place), ChannelWorld.Settings(mail), one.Time);
        var recipients = Enumerable.Range(1, 12).Select(n => $"unit-{n}/liaison").ToList();
        foreach (var recipient in recipients)
        {
            await one.SetWebhook(web.Url, recipient);
            await one.SetMail(recipient);
            await one.Tell(50, recipient);
        }

        await one.Dispatch();
        await two.Dispatch();
        await one.Until(() => web.Taken.Count >= 600 && mail.Taken.Count >= 600);

        Assert.All(web.Taken.GroupBy(r => (string)r.Json["recipient"]!), g => Assert.Equal(Enumerable.Range(1, 50), g.Select(r => (int)r.Json["seq"]!)));
        Assert.Equal(600, mail.Taken.Select(m => m.Id).Distinct().Count());
        Assert.Equal((600, 600), (web.Taken.Count, mail.Taken.Count));
    }

    [Theory, EachDatabase]
    public async Task What_a_dead_process_had_claimed_goes_on_when_its_lease_has_run_out_under_the_same_id(DatabaseProvider provider)
    {
        await using var web = await HttpReceiver.Start();
        var database = await NewDatabase(provider);
        await using var dead = new ChannelWorld(database, ChannelWorld.Settings());
        await using var living = new ChannelWorld(database, ChannelWorld.Settings(), dead.Time);
        await dead.SetWebhook(web.Url);
        await dead.Tell(2);
        // It dies here: the receiver has said yes, and nothing was committed. KillTests does it to a real process.
        var claimed = Assert.Single(await dead.Get<ChannelQueue>().Claim(ChannelKind.Webhook, 1, Cancellation));
        var message = (await dead.Get<WaitingMessages>().Of(claimed, Cancellation))[0];
        Assert.Equal(Attempt.Taken, await dead.Get<Handover>().Send(claimed, message.Outside, Cancellation));

        Assert.Equal(0, await living.Pass());
        dead.Time.Advance(ChannelQueue.Lease);
        Assert.Equal(1, await living.Pass());

        Assert.Equal([1, 1, 2], web.Taken.Select(r => (int)r.Json["seq"]!));
        Assert.Equal(web.Taken[0].Id, web.Taken[1].Id);
        // The dead one was only frozen, and comes back: its claim has lost its meaning.
        Assert.False(await dead.Get<ChannelQueue>().Settle(claimed, message.Outside, new(DeliveryOutcomes.Sent, 0, TimeSpan.Zero), null, 1, true, Cancellation));
        Assert.Equal((2, 2L), ((await living.Deliveries()).Count, (await living.Channel(ChannelKind.Webhook)).Cursor));
    }

    [Fact]
    public async Task A_restarted_server_of_a_SQLite_database_does_not_wait_for_its_predecessor_s_leases()
    {
        await using var web = await HttpReceiver.Start();
        var database = await NewDatabase();
        await using var dead = new ChannelWorld(database, ChannelWorld.Settings());
        await dead.SetWebhook(web.Url);
        await dead.Tell();
        await dead.Get<ChannelQueue>().Claim(ChannelKind.Webhook, 1, Cancellation);

        await using var living = new ChannelWorld(database, ChannelWorld.Settings(), dead.Time);
        await living.Dispatch();

        await living.Until(() => web.Taken.Count == 1);
        Assert.True(dead.Time.GetUtcNow() - dead.Time.Start < ChannelQueue.Lease);
    }

    [Fact]
    public async Task A_channel_begins_with_the_next_message_and_a_new_address_goes_on_with_what_waits()
    {
        await using var web = await HttpReceiver.Start();
        await using var world = new ChannelWorld(await NewDatabase(), ChannelWorld.Settings());
        await world.Tell(5);
        await world.SetWebhook(new("http://127.0.0.1:1/"));
        Assert.Equal(0, await world.Pass());
        await world.Tell(2);
        await world.Pass();

        await world.SetWebhook(web.Url);
        await world.Pass();

        Assert.Equal([6, 7], web.Taken.Select(r => (int)r.Json["seq"]!));
    }

    [Fact]
    public async Task A_new_holder_of_the_seat_does_not_inherit_the_former_one_s_address()
    {
        await using var web = await HttpReceiver.Start();
        await using var world = new ChannelWorld(await NewDatabase(), ChannelWorld.Settings());
        await Name(world, "联络人甲", new(2020, 9, 1));
        await world.SetWebhook(web.Url);
        await world.Tell();
        await world.Pass();
        await Name(world, "联络人乙", new(2020, 9, 22));
        await world.Tell();

        await world.Pass();
        Assert.Equal((false, "seat-changed", 1L), ((await world.Channel(ChannelKind.Webhook)).Enabled, (await world.Channel(ChannelKind.Webhook)).LastError, (await world.Channel(ChannelKind.Webhook)).Cursor));
        Assert.Equal(0, await world.Pass());
        await world.SetWebhook(web.Url);
        await world.Tell();
        await world.Pass();

        // What the former holder was told meanwhile stays in the inbox.
        Assert.Equal([1, 3], web.Taken.Select(r => (int)r.Json["seq"]!));
    }

    [Fact]
    public async Task A_rehearsal_that_was_not_told_where_sends_nothing()
    {
        await using var web = await HttpReceiver.Start();
        var settings = ChannelWorld.Settings() with { Allowed = Server.Channels.Reaching.NetworkList.Empty };
        await using var world = new ChannelWorld(await NewDatabase(), settings, clock: CampaignClock.Virtual(new DateTimeOffset(2020, 9, 22, 1, 0, 0, TimeSpan.Zero)));
        await world.SetWebhook(web.Url);
        await world.Tell();

        var dispatcher = await world.Dispatch();

        await dispatcher.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(10), Cancellation);
        Assert.Equal((0, 0L), (web.Taken.Count, (await world.Channel(ChannelKind.Webhook)).Cursor));
    }

    private static Task Name(ChannelWorld world, string holder, DateOnly from) => world.Database.Write((db, _) =>
    {
        db.Seats.Add(new SeatRow { Campaign = ChannelWorld.Campaign, Unit = "jiaoyu", Seat = "liaison", ValidFrom = from, Holder = holder });
        return Task.CompletedTask;
    });
}
