using System.Security.Cryptography;
using System.Text;
using HuiminCoord.Domain.Channels;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Grains.Tests;
using Microsoft.AspNetCore.Http;

namespace HuiminCoord.Server.Tests.Channels;

/// <summary>What becomes of messages on their way to receivers that take them, refuse them, or say nothing.</summary>
public sealed class HandoverTests(PostgreSqlServer server) : ChannelTest(server)
{
    [Theory, EachDatabase]
    public async Task Messages_reach_both_receivers_in_order_under_one_id(DatabaseProvider provider)
    {
        await using var mail = new SmtpReceiver();
        await using var web = await HttpReceiver.Start();
        await using var world = new ChannelWorld(await NewDatabase(provider), ChannelWorld.Settings(mail));
        await world.SetMail();
        await world.SetWebhook(web.Url);
        await world.Tell(45);

        while (await world.Pass() > 0)
        {
        }

        var numbers = Enumerable.Range(1, 45).Select(n => (long)n).ToList();
        Assert.Equal(numbers.Select(n => DeliveryId.Of(ChannelWorld.Campaign, ChannelWorld.Liaison, n, ChannelKind.Mail)), mail.Taken.Select(m => m.Id));
        Assert.Equal(numbers.Select(n => DeliveryId.Of(ChannelWorld.Campaign, ChannelWorld.Liaison, n, ChannelKind.Webhook)), web.Taken.Select(r => r.Id));
        Assert.Equal(numbers, web.Taken.Select(r => (long)r.Json["seq"]!));
        Assert.All(await world.Deliveries(), d => Assert.Equal((DeliveryOutcomes.Sent, 1, null), (d.Outcome, d.Attempts, d.Error)));
        Assert.Equal((90, 45L, 45L), ((await world.Deliveries()).Count, (await world.Channel(ChannelKind.Mail)).Cursor, (await world.Channel(ChannelKind.Webhook)).Cursor));
    }

    [Fact]
    public async Task A_mail_holds_title_date_and_link_and_nothing_else()
    {
        await using var mail = new SmtpReceiver();
        await using var world = new ChannelWorld(await NewDatabase(), ChannelWorld.Settings(mail));
        await world.SetMail();
        await Owe(world, "monthly-2020-09", new(2020, 9, 28));
        await world.Tell(data: """{"steps":[{"duty":"monthly-2020-09","rung":"t-5"}],"open":["monthly-2020-09"]}""");

        await world.Pass();

        var taken = Assert.Single(mail.Taken);
        Assert.Equal(("huimin@example.org", "jia@example.org"), (taken.From, taken.To));
        Assert.Equal($"{taken.Id}@example.org", taken.Mail.MessageId);
        Assert.Equal("【联席会议办公室】今日请报送：2020年9月小结和统计表", taken.Mail.Subject);
        Assert.Equal($"{taken.Mail.Subject}，时限9月28日，请登录办理。https://huimin.example.org/m/huimin-2020/jiaoyu/liaison/1", taken.Text);
        Assert.Equal(("auto-generated", "text/plain; charset=utf-8"), (taken.Mail.Headers["Auto-Submitted"], $"{taken.Mail.Body!.ContentType.MimeType}; charset={taken.Mail.Body.ContentType.Charset}"));
        Assert.Equal(world.Time.GetUtcNow(), taken.Mail.Date);
    }

