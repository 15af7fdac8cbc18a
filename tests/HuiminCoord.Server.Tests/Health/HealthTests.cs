using System.Net;
using System.Text.Json.Nodes;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Timekeeping;
using HuiminCoord.Server.Health;
using HuiminCoord.Server.Tests.Push;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HuiminCoord.Server.Tests.Health;

public sealed class HealthTests(ServerFixture fixture)
{
    private static readonly TimekeepingOptions Quick = new() { TouchEvery = TimeSpan.FromMilliseconds(50) };

    [Fact]
    public async Task A_rehearsal_is_ready_when_its_silo_and_its_database_are()
    {
        var (status, health) = await Ask(fixture.Server, "ready");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("""{"healthy":true,"checks":[{"check":"silo","passed":true,"why":null},{"check":"database","passed":true,"why":null},{"check":"clock","passed":true,"why":null},{"check":"relay","passed":true,"why":null}]}""", health.ToJsonString());
    }

    [Fact]
    public async Task A_process_that_answers_is_live()
    {
        var (status, health) = await Ask(fixture.Server, "live");

        Assert.Equal((HttpStatusCode.OK, """{"healthy":true,"checks":[]}"""), (status, health.ToJsonString()));
    }

    [Fact]
    public async Task A_clock_that_is_too_wrong_makes_the_server_unready_until_it_is_right_again()
    {
        var time = new ShiftedTime();
        await using var server = await TestServer.Start(begin: false, live: (CampaignClock.Live(time), Quick));
        await Until(server, HttpStatusCode.OK);

        time.Shift = TimeSpan.FromSeconds(-3);
        var health = await Until(server, HttpStatusCode.ServiceUnavailable);
        Assert.Equal("clock: The database's clock is 3.0 s ahead of this machine's; 2 s are tolerated. Nobody is woken from here.", Failing(health));

        time.Shift = TimeSpan.FromSeconds(4);
        await HubClient.Eventually(() => Ask(server, "ready"), answer => Failing(answer.Health).StartsWith("clock: The database's clock is 4.0 s behind this machine's;", StringComparison.Ordinal));

        time.Shift = TimeSpan.FromSeconds(-1);
        await Until(server, HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_relay_that_is_behind_makes_the_server_unready_until_it_has_caught_up()
    {
        await using var server = await TestServer.Start(begin: false, live: (CampaignClock.Live(TimeProvider.System), Quick));
        await Until(server, HttpStatusCode.OK);

        // Its predecessor is missing: the relay cannot tell it, and it is no register's fault.
        await Keep(server, seq: 2, TimeSpan.FromMinutes(1));
        var health = await Until(server, HttpStatusCode.ServiceUnavailable);
        Assert.Matches("^relay: The relay is behind: of 1 untold events the oldest waits for [0-9]+ s; 30 s are tolerated.$", Failing(health));

        await Keep(server, seq: 1, TimeSpan.FromSeconds(1));
        await Until(server, HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_event_that_a_register_refuses_waits_for_people_and_does_not_make_the_server_unready()
    {
        await using var server = await TestServer.Start(begin: false, live: (CampaignClock.Live(TimeProvider.System), Quick));

        await Keep(server, seq: 1, TimeSpan.FromMinutes(1), "unit");
        await HubClient.Eventually(() => server.Get("/api/v1/operator/relay-failures"), failures => failures["items"]!.AsArray().Count == 1);

        await Until(server, HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_said_without_its_address()
    {
        await using var database = CoordinationDatabase.OnPostgreSql("Host=127.0.0.1;Port=1;Username=somebody;Password=secret;Timeout=1");

        var health = await new DatabaseCheck(database).CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken);

        Assert.Equal(HealthStatus.Unhealthy, health.Status);
        Assert.Equal("The database does not answer (NpgsqlException).", health.Description);
    }

    [Theory]
    [InlineData(SiloStatus.Joining, false)]
    [InlineData(SiloStatus.Active, true)]
    [InlineData(SiloStatus.ShuttingDown, false)]
    public async Task A_silo_takes_calls_only_while_it_is_active(SiloStatus status, bool ready)
    {
        var health = await new SiloCheck(() => status).CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken);

        Assert.Equal((ready, ready ? null : $"The silo is {status}."), (health.Status == HealthStatus.Healthy, health.Description));
    }

    private static string Failing(JsonNode health) =>
        string.Join("; ", health["checks"]!.AsArray().Where(c => !(bool)c!["passed"]!).Select(c => $"{c!["check"]}: {c["why"]}"));

    private static async Task<JsonNode> Until(TestServer server, HttpStatusCode wanted)
    {
        var (status, health) = await HubClient.Eventually(() => Ask(server, "ready"), answer => answer.Status == wanted);
        Assert.Equal(status == HttpStatusCode.OK, (bool)health["healthy"]!);
        return health;
    }

    private static async Task<(HttpStatusCode Status, JsonNode Health)> Ask(TestServer server, string probe)
    {
        using var answer = await server.Http.GetAsync(new Uri($"/health/{probe}", UriKind.Relative));
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    /// <summary>An event as the storage statement would have left it some time ago.</summary>
    private static async Task Keep(TestServer server, long seq, TimeSpan ago, string type = "nobody")
    {
        var at = (DateTimeOffset.UtcNow - ago).ToUnixTimeMilliseconds();
        using var turn = await server.Database.Gate.Enter();
        await using var command = server.Database.Source.CreateCommand(
            $$"""INSERT INTO outbox (shard, at, grain_type, grain_key, seq, campaign, event_type, body, kept_at) VALUES ({{Shards.Of("some-2026")}}, {{at}}, '{{type}}', 'some-2026/x', {{seq}}, 'some-2026', 'x', '{"$type":"x"}', {{at}})""");
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A machine's clock that somebody moves.</summary>
    private sealed class ShiftedTime : TimeProvider
    {
        public TimeSpan Shift { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
    }
}
