using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using HuiminCoord.Domain.Channels;
using HuiminCoord.Grains.Tests;
using HuiminCoord.Server.Tests.Commands;
using HuiminCoord.Server.Tests.Push;

namespace HuiminCoord.Server.Tests.Channels;

/// <summary>A real server is killed (SIGKILL) by the receiver itself, after it has taken the message and before it can say so.</summary>
public sealed class KillTests : IDisposable
{
    private const string Recipient = "jiaoyu/leader";

    private readonly string _directory = Directory.CreateTempSubdirectory("huimin-kill-").FullName;
    private readonly Uri _url = new($"http://127.0.0.1:{PostgreSqlServer.FreePort()}");
    private readonly HttpClient _http = new();
    private string _phrase = "";
    private ServerProcess? _server;
    private int _kills;

    [Theory]
    [InlineData(ChannelKind.Mail)]
    [InlineData(ChannelKind.Webhook)]
    public async Task A_kill_between_the_receiver_s_yes_and_the_commit_makes_one_double_and_the_id_tells_it(ChannelKind kind)
    {
        await using var mail = new SmtpReceiver();
        await using var web = await HttpReceiver.Start();
        mail.Reply = _ => Task.FromResult(KillOnce() ? null : "250 kept");
        web.Answer = (_, http) =>
        {
            if (KillOnce())
            {
                http.Abort();
            }

            return Task.CompletedTask;
        };
        _phrase = await TestSeats.PhraseIn(Data);
        await Start(mail.Port);
        await Post(kind == ChannelKind.Mail ? "channels/mail" : "channels/webhook", kind == ChannelKind.Mail
            ? new { address = "lingdao@example.org" }
            : new { url = web.Url.ToString(), template = "plain", secret = ChannelWorld.Secret });
        var head = (long)(await Get($"inbox/head?recipient={Recipient}"))["item"]!["head"]!;

        await Post("units/jiaoyu/obligations/liaison/urge", new { }, query: "");
        await HubClient.Eventually(() => _kills, kills => kills == 1);
        await Start(mail.Port);
        await HubClient.Eventually(async () => await Waiting(), waiting => waiting == 0);
        await Post("units/jiaoyu/obligations/liaison/urge", new { reason = "再次提醒" }, query: "");
        var ids = await HubClient.Eventually(() => Ids(kind, mail, web), taken => taken.Count == 3);

        var (first, second) = (DeliveryId.Of(TestServer.Campaign, Recipient, head + 1, kind), DeliveryId.Of(TestServer.Campaign, Recipient, head + 2, kind));
        Assert.Equal([first, first, second], ids);
        Assert.Equal(1, _kills);
        Assert.All(mail.Taken, m => Assert.Equal($"{m.Id}@example.org", m.Mail.MessageId));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _server?.Dispose();
        _http.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    private string Data => Path.Combine(_directory, "data");

    private static IReadOnlyList<string> Ids(ChannelKind kind, SmtpReceiver mail, HttpReceiver web) =>
        kind == ChannelKind.Mail ? [.. mail.Taken.Select(m => m.Id)] : [.. web.Taken.Select(r => r.Id)];

    private bool KillOnce()
    {
        if (_kills > 0)
        {
            return false;
        }

        _server!.Kill();
        _kills++;
        return true;
    }

    /// <summary>A rehearsal whose time stands nearly still, on the same data as before.</summary>
    private async Task Start(int smtpPort)
    {
        var settings = new Dictionary<string, string>
        {
            [Server.Channels.Reaching.ChannelSettings.AllowVariable] = "127.0.0.1/32",
            [Server.Channels.Reaching.SmtpSettings.ServerVariable] = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{smtpPort}"),
            [Server.Channels.Reaching.SmtpSettings.SecurityVariable] = "none",
            [Server.Channels.Reaching.SmtpSettings.FromVariable] = "huimin@example.org",
        };
        _server = ServerProcess.Start(_directory, settings, "serve", "--data", Data, "--urls", _url.ToString().TrimEnd('/'), "--pace", "86400", "--no-players");
        await _server.Printed(l => l.Any(x => x.StartsWith("Listening on", StringComparison.Ordinal)), "that it listens");
    }

    private async Task<int> Waiting() => (int)(await Get($"channels?recipient={Recipient}"))["items"]![0]!["waiting"]!;

    private async Task<JsonNode> Get(string path) =>
        JsonNode.Parse(await (await Send(HttpMethod.Get, path, null, "jiaoyu-leader")).ReadAsStringAsync(TestContext.Current.CancellationToken))!;

    /// <summary>What names no recipient is asked by the office.</summary>
    private Task<HttpContent> Post(string path, object body, string query = $"?recipient={Recipient}") =>
        Send(HttpMethod.Post, path + query, JsonContent.Create(body, body.GetType()), query.Length > 0 ? "jiaoyu-leader" : "office-director");

    private async Task<HttpContent> Send(HttpMethod method, string path, HttpContent? body, string login)
    {
        using var request = new HttpRequestMessage(method, new Uri(_url, $"{TestServer.Path}/{path}")) { Content = body };
        request.Headers.Authorization = new("Bearer", await SignIn(login));
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return answer.Content;
    }

    private async Task<string> SignIn(string login)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri(_url, "/api/v1/session"), new { login, password = _phrase }, TestContext.Current.CancellationToken);
        return (string)(await answer.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!["token"]!;
    }
}