    [Fact]
    public async Task A_plain_webhook_is_signed_and_holds_no_body()
    {
        await using var web = await HttpReceiver.Start();
        await using var world = new ChannelWorld(await NewDatabase(), ChannelWorld.Settings());
        await world.SetWebhook(new Uri(web.Url, "/take?key=canary-key"));
        await world.Tell();

        await world.Pass();

        var taken = Assert.Single(web.Taken);
        Assert.Equal(("/take", "?key=canary-key", "application/json; charset=utf-8"), (taken.Path, taken.Query, taken.Headers["Content-Type"]));
        string[] names = ["delivery", "campaign", "recipient", "seq", "kind", "at", "title", "due", "link", "text"];
        Assert.Equal(names, taken.Json.AsObject().Select(p => p.Key));
        Assert.Equal(taken.Id, (string?)taken.Json["delivery"]);
        var parts = taken.Headers["X-HuiminCoord-Signature"].Split(',').Select(p => p.Split('=')).ToDictionary(p => p[0], p => p[1]);
        Assert.Equal($"{world.Time.GetUtcNow().ToUnixTimeSeconds()}", parts["t"]);
        // As deploy/README.md tells receivers to verify it.
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(ChannelWorld.Secret), Encoding.UTF8.GetBytes($"{parts["t"]}.{taken.Body}"));
        Assert.Equal(Convert.ToHexStringLower(expected), parts["v1"]);
        Assert.DoesNotContain("traceparent", taken.Headers.Keys, StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_failing_message_holds_its_channel_up_and_goes_again_under_the_same_id()
    {
        await using var web = await HttpReceiver.Start();
        await using var world = new ChannelWorld(await NewDatabase(), ChannelWorld.Settings());
        await world.SetWebhook(web.Url);
        web.Answer = (_, http) => Status(http, web.Taken.Count < 3 ? 503 : 204);
        await world.Tell(2);

        await world.Pass();
        Assert.Equal(("http-503", 1, 0L), ((await world.Channel(ChannelKind.Webhook)).LastError, (await world.Channel(ChannelKind.Webhook)).Attempts, (await world.Channel(ChannelKind.Webhook)).Cursor));
        world.Time.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(0, await world.Pass());
        world.Time.Advance(TimeSpan.FromSeconds(1));
        await world.Pass();
        world.Time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(0, await world.Pass());
        world.Time.Advance(TimeSpan.FromSeconds(1));
        await world.Pass();

        Assert.Equal([1, 1, 1, 2], web.Taken.Select(r => (int)r.Json["seq"]!));
        Assert.Single(web.Taken.Take(3).Select(r => r.Id).Distinct());
        Assert.Equal([(1L, 3), (2L, 1)], (await world.Deliveries()).Select(d => (d.Seq, d.Attempts)));
        Assert.Null((await world.Channel(ChannelKind.Webhook)).LastError);
    }

    [Fact]
    public async Task A_receiver_that_never_answers_costs_a_message_a_day_and_those_behind_it_three_attempts()
    {
        await using var web = await HttpReceiver.Start();
        await using var world = new ChannelWorld(await NewDatabase(), ChannelWorld.Settings());
        await world.SetWebhook(web.Url);
        web.Answer = (_, http) => Status(http, 500);
        await world.Tell(2);

        for (var hours = 0; hours < 30; hours++)
        {
            await world.Pass();
            world.Time.Advance(TimeSpan.FromHours(1));
        }

        await world.Tell();
        await world.Pass();
        world.Time.Advance(TimeSpan.FromHours(1));
        await world.Pass();
        world.Time.Advance(TimeSpan.FromHours(1));
        web.Answer = (_, http) => Status(http, 200);
        await world.Pass();

        Assert.Equal(
            [(1L, "given-up", 26, "http-500"), (2L, "given-up", 3, "http-500"), (3L, "sent", 3, null)],
            (await world.Deliveries()).Select(d => (d.Seq, d.Outcome, d.Attempts, d.Error)));
        Assert.Equal(2, world.Log.Lines.Count(l => l.Contains("was given up on its Webhook channel: http-500", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("550 no such mailbox", "smtp-550", true)]
    [InlineData("552 mailbox full", "smtp-552", false)]
    [InlineData("450 try later", "smtp-450", false)]
    [InlineData("421 closing", "smtp-421", false)]
    public async Task A_mailbox_that_is_refused_for_good_is_given_up_at_once(string reply, string error, bool givenUp)
    {
        await using var mail = new SmtpReceiver { Recipient = _ => reply };
        await using var world = new ChannelWorld(await NewDatabase(), ChannelWorld.Settings(mail));
        await world.SetMail();
        await world.Tell();

        await world.Pass();

        Assert.Equal((error, givenUp ? 1L : 0L), ((await world.Channel(ChannelKind.Mail)).LastError, (await world.Channel(ChannelKind.Mail)).Cursor));
        Assert.Equal(givenUp ? ["given-up"] : [], (await world.Deliveries()).Select(d => d.Outcome));
    }

    [Theory]
    [InlineData(410, true)]
    [InlineData(422, true)]
    [InlineData(404, false)]
    [InlineData(401, false)]
    [InlineData(500, false)]
    public async Task A_webhook_that_is_gone_for_good_is_given_up_at_once(int status, bool givenUp)
    {
        await using var web = await HttpReceiver.Start();
        await using var world = new ChannelWorld(await NewDatabase(), ChannelWorld.Settings());
        await world.SetWebhook(web.Url);
        web.Answer = (_, http) => Status(http, status);
        await world.Tell();

        await world.Pass();

        Assert.Equal(givenUp ? 1 : 0, (await world.Channel(ChannelKind.Webhook)).Cursor);
        Assert.Equal(givenUp ? [$"http-{status}"] : [], (await world.Deliveries()).Select(d => d.Error));
    }

    [Fact]
    public async Task A_receiver_that_asks_for_a_pause_gets_it()
    {
        await using var web = await HttpReceiver.Start();
        await using var world = new ChannelWorld(await NewDatabase(), ChannelWorld.Settings());
        await world.SetWebhook(web.Url);
        web.Answer = (_, http) =>
        {
            http.Response.Headers.RetryAfter = "600";
            return Status(http, 429);
        };
        await world.Tell();

        await world.Pass();

        Assert.Equal(world.Time.GetUtcNow().AddMinutes(10), (await world.Channel(ChannelKind.Webhook)).NotBefore);
    }

    private static Task Status(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static Task Owe(ChannelWorld world, string duty, DateOnly due) => world.Database.Write((db, _) =>
    {
        db.Obligations.Add(new ObligationRow
        {
            Campaign = ChannelWorld.Campaign, Unit = "jiaoyu", Duty = duty, Kind = "monthly", Title = duty, Due = due, DoBy = due, Provisional = false, Stage = "open", Parts = "{}", EnteredLate = false, Payload = "{}",
        });
        return Task.CompletedTask;
    });
}
