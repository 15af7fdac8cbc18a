using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Tests.Accounts;

/// <summary>Signing in: one answer for whatever is wrong, and a rest after five failures.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private const string Session = "/api/v1/session";

    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Whoever_signs_in_sits_in_a_seat_and_sees_only_its_own()
    {
        var (status, signed) = await SignIn("jiaoyu-liaison", await _server.Seats.Phrase);
        Assert.Equal((200, "jiaoyu/liaison", "联络人"), (status, (string)signed["seat"]!["seat"]!, (string)signed["seat"]!["role"]!));

        var me = await Get(Session, (string)signed["token"]!);
        Assert.Equal(("jiaoyu-liaison", "jiaoyu/liaison"), ((string)me.Body["login"]!, (string)me.Body["inboxes"]![0]!));
        var units = await Get($"{TestServer.Path}/units", (string)signed["token"]!);
        Assert.Equal(["jiaoyu"], units.Body["items"]!.AsArray().Select(u => (string)u!["unit"]!));
        var obligations = await Get($"{TestServer.Path}/obligations?limit=200", (string)signed["token"]!);
        Assert.All(obligations.Body["items"]!.AsArray(), o => Assert.Equal("jiaoyu", (string)o!["unit"]!));
        Assert.Empty((await Get($"{TestServer.Path}/obligations?unit=minzheng", (string)signed["token"]!)).Body["items"]!.AsArray());
        var board = await Get($"{TestServer.Path}/board?period=2020-09", (string)signed["token"]!);
        Assert.Equal("jiaoyu", (string)Assert.Single(board.Body["item"]!["units"]!.AsArray())!["unit"]!);
    }

    [Fact]
    public async Task Every_failure_has_the_same_answer()
    {
        var phrase = await _server.Seats.Phrase;
        await _server.Database.Write((db, ct) => db.Database.ExecuteSqlAsync($"UPDATE account SET disabled_at = 1 WHERE user_name = 'weijian-deputy'", ct), TestContext.Current.CancellationToken);
        var answers = new List<string>();
        foreach (var (login, password) in new[] { ("nobody", phrase), ("jiaoyu-leader", "wrong"), ("jiaoyu-leader", phrase + " "), ("weijian-deputy", phrase), ("系统", phrase), ("jiaoyu-leader", new string('x', 129)) })
        {
            var (status, answer) = await SignIn(login, password);
            if (password.Length <= 128)
            {
                answers.Add($"{status} {answer.ToJsonString()}");
            }
            else
            {
                Assert.Equal((422, "request.invalid"), (status, (string)answer["code"]!));
            }
        }

        Assert.StartsWith("401", Assert.Single(answers.Distinct()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_five_failures_the_right_password_is_refused_alike_until_the_rest_is_over()
    {
        var phrase = await _server.Seats.Phrase;
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(401, (await SignIn("minzheng-liaison", "wrong")).Status);
        }

        var (status, refused) = await SignIn("minzheng-liaison", phrase);
        Assert.Equal((401, "access.sign-in-refused"), (status, (string)refused["code"]!));
        var rests = await RestOf("minzheng-liaison");
        Assert.InRange(rests, TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(15));

        await _server.Database.Write((db, ct) => db.Database.ExecuteSqlAsync($"UPDATE account SET lockout_end = lockout_end - 900000 WHERE user_name = 'minzheng-liaison'", ct), TestContext.Current.CancellationToken);
        Assert.Equal(200, (await SignIn("minzheng-liaison", phrase)).Status);
        Assert.Equal(401, (await SignIn("minzheng-liaison", "wrong")).Status);
        Assert.Equal(200, (await SignIn("minzheng-liaison", phrase)).Status);
    }

    [Fact]
    public async Task Guesses_at_one_moment_get_five_looks_as_guesses_in_a_row_do()
    {
        var guesses = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => SignIn("nongmu-liaison", $"guess {i}")));
        Assert.All(guesses, g => Assert.Equal("access.sign-in-refused", (string)g.Answer["code"]!));
        await using var db = _server.Database.OpenToRead();
        Assert.Equal(5, await db.Audit.CountAsync(a => a.EventType == "account.sign-in-refused" && a.GrainKey.EndsWith("nongmu-liaison"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Many_attempts_from_one_address_have_to_wait()
    {
        var seen = new HashSet<(int, string)>();
        for (var i = 0; i < 130 && !seen.Contains((429, "request.too-many")); i++)
        {
            var (status, answer) = await SignIn($"nobody-{i}", "guess");
            seen.Add((status, (string)answer["code"]!));
        }

        Assert.Equal([(401, "access.sign-in-refused"), (429, "request.too-many")], seen.Order());
        var own = await _server.Refused(Session);
        Assert.Equal(200, own.Status);
    }

    private async Task<TimeSpan> RestOf(string login)
    {
        await using var db = _server.Database.OpenToRead();
        var until = await db.Database.SqlQuery<long>($"""SELECT lockout_end AS "Value" FROM account WHERE user_name = {login}""").SingleAsync();
        return DateTimeOffset.FromUnixTimeMilliseconds(until) - TimeProvider.System.GetUtcNow();
    }

    private async Task<(int Status, JsonNode Answer)> SignIn(string login, string password)
    {
        using var http = new HttpClient { BaseAddress = _server.Url };
        using var answer = await http.PostAsJsonAsync(Session, new { login, password }, TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }

    private async Task<(int Status, JsonNode Body)> Get(string path, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Authorization", $"Bearer {token}" } } };
        return await _server.Send(request);
    }
}
