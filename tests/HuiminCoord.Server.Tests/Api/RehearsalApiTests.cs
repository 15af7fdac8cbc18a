using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using HuiminCoord.Domain.Rehearsing;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Api.Rehearsals;
using HuiminCoord.Server.Rehearsals;

namespace HuiminCoord.Server.Tests.Api;

/// <summary>A rehearsal steered through the API; where there is none, all of it is absent.</summary>
public sealed class RehearsalApiTests(ServerFixture fixture)
{
    private const string Path = "/api/v1/rehearsal";

    private static readonly string[] Acts = ["pause", "resume", "pace", "step", "run"];

    [Fact]
    public async Task It_is_paused_stepped_paced_and_run()
    {
        await using var server = await TestServer.Start(with: services => services.AddSteering(new Pace(60), paused: true));

        var stands = await server.Get(Path);
        var stepped = await server.Do($"{Path}/step", null);
        var paced = await server.Do($"{Path}/pace", new { secondsPerDay = 0.5 });
        var runs = await server.Do($"{Path}/run", new { until = "2020-09-20" });
        var resumed = await server.Do($"{Path}/resume", null);
        var paused = await server.Do($"{Path}/pause", null);

        Assert.Equal(("2020-09-17T08:30:00+08:00", true, 60, false), ((string?)stands["now"], (bool)stands["paused"]!, (double)stands["secondsPerDay"]!, (bool)stands["ended"]!));
        Assert.Equal("9月17日 09:00 临近时限提醒，11个单位负责人", (string?)stands["next"]!["text"]);
        Assert.Equal(("reminderAhead", 11), ((string?)stands["next"]!["parts"]![0]!["what"], stands["next"]!["parts"]![0]!["whom"]!.AsArray().Count));
        Assert.Equal(("2020-09-17T09:00:00+08:00", "9月18日 09:00 当日时限提醒，11个单位负责人"), ((string?)stepped["now"], (string?)stepped["next"]!["text"]));
        Assert.Equal((0.5, true), ((double)paced["secondsPerDay"]!, (bool)paced["paused"]!));
        Assert.Equal(("2020-09-20", false), ((string?)runs["runsUntil"], (bool)runs["paused"]!));
        Assert.Equal((null, false, true), ((string?)resumed["runsUntil"], (bool)resumed["paused"]!, (bool)paused["paused"]!));
    }

    [Fact]
    public async Task What_comes_next_is_said_in_the_language_of_the_caller()
    {
        await using var server = await TestServer.Start(with: services => services.AddSteering(new Pace(60), paused: true));
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);

        var (_, stands) = await server.Send(request, "en");

        Assert.Equal("2020-09-17 09:00 reminder before the date: 11 unit leaders", (string?)stands["next"]!["text"]);
    }

    [Theory]
    [InlineData("convenor")]
    [InlineData("office-director")]
    [InlineData("office-staff")]
    [InlineData("jiaoyu/leader")]
    [InlineData("jiaoyu/liaison")]
    [InlineData("jiaoyu/deputy")]
    [InlineData("scjg/section-shipin")]
    [InlineData("group")]
    [InlineData("system-admin")]
    [InlineData("security-admin")]
    [InlineData("audit-admin")]
    public async Task Whoever_is_signed_in_may_steer_and_where_there_is_no_rehearsal_it_is_absent(string seat)
    {
        using var http = fixture.Server.Seats.Client(fixture.Server.Url, seat);
        foreach (var act in Acts.Select(a => $"/{a}").Prepend(""))
        {
            using var body = act switch { "/pace" => JsonContent.Create(new { secondsPerDay = 2 }), "/run" => JsonContent.Create(new { until = "2020-12-01" }), _ => null };
            using var answer = act.Length == 0
                ? await http.GetAsync(new Uri(Path, UriKind.Relative), TestContext.Current.CancellationToken)
                : await http.PostAsync(new Uri(Path + act, UriKind.Relative), body, TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Equal("rehearsal.none", (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["code"]);
        }
    }

    [Theory]
    [InlineData("pace", "{\"secondsPerDay\":0}", 422, "rehearsal.pace-out-of-range")]
    [InlineData("pace", "{\"secondsPerDay\":86401}", 422, "rehearsal.pace-out-of-range")]
    [InlineData("pace", "{}", 400, "request.malformed")]
    [InlineData("run", "{\"until\":\"2020-09-17\"}", 409, "rehearsal.day-passed")]
    [InlineData("run", "{\"until\":\"17.9.2020\"}", 400, "request.malformed")]
    public async Task What_cannot_be_done_is_refused(string act, string body, int status, string code)
    {
        await using var server = await TestServer.Start(with: services => services.AddSteering(new Pace(60), paused: true));

        var (answered, problem) = await server.Post($"{Path}/{act}", JsonNode.Parse(body));

        Assert.Equal((status, code), (answered, (string?)problem["code"]));
    }

    [Fact]
    public void Both_languages_say_every_happening_and_nothing_else()
    {
        var (chinese, english) = (UpcomingText.In(Language.Chinese), UpcomingText.In(Language.English));

        Assert.Equal(chinese.Names.Order(StringComparer.Ordinal), english.Names.Order(StringComparer.Ordinal));
        Assert.Equal(
            Enum.GetNames<Happening>().Select(h => $"what.{h}").Order(StringComparer.Ordinal),
            chinese.Names.Where(n => n.StartsWith("what.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void One_is_named_several_are_counted_and_another_year_is_said()
    {
        var at = new DateTimeOffset(2021, 2, 26, 9, 0, 0, TimeSpan.FromHours(8));
        var next = new UpcomingEvent(at, [
            new(Happening.ReminderOverdue, ["jiaoyu/leader", "minzheng/leader", "jiaoyu/liaison", "jiaoyu/deputy"]), new(Happening.Summary, ["office"]), new(Happening.Report, ["convenor"]),
            new(Happening.Stale, ["chi-1", "chi-2"]), new(Happening.GateNear, ["rectify"]), new(Happening.Submitted, ["jiaoyu", "minzheng"]), new(Happening.Accepted, ["jiaoyu"]),
        ]);

        Assert.Equal(
            "2021年2月26日 09:00 逾期提醒，2个单位负责人、教育局联络人、教育局备用联络人；情况汇总，联席办；未报情况汇报，召集人；超期未更新，2项重点任务；阶段验收临近，集中整治；报送，2个单位；审核通过，教育局",
            UpcomingText.In(Language.Chinese).Say(next, TestServer.Plan, new(2020, 12, 1)));
        Assert.StartsWith(
            "2021-02-26 09:00 overdue reminder: 2 unit leaders and the liaison of 教育局 and the deputy of 教育局; summary: the office; report on who has not reported: the convenor; ",
            UpcomingText.In(Language.English).Say(next, TestServer.Plan, new(2020, 12, 1)), StringComparison.Ordinal);
        Assert.Equal("2月26日 09:00 没有需要告知的事项", UpcomingText.In(Language.Chinese).Say(next with { Parts = [] }, TestServer.Plan, new(2021, 2, 1)));
    }
}
