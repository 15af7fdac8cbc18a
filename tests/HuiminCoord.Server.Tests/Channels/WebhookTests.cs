using System.Text;
using HuiminCoord.Domain.Channels;
using HuiminCoord.Grains.Tests;
using HuiminCoord.Server.Channels.Reaching;
using Microsoft.AspNetCore.Http;

namespace HuiminCoord.Server.Tests.Channels;

/// <summary>Robots of chat groups, and receivers that answer too much, too slowly, or nonsense.</summary>
public sealed class WebhookTests(PostgreSqlServer server) : ChannelTest(server)
{
    private const string Taken = """{"errcode":0,"errmsg":"ok"}""";

    [Fact]
    public async Task A_WeCom_robot_gets_its_text()
    {
        await using var web = await HttpReceiver.Start();
        await using var world = new ChannelWorld(await NewDatabase(), ChannelWorld.Settings());
        await world.SetWebhook(new Uri(web.Url, "/cgi-bin/webhook/send?key=canary-key"), template: WebhookTemplate.WeCom);
        web.Answer = (_, http) => http.Response.WriteAsync(Taken);
        await world.Tell(title: "请报送：“方案”\r\n第二行");

        await world.Pass();

        var taken = Assert.Single(web.Taken);
        Assert.Equal("""{"msgtype":"text","text":{"content":"【联席会议办公室】请报送：“方案” 第二行，请登录办理。https://huimin.example.org/m/huimin-2020/jiaoyu/liaison/1"}}""", taken.Body);
        Assert.Equal(("?key=canary-key", 1L, false), (taken.Query, (await world.Channel(ChannelKind.Webhook)).Cursor, taken.Headers.ContainsKey("X-HuiminCoord-Signature")));
    }

    [Fact]
    public async Task A_DingTalk_robot_s_address_is_signed_for_each_attempt()
    {
        await using var web = await HttpReceiver.Start();
        await using var world = new ChannelWorld(await NewDatabase(), ChannelWorld.Settings());
        await world.SetWebhook(new Uri(web.Url, "/robot/send?access_token=canary-token"), template: WebhookTemplate.DingTalk);
        web.Answer = (_, http) => http.Response.WriteAsync(Taken);
        await world.Tell();

        await world.Pass();

        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(Assert.Single(web.Taken).Query);
        Assert.Equal(("canary-token", $"{world.Time.GetUtcNow().ToUnixTimeMilliseconds()}"), ((string?)query["access_token"], (string?)query["timestamp"]));
        Assert.Equal(Vector, (string?)query["sign"]);
    }

    /// <summary>Computed by another program: HMAC-SHA256 over "1600736400000\n" and the secret, base64.</summary>
    private const string Vector = "8uHl/fxM413hmpNJMqEbvOKdfwSnvJQbRij1zGal/vY=";

    [Fact]
    public void A_plain_signature_is_what_another_program_computes() => Assert.Equal(
        "t=1600736400,v1=7af93b098b66bb661063553b32d380e0fc7c10617e1a588751fdff605be9696b",
        WebhookRequests.Signature(Encoding.UTF8.GetBytes("""{"title":"报送"}"""), ChannelWorld.Secret, DateTimeOffset.FromUnixTimeSeconds(1600736400)));

    [Theory]
    [InlineData("""{"errcode":310000,"errmsg":"sign not match"}""", "robot-310000")]
    [InlineData("""{"errcode":45009,"errmsg":"api freq out of limit"}""", "robot-45009")]
    [InlineData("""{"errcode":"0"}""", "answer-unreadable")]
    [InlineData("""{"errmsg":"ok"}""", "answer-unreadable")]
    [InlineData("[0]", "answer-unreadable")]
    [InlineData("<html>", "answer-unreadable")]
    [InlineData("", "answer-unreadable")]
    public async Task A_robot_that_does_not_say_yes_has_not_taken_it(string answer, string error)
    {
        await using var web = await HttpReceiver.Start();
        await using var world = new ChannelWorld(await NewDatabase(), ChannelWorld.Settings());
        await world.SetWebhook(web.Url, template: WebhookTemplate.WeCom);
        web.Answer = (_, http) => http.Response.WriteAsync(answer);
        await world.Tell();

        await world.Pass();

        Assert.Equal((error, 0L, 1), ((await world.Channel(ChannelKind.Webhook)).LastError, (await world.Channel(ChannelKind.Webhook)).Cursor, (await world.Channel(ChannelKind.Webhook)).Attempts));
    }

