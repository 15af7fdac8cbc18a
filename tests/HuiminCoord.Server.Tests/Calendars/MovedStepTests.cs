using System.Text.Json.Nodes;
using HuiminCoord.Grains.Storage.Rows;

namespace HuiminCoord.Server.Tests.Calendars;

/// <summary>However many reminders papers have moved, all of them can be read, page by page.</summary>
public sealed class MovedStepTests(ServerFixture fixture)
{
    private const int Moved = 260;

    private static readonly DateTimeOffset At = new(2020, 11, 25, 0, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task Pages_follow_keys_and_what_is_moved_meanwhile_moves_nothing()
    {
        await using var server = await TestServer.Start();
        // Few instants, units, duties and rungs: every part of the key decides somewhere.
        await Store(server, Enumerable.Range(0, Moved).Select(i => Row(At.AddHours(i % 3), i)));

        var (read, next, pages) = (new List<string>(), (string?)"", 0);
        while (next is not null)
        {
            var page = await server.Get($"{TestServer.Path}/moved-steps?limit=33&next={next}");
            read.AddRange(page["items"]!.AsArray().Select(Line));
            next = (string?)page["next"];
            if (pages++ == 2)
            {
                await Store(server, [Row(At.AddHours(5), 1000)]);
            }
        }

        var all = Enumerable.Range(0, Moved).Select(i => Row(At.AddHours(i % 3), i)).OrderByDescending(m => m.MovedAt)
            .ThenBy(m => m.Unit, StringComparer.Ordinal).ThenBy(m => m.Obligation, StringComparer.Ordinal).ThenBy(m => m.Rung, StringComparer.Ordinal).ThenBy(m => m.GrainSeq);
        Assert.Equal(all.Select(m => $"{m.MovedAt:yyyy-MM-ddTHH} {m.Unit} {m.Obligation} {m.Rung} {m.MovedFrom:HH:mm:ss}"), read);
        Assert.Equal(8, pages);
        Assert.Equal(50, (await server.Get($"{TestServer.Path}/moved-steps"))["items"]!.AsArray().Count);
        Assert.All((await server.Get($"{TestServer.Path}/moved-steps?unit=jiaoyu&duty=monthly-2021-02&limit=200"))["items"]!.AsArray(), m => Assert.Equal(("jiaoyu", "monthly-2021-02"), ((string)m!["unit"]!, (string)m["duty"]!)));
    }

    [Theory]
    [InlineData("next=nonsense", "page.malformed")]
    [InlineData("limit=201", "request.invalid")]
    public async Task What_is_no_page_is_refused(string query, string code) =>
        Assert.Equal(code, (string)(await fixture.Server.Refused($"{TestServer.Path}/moved-steps?{query}")).Problem["code"]!);

    private static Task Store(TestServer server, IEnumerable<StepMovedRow> rows) =>
        server.Database.Write((db, _) =>
        {
            db.StepsMoved.AddRange(rows);
            return Task.CompletedTask;
        });

    private static StepMovedRow Row(DateTimeOffset at, int i) => new()
    {
        Campaign = TestServer.Campaign,
        Unit = (i % 2) == 0 ? "jiaoyu" : "minzheng",
        Obligation = (i % 5) < 2 ? "monthly-2021-02" : "annual-2021",
        Rung = (i % 7) < 3 ? "t-1" : "t-5",
        GrainSeq = 2000 - i,
        MovedAt = at,
        MovedFrom = At.AddSeconds(i),
        Paper = "2021-1",
    };

    private static string Line(JsonNode? move) => $"{((string)move!["at"]!)[..13]} {move["unit"]} {move["duty"]} {move["rung"]} {((string)move["from"]!)[11..19]}";
}
