using System.Text.Json.Nodes;
using HuiminCoord.Domain.Channels;
using HuiminCoord.Server.Channels.Reaching;
using HuiminCoord.Server.Tests.Push;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HuiminCoord.Server.Tests.Channels;

/// <summary>Channels through the doors of a whole server, from the office's urge to what the receivers took and what the office sees.</summary>
public sealed class ChannelApiTests
{
    private const string Path = TestServer.Path;
    private const string Leader = "jiaoyu/leader";

    [Fact]
    public async Task A_reminder_reaches_both_receivers_and_the_office_sees_it()
    {
        await using var mail = new SmtpReceiver();
        await using var web = await HttpReceiver.Start();
        await using var server = await Start(ChannelWorld.Settings(mail));
        var before = (long)(await server.Get($"{Path}/inbox/head?recipient={Leader}"))["item"]!["head"]!;
        await server.Do($"{Path}/channels/mail?recipient={Leader}", new { address = "lingdao@example.org" });
        await server.Do($"{Path}/channels/webhook?recipient={Leader}", Hook(web, "plain"));

        await server.Do($"{Path}/units/jiaoyu/obligations/liaison/urge", new { reason = "canary-reason" });
        await HubClient.Eventually(() => (mail.Taken.Count, web.Taken.Count), taken => taken == (1, 1));
        var message = await HubClient.Eventually(async () => (await server.Get($"{Path}/messages?recipient={Leader}&limit=1"))["items"]![0]!, m => States(m) == "已送达 已送达 已送达");

        Assert.Equal(DeliveryId.Of(TestServer.Campaign, Leader, before + 1, ChannelKind.Mail), mail.Taken[0].Id);
        Assert.Equal(DeliveryId.Of(TestServer.Campaign, Leader, before + 1, ChannelKind.Webhook), web.Taken[0].Id);
        Assert.StartsWith("【联席会议办公室】请报送：", mail.Taken[0].Text, StringComparison.Ordinal);
        Assert.Contains("，时限9月18日，请登录办理。https://huimin.example.org/m/huimin-2020/jiaoyu/leader/", mail.Taken[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-reason", mail.Taken[0].Raw + mail.Taken[0].Text + web.Taken[0].Body, StringComparison.Ordinal);
        Assert.Equal(("urge", "教育局", "站内 邮件 机器人", "未读"), ((string?)message["kind"], (string?)message["unitName"], Words(message), (string?)message["readWords"]));
        Assert.Null(message["body"]);
    }

    [Fact]
    public async Task Addresses_of_webhooks_and_secrets_are_in_no_answer_and_in_no_log()
    {
        var log = new KeptLog();
        await using var mail = new SmtpReceiver { Recipient = _ => "550 canary-said-by-receiver" };
        await using var web = await HttpReceiver.Start();
        await using var server = await Start(ChannelWorld.Settings(mail), log);
        web.Answer = (_, http) =>
        {
            http.Response.StatusCode = 410;
            return http.Response.WriteAsync("canary-said-by-receiver");
        };
        var answers = new List<JsonNode>
        {
            await server.Do($"{Path}/channels/webhook?recipient={Leader}", Hook(web, "plain")),
            await server.Do($"{Path}/channels/webhook?recipient=office", Hook(web, "dingTalk")),
            await server.Do($"{Path}/channels/mail?recipient={Leader}", new { address = "lingdao@example.org" }),
            await server.Do($"{Path}/channels/webhook/test?recipient={Leader}", null),
            await server.Do($"{Path}/channels/webhook/test?recipient=office", null),
            await server.Do($"{Path}/channels/mail/test?recipient={Leader}", null),
            (await server.Post($"{Path}/channels/webhook?recipient={Leader}", new { url = "ftp://canary-url", secret = "canary-secret-0123456789" })).Body,
        };
        await server.Do($"{Path}/units/jiaoyu/obligations/liaison/urge", new { });
        var listed = await HubClient.Eventually(() => server.Get($"{Path}/channels"), l => l["items"]!.AsArray().Count(c => (string?)c!["failure"] is "http-410" or "smtp-550") == 2);

        answers.AddRange([listed, await server.Get($"{Path}/messages?recipient={Leader}"), await server.Get($"{Path}/audit?limit=200")]);
        Assert.All(answers, a => Assert.DoesNotContain("canary", a.ToJsonString(), StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, l => l.Contains("canary", StringComparison.Ordinal));
        Assert.Contains(log.Lines, l => l.Contains("was given up on its Webhook channel: http-410", StringComparison.Ordinal));
        Assert.Equal($"{web.Url.GetLeftPart(UriPartial.Authority)}/…", (string?)answers[0]["target"]);
        Assert.Equal(("http-410", "对方拒收（HTTP 410）", false), ((string?)answers[3]["failure"], (string?)answers[3]["failureWords"], (bool)answers[3]["sent"]!));
    }

    [Fact]
    public async Task A_test_message_has_its_own_id_and_stands_in_no_inbox()
    {
        await using var mail = new SmtpReceiver();
        await using var server = await Start(ChannelWorld.Settings(mail));
        await server.Do($"{Path}/channels/mail?recipient=group", new { address = "group@example.org" });

        var test = await server.Do($"{Path}/channels/mail/test?recipient=group", null, key: "a");

        Assert.Equal((true, null), ((bool)test["sent"]!, (string?)test["failure"]));
        Assert.Equal((DeliveryId.OfTest(TestServer.Campaign, "group", ChannelKind.Mail, "http/a"), (string?)test["delivery"]), (mail.Taken.Single().Id, mail.Taken.Single().Id));
        Assert.StartsWith("【联席会议办公室】这是一条测试消息", mail.Taken.Single().Text, StringComparison.Ordinal);
        Assert.Equal(0, (int)(await server.Get($"{Path}/inbox/head?recipient=group"))["item"]!["head"]!);
        Assert.Equal("channel.tested-just-now", (string?)(await server.Post($"{Path}/channels/mail/test?recipient=group", null)).Body["code"]);
    }

    [Fact]
    public async Task A_removed_channel_is_gone_and_removing_it_again_changes_nothing()
    {
        await using var web = await HttpReceiver.Start();
        await using var server = await Start(ChannelWorld.Settings());
        await server.Do($"{Path}/channels/webhook?recipient=convenor", Hook(web, "plain"));
        var channel = Assert.Single((await server.Get($"{Path}/channels?recipient=convenor"))["items"]!.AsArray())!;
        Assert.Equal(("convenor", "webhook", "plain", true, 0), ((string?)channel["recipient"], (string?)channel["kind"], (string?)channel["template"], (bool)channel["enabled"]!, (int)channel["waiting"]!));

        Assert.True((bool)(await server.Do($"{Path}/channels/webhook/remove?recipient=convenor", null))["changed"]!);
        Assert.False((bool)(await server.Do($"{Path}/channels/webhook/remove?recipient=convenor", null))["changed"]!);

        Assert.Empty((await server.Get($"{Path}/channels"))["items"]!.AsArray());
    }

    [Fact]
    public async Task What_cannot_be_set_is_refused_with_its_code()
    {
        await using var mail = new SmtpReceiver();
        await using var server = await Start(ChannelWorld.Settings(mail));
        const string secret = "0123456789abcdef", local = "http://127.0.0.1:9/";

        await Refused(server, "mail?recipient=nobody", new { address = "a@example.org" }, 404, "recipient.unknown");
        await Refused(server, "mail?recipient=office", new { address = "甲 <a@example.org>" }, 422, "channel.address-malformed");
        await Refused(server, "mail?recipient=office", new { address = "someone@mail.cn" }, 409, "channel.rehearsal-only-local");
        await Refused(server, "webhook?recipient=office", new { url = "https://1.1.1.1/", secret }, 409, "channel.rehearsal-only-local");
        await Refused(server, "webhook?recipient=office", new { url = "https://user@127.0.0.1/", secret }, 422, "channel.address-malformed");
        await Refused(server, "webhook?recipient=office", new { url = "file:///etc/hosts", secret }, 422, "channel.address-malformed");
        await Refused(server, "webhook?recipient=office", new { url = local }, 422, "channel.secret-needed");
        await Refused(server, "webhook?recipient=office", new { url = local, secret = "short" }, 422, "channel.secret-needed");
        await Refused(server, "webhook?recipient=office", new { url = local, template = "weCom", secret }, 422, "channel.secret-needed");
        await Refused(server, "webhook?recipient=office", new { url = local, template = "sms", secret }, 400, "request.malformed");
        await Refused(server, "sms/remove?recipient=office", null, 404, "channel.kind-unknown");
        await Refused(server, "mail/test?recipient=office", null, 404, "channel.unknown");
        Assert.Empty((await server.Get($"{Path}/channels"))["items"]!.AsArray());
    }

    [Fact]
    public async Task A_server_without_settings_says_what_is_missing()
    {
        await using var server = await Start(ChannelSettings.None);
        await Refused(server, "mail?recipient=office", new { address = "a@example.org" }, 409, "channel.rehearsal-only-local");
        await Refused(server, "webhook?recipient=office", new { url = "https://hooks.example.org/", secret = "0123456789abcdef" }, 409, "channel.rehearsal-only-local");
        await using var open = await Start(ChannelWorld.Settings());
        await Refused(open, "mail?recipient=office", new { address = "a@example.org" }, 409, "channel.mail-not-configured");
    }

    internal static Task<TestServer> Start(ChannelSettings settings, KeptLog? log = null) => TestServer.Start(with: services =>
    {
        services.AddSingleton(settings);
        if (log is not null)
        {
            services.AddSingleton<ILoggerProvider>(log).Configure<LoggerFilterOptions>(o => o.MinLevel = LogLevel.Trace);
        }
    });

    private static object Hook(HttpReceiver web, string template) => new { url = $"{web.Url}take?key=canary-key", template, secret = ChannelWorld.Secret };

    private static async Task Refused(TestServer server, string path, object? body, int status, string code)
    {
        var (answered, problem) = await server.Post($"{Path}/channels/{path}", body);
        Assert.Equal((status, code), (answered, (string?)problem["code"]));
    }

    private static string States(JsonNode message) => string.Join(' ', message["channels"]!.AsArray().Select(c => (string?)c!["stateWords"]));

    private static string Words(JsonNode message) => string.Join(' ', message["channels"]!.AsArray().Select(c => (string?)c!["words"]));
}
