using System.Net;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Push;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace HuiminCoord.Server.Tests.Accounts;

/// <summary>What a session opens, and when it ends.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    private const string Session = "/api/v1/session", Unit = $"{TestServer.Path}/units/jiaoyu";

    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_token_opens_only_the_path_it_is_for()
    {
        var (sessions, seat) = (_server.Service<SessionBook>(), await AppointmentOf("jiaoyu/liaison"));
        var api = await sessions.Open(SessionKind.Api, seat.Account, seat.Id, "test");
        var console = await sessions.Open(SessionKind.Console, seat.Account, seat.Id, "test");
        var hub = await sessions.Open(SessionKind.Hub, seat.Account, seat.Id, "test", (await sessions.Find(api, SessionKind.Api, TestContext.Current.CancellationToken))!.Session);

        Assert.Equal(HttpStatusCode.OK, await Status(Session, api));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(Session, console));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(Session, hub));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status($"{Session}?access_token={api}", null));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(Session, null, $"huimin-session={console}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status($"{PushServices.Path}/negotiate?access_token={api}", null, method: "POST"));
        Assert.Equal(HttpStatusCode.OK, await Status($"{PushServices.Path}/negotiate?access_token={hub}&negotiateVersion=1", null, method: "POST"));
        Assert.Equal(HttpStatusCode.OK, await Status($"{PushServices.Path}/negotiate?negotiateVersion=1", api, method: "POST"));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_its_hub_tokens_and_its_connections()
    {
        var token = (await _server.Seats.Fresh("jiaoyu/leader"))!;
        var hub = (string)(await Post($"{Session}/hub-token", token))["token"]!;
        await using var connection = await Connect(hub, inQuery: true);
        var closed = Closing(connection);

        await Post($"{Session}/end", token);

        await closed.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(Session, token));
        await Assert.ThrowsAnyAsync<Exception>(() => Connect(hub, inQuery: true));
    }

    [Fact]
    public async Task A_seat_that_is_taken_away_opens_nothing_any_more_and_its_connections_close()
    {
        var token = (await _server.Seats.Fresh("group"))!;
        await using var connection = await Connect(token, inQuery: false);
        await connection.InvokeAsync<InboxPosition>("Resume", TestServer.Campaign, "group", 0L, TestContext.Current.CancellationToken);
        var closed = Closing(connection);

        await End("group");

        await closed.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, await Status($"{TestServer.Path}/board", token));
    }

    [Fact]
    public async Task When_a_unit_names_somebody_else_the_seat_takes_duties_and_inbox_along_and_the_past_stays_with_the_person()
    {
        await _server.Do($"{Unit}/seats/liaison/name", new { holder = "联络人甲" });
        var seat = await AppointmentOf("jiaoyu/liaison");
        await _server.Database.Write((db, ct) => db.Appointments.Where(a => a.Id == seat.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.Holder, "联络人甲"), ct), TestContext.Current.CancellationToken);
        var first = (await _server.Seats.Fresh("jiaoyu/liaison"))!;
        var head = (long)(await Get($"{TestServer.Path}/inbox/head?recipient=jiaoyu/liaison", first))["item"]!["head"]!;
        await Post($"{Unit}/obligations/training/submit", first, new { });

        await _server.Do($"{Unit}/seats/liaison/name", new { holder = "联络人乙" });

        Assert.Equal(HttpStatusCode.Unauthorized, await Status(Session, first));
        await Give("jiaoyu/liaison", seat.Account, "联络人乙");
        var second = (await _server.Seats.Fresh("jiaoyu/liaison"))!;
        Assert.True((long)(await Get($"{TestServer.Path}/inbox/head?recipient=jiaoyu/liaison", second))["item"]!["head"]! > head);
        Assert.Equal("submitted", (string)(await Get($"{Unit}/obligations/training", second))["item"]!["obligation"]!["stage"]!);
        var acts = (await _server.Get($"{TestServer.Path}/audit?actor=jiaoyu/liaison&limit=200"))["items"]!.AsArray();
        Assert.Contains(acts, a => (string)a!["event"]! == "unit.submitted" && (string)a["account"]! == "jiaoyu-liaison");
    }

    [Fact]
    public async Task The_deputy_does_the_liaison_s_work_while_the_absence_lasts_and_no_longer()
    {
        await _server.Do($"{Unit}/seats/liaison/name", new { holder = "联络人甲" });
        var deputy = (await _server.Seats.Token("jiaoyu/deputy"))!;
        const string inbox = $"{TestServer.Path}/inbox/head?recipient=jiaoyu/liaison";
        Assert.Equal(HttpStatusCode.NotFound, await Status(inbox, deputy));

        await _server.Do($"{Unit}/seats/liaison/absence", new { from = "2020-09-18", until = "2020-09-21" });
        await _server.RunUntil(new DateOnly(2020, 9, 18), 10);
        Assert.Equal(HttpStatusCode.OK, await Status(inbox, deputy));
        Assert.Equal("jiaoyu/liaison", (string)(await Get(Session, deputy))["standsInFor"]![0]!);

        await _server.RunUntil(new DateOnly(2020, 9, 22), 10);
        Assert.Equal(HttpStatusCode.NotFound, await Status(inbox, deputy));
    }

    [Fact]
    public async Task A_console_session_ends_when_it_is_idle_and_every_session_at_its_end()
    {
        var (time, seat) = (new FakeTimeProvider(TimeProvider.System.GetUtcNow()), await AppointmentOf("convenor"));
        var sessions = new SessionBook(_server.Database, _server.Service<CampaignClock>(), AccountSettings.Default, time);
        var (console, api) = (await sessions.Open(SessionKind.Console, seat.Account, seat.Id, "test"), await sessions.Open(SessionKind.Api, seat.Account, seat.Id, "test"));
        foreach (var _ in Enumerable.Range(0, 4))
        {
            time.Advance(TimeSpan.FromMinutes(29));
            Assert.NotNull(await sessions.Find(console, SessionKind.Console, TestContext.Current.CancellationToken));
        }

        time.Advance(TimeSpan.FromMinutes(31));
        Assert.Null(await sessions.Find(console, SessionKind.Console, TestContext.Current.CancellationToken));
        Assert.NotNull(await sessions.Find(api, SessionKind.Api, TestContext.Current.CancellationToken));
        time.Advance(TimeSpan.FromHours(10));
        Assert.Null(await sessions.Find(api, SessionKind.Api, TestContext.Current.CancellationToken));
    }

    private async Task<(string Id, string Account)> AppointmentOf(string seat)
    {
        await using var db = _server.Database.OpenToRead();
        var row = await db.Appointments.SingleAsync(a => a.Seat == seat && a.EndedAt == null);
        return (row.Id, row.Account);
    }

    private Task<int> End(string seat) => _server.Database.Write((db, ct) =>
        db.Appointments.Where(a => a.Seat == seat).ExecuteUpdateAsync(a => a.SetProperty(x => x.EndedAt, DateTimeOffset.UnixEpoch), ct));

    private Task Give(string seat, string account, string holder) => _server.Database.Write((db, _) =>
    {
        db.Appointments.Add(new() { Id = holder, Account = account, Campaign = TestServer.Campaign, Seat = seat, Holder = holder, CreatedAt = DateTimeOffset.UnixEpoch, CreatedBy = "test" });
        return Task.CompletedTask;
    });

    private async Task<HubConnection> Connect(string token, bool inQuery)
    {
        var address = new Uri(_server.Url, PushServices.Path + (inQuery ? $"?access_token={token}" : ""));
        var connection = new HubConnectionBuilder().WithUrl(address, o => o.AccessTokenProvider = inQuery ? null : () => Task.FromResult<string?>(token)).Build();
        await connection.StartAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    private static Task Closing(HubConnection connection)
    {
        var closed = new TaskCompletionSource();
        connection.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        return closed.Task;
    }

    private async Task<HttpStatusCode> Status(string path, string? token, string? cookie = null, string method = "GET")
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = _server.Url };
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.TryAddWithoutValidation("Authorization", token is null ? null : $"Bearer {token}");
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private async Task<System.Text.Json.Nodes.JsonNode> Get(string path, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Authorization", $"Bearer {token}" } } };
        var (status, body) = await _server.Send(request);
        Assert.True(status == 200, $"{path}: {status} {body.ToJsonString()}");
        return body;
    }

    private async Task<System.Text.Json.Nodes.JsonNode> Post(string path, string token, object? body = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Headers = { { "Authorization", $"Bearer {token}" }, { "Idempotency-Key", $"{Guid.NewGuid():N}" } } };
        request.Content = body is null ? null : System.Net.Http.Json.JsonContent.Create(body, body.GetType());
        var (status, answer) = await _server.Send(request);
        Assert.True(status == 200, $"{path}: {status} {answer.ToJsonString()}");
        return answer;
    }
}
