using System.Net.Http.Json;
using System.Text.Json.Nodes;
using HuiminCoord.Grains.Tests;
using HuiminCoord.Server.Tests.Push;

namespace HuiminCoord.Server.Tests.Commands;

/// <summary>A server that is killed while a meeting sits: what was recorded stands, what was on its way is recorded once, and the session goes on where it was.</summary>
public sealed class KilledSessionTests : IDisposable
{
    private const string Meeting = "/api/v1/campaigns/huimin-2020/meetings/topic-1";

    private readonly string _directory = Directory.CreateTempSubdirectory("huimin-session-").FullName;

    private readonly string _url = $"http://127.0.0.1:{PostgreSqlServer.FreePort()}";

    private ServerProcess _server = null!;
    private string _phrase = "";

    [Fact]
    public async Task A_session_goes_on_where_it_was_and_nothing_recorded_is_lost_or_doubled()
    {
        _phrase = await TestSeats.PhraseIn(Path.Combine(_directory, "data", "rehearsal"));
        await Start();
        using var office = await SignIn("office-staff");
        await Hold(office);
        await Do(office, "/decisions", Decision("jiaoyu", "印发校园周边整治方案。"), "decision-1");

        // Its answer never comes: nobody knows whether it was recorded.
        var lost = Send(office, "/decisions", Decision("gongan", "调整夜间巡查力量。"), "decision-2");
        _server.Kill();
        _server.Dispose();
        try
        {
            (await lost).Dispose();
        }
        catch (HttpRequestException)
        {
            // Cut off, as meant.
        }

        await Start();
        var session = await Session(office, s => (string?)s["current"] == "own.2");
        Assert.Equal("office-staff", (string)session["recorder"]!);
        Assert.Equal("jiaoyu standIn 分管副局长", Attendance(session).Single(a => a.StartsWith("jiaoyu", StringComparison.Ordinal)));
        await Do(office, "/decisions", Decision("gongan", "调整夜间巡查力量。"), "decision-2");
        await Do(office, "/session/turn", new { item = "own.1" });
        await Do(office, "/session/end");
        Assert.Equal(["印发校园周边整治方案。", "调整夜间巡查力量。"], (await Session(office, s => s["endedAt"] is not null))["decisions"]!.AsArray().Select(d => (string)d!["text"]!));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _server.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    /// <summary>Proposed, agreed, noticed and begun on the day of issue, on which the clock stands.</summary>
    private async Task Hold(HttpClient office)
    {
        using var convenor = await SignIn("convenor");
        await Do(office, Meeting[..Meeting.LastIndexOf('/')], new
        {
            id = "topic-1", kind = "topic", title = "校园周边专题会议", startsAt = "2020-09-17T16:00:00+08:00", minutes = 60, place = "第一会议室", chair = "联席会议召集人", units = new[] { "jiaoyu", "gongan" },
        });
        await Do(office, "/agenda/add", new { heading = "toDecide", fact = "校园周边管理职责需明确。", proposal = "印发方案。", owner = "教育局", minutes = 10 });
        await Do(office, "/agenda/add", new { heading = "toDecide", fact = "夜间巡查力量需调整。", proposal = "", owner = "公安分局", minutes = 5 });
        await Do(office, "/submit");
        await Do(convenor, "/agree");
        await Do(office, "/notice", new { replyBy = "2020-09-17" });
        await Do(office, "/session/begin");
        await Do(office, "/session/attendance", new { units = new object[] { new { unit = "jiaoyu", kind = "standIn", who = "分管副局长" }, new { unit = "gongan", kind = "present" } } });
        await Do(office, "/session/turn", new { item = "own.2" });
    }

    private static object Decision(string owner, string text) => new { text, owner, workdays = 10 };

    private static IEnumerable<string> Attendance(JsonNode session) => session["attendance"]!.AsArray().Select(a => $"{a!["unit"]} {a["kind"]} {a["who"]}");

    private async Task Start()
    {
        _server = ServerProcess.Start(_directory, "serve", "--paused", "--no-players", "--urls", _url);
        await _server.Printed(lines => lines.Any(l => l.Contains(_url, StringComparison.Ordinal)), "where it listens");
    }

    private async Task<HttpClient> SignIn(string login)
    {
        var http = new HttpClient { BaseAddress = new Uri(_url) };
        using var signedIn = await http.PostAsJsonAsync("/api/v1/session", new { login, password = _phrase }, TestContext.Current.CancellationToken);
        http.DefaultRequestHeaders.Authorization = new("Bearer", (string)JsonNode.Parse(await signedIn.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["token"]!);
        return http;
    }

    private static async Task Do(HttpClient http, string path, object? body = null, string? key = null)
    {
        using var answer = await Send(http, path, body, key ?? Guid.NewGuid().ToString("N"));
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
    }

    private static async Task<HttpResponseMessage> Send(HttpClient http, string path, object? body, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path.StartsWith("/api", StringComparison.Ordinal) ? path : Meeting + path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Registers follow within moments.</summary>
    private static Task<JsonNode> Session(HttpClient http, Func<JsonNode, bool> shows) => HubClient.Eventually(
        async () =>
        {
            using var answer = await http.GetAsync(new Uri(Meeting, UriKind.Relative), TestContext.Current.CancellationToken);
            return JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["item"]!["session"] ?? new JsonObject();
        },
        shows);
}