    [Theory]
    [InlineData(WebhookTemplate.Plain, null)]
    [InlineData(WebhookTemplate.WeCom, "answer-unreadable")]
    public async Task A_huge_answer_is_not_read(WebhookTemplate template, string? error)
    {
        await using var web = await HttpReceiver.Start();
        await using var world = new ChannelWorld(await NewDatabase(), ChannelWorld.Settings());
        await world.SetWebhook(web.Url, template: template);
        var (written, ended) = (0L, new TaskCompletionSource());
        web.Answer = async (_, http) =>
        {
            try
            {
                while (written < 1L << 31)
                {
                    await http.Response.Body.WriteAsync(new byte[1 << 16], http.RequestAborted);
                    written += 1 << 16;
                }
            }
            finally
            {
                ended.SetResult();
            }
        };
        await world.Tell();

        await world.Pass();

        await ended.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancellation);
        Assert.True(written < 1 << 27, $"{written} bytes were taken.");
        Assert.Equal(error, (await world.Channel(ChannelKind.Webhook)).LastError);
    }

    [Fact]
    public async Task Huge_headers_are_not_taken()
    {
        await using var web = await HttpReceiver.Start();
        await using var world = new ChannelWorld(await NewDatabase(), ChannelWorld.Settings());
        await world.SetWebhook(web.Url);
        web.Answer = (_, http) =>
        {
            http.Response.Headers["X-Long"] = new string('x', 40_000);
            return Task.CompletedTask;
        };
        await world.Tell();

        await world.Pass();

        Assert.Equal("answer-unreadable", (await world.Channel(ChannelKind.Webhook)).LastError);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_receiver_that_is_too_slow_has_failed_even_if_it_drips(bool drips)
    {
        await using var web = await HttpReceiver.Start();
        await using var world = new ChannelWorld(await NewDatabase(), ChannelWorld.Settings());
        await world.SetWebhook(web.Url, template: WebhookTemplate.WeCom);
        var asked = new TaskCompletionSource();
        web.Answer = async (_, http) =>
        {
            if (drips)
            {
                await http.Response.WriteAsync("{", http.RequestAborted);
                await http.Response.Body.FlushAsync(http.RequestAborted);
            }

            asked.SetResult();
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        };
        await world.Tell();

        var pass = world.Pass();
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancellation);
        world.Time.Advance(TimeSpan.FromSeconds(20));
        await pass.WaitAsync(TimeSpan.FromSeconds(10), Cancellation);

        Assert.Equal(("timed-out", 1), ((await world.Channel(ChannelKind.Webhook)).LastError, (await world.Channel(ChannelKind.Webhook)).Attempts));
    }

    [Fact]
    public async Task A_receiver_that_is_dead_is_tried_again_and_gets_everything_once_it_lives()
    {
        var web = await HttpReceiver.Start();
        var url = web.Url;
        await using var world = new ChannelWorld(await NewDatabase(), ChannelWorld.Settings());
        await world.SetWebhook(url);
        await world.Tell(3);
        await world.Pass();
        await web.DisposeAsync();
        await world.Tell(2);
        await world.Pass();
        Assert.Equal(("connection-failed", 3L), ((await world.Channel(ChannelKind.Webhook)).LastError, (await world.Channel(ChannelKind.Webhook)).Cursor));

        await using var again = await HttpReceiver.Start(url.GetLeftPart(UriPartial.Authority));
        world.Time.Advance(TimeSpan.FromSeconds(30));
        await world.Pass();

        Assert.Equal([4, 5], again.Taken.Select(r => (int)r.Json["seq"]!));
    }

    [Fact]
    public async Task A_receiver_without_a_trusted_certificate_gets_nothing()
    {
        await using var plain = await HttpReceiver.Start();
        await using var world = new ChannelWorld(await NewDatabase(), ChannelWorld.Settings());
        // It does not even speak TLS.
        await world.SetWebhook(new UriBuilder(plain.Url) { Scheme = "https" }.Uri);
        await world.Tell();

        await world.Pass();

        Assert.Equal(("encryption-failed", 0), ((await world.Channel(ChannelKind.Webhook)).LastError, plain.Taken.Count));
    }
}
