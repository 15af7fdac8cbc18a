using System.Text;
using System.Text.Json.Nodes;
using HuiminCoord.Grains.Auditing;
using HuiminCoord.Server.Tests.Push;
using Microsoft.Extensions.DependencyInjection;

namespace HuiminCoord.Server.Tests.Api;

/// <summary>What audit administrators read: filters, files, and how far the audit is sealed. On a server of their own: others' rows would come in between.</summary>
public sealed class AuditTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string Audit = $"{TestServer.Path}/audit";

    private TestServer Server => fixture.Server;

    [Fact]
    public async Task A_filter_shows_what_it_says_and_nothing_else()
    {
        var named = await Server.Do($"{TestServer.Path}/units/chengguan/seats/liaison/name", new { holder = "联络人丁", phone = "0471-1111" });
        await Server.Do($"{TestServer.Path}/units/chengguan/receipts/plan-1/confirm", new { });
        await Server.GetAfter(Audit, named);

        var ofUnit = await Items("unit=chengguan");
        Assert.All(ofUnit, a => Assert.Equal("unit/huimin-2020/chengguan", (string)a["grain"]!));
        Assert.Contains(ofUnit, a => (string)a["event"]! == "unit.seat-named");
        Assert.Equal(ofUnit.Select(Text), (await Items("grain=unit/huimin-2020/chengguan")).Select(Text));
        Assert.Equal(["unit.seat-named"], (await Items("unit=chengguan&event=unit.seat-named")).Select(a => (string)a["event"]!).Distinct());
        Assert.Equal(ofUnit.Count, (await Items("unit=chengguan&event=unit")).Count);
        Assert.All(await Items("actor=chengguan"), a => Assert.StartsWith("chengguan/", (string)a["actor"]!, StringComparison.Ordinal));
        foreach (var asked in ofUnit.GroupBy(a => (string?)a["actor"] ?? "clock"))
        {
            Assert.Equal(asked.Select(Text), (await Items($"unit=chengguan&actor={asked.Key}")).Select(Text));
        }

        var account = Assert.Single(ofUnit.Select(a => (string?)a["account"]).OfType<string>().Distinct().Take(1));
        Assert.Equal(ofUnit.Where(a => (string?)a["account"] == account).Select(Text), (await Items($"unit=chengguan&actor=@{account}")).Select(Text));
        Assert.Empty(await Items($"actor=@{account[1..]}"));

        Assert.Empty(await Items("event=uni"));
        Assert.Empty(await Items("actor=chenggua"));
        Assert.Empty(await Items("grain=unit"));
    }

    [Fact]
    public async Task Days_count_from_their_first_instant_to_their_last()
    {
        var all = await Items("");
        Assert.Equal(all.Count, (await Items("from=2020-09-17&until=2020-09-17")).Count);
        Assert.Empty(await Items("until=2020-09-16"));
        Assert.Empty(await Items("from=2020-09-18"));
        Assert.Equal((422, "date.out-of-range"), await Code("?until=9999-12-31"));
        Assert.Equal((400, "date.malformed"), await Code("?from=09/17/2020"));
        Assert.Equal((400, "date.malformed"), await Code("/export?until=09/17/2020"));
        Assert.Equal((422, "request.invalid"), await Code("?unit=Not+an+id"));
    }

    [Fact]
    public async Task Filtered_pages_follow_each_other_without_gap_or_double()
    {
        var whole = await Items("event=unit");
        var (paged, next) = (new List<JsonNode>(), "");
        do
        {
            var page = await Server.Get($"{Audit}?event=unit&limit=7&next={next}");
            paged.AddRange(page["items"]!.AsArray().Select(a => a!));
            next = (string?)page["next"];
        }
        while (next is not null);

        Assert.Equal(whole.Select(Text), paged.Take(whole.Count).Select(Text));
        Assert.Equal(paged.Count, paged.Select(Text).Distinct().Count());
    }

    [Fact]
    public async Task An_export_is_a_file_with_every_row_in_the_order_in_which_it_was_told()
    {
        using var answer = await Server.Http.GetAsync(new Uri($"{Audit}/export?event=unit", UriKind.Relative), TestContext.Current.CancellationToken);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal(("text/csv", "utf-8"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentType.CharSet));
        Assert.Equal("audit-huimin-2020.csv", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("position,at,grain,sequence,actor,account,event,body", lines[0]);
        var positions = lines.Skip(1).Select(l => long.Parse(l.Split(',')[0], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.True(positions.Count > 20, $"{positions.Count} rows");
        Assert.Equal(positions.Order(), positions);
        Assert.All(lines.Skip(1), l => Assert.Matches(@"^\d+,2020-09-17T\d\d:\d\d:\d\d\.\d{3}\+08:00,unit/huimin-2020/[a-z]+,\d+,([a-z/-]*),[a-z-]*,unit\.[a-z-]+,""\{.*\}""$", l));
    }

    [Fact]
    public async Task An_export_goes_over_many_pages_and_a_spreadsheet_computes_nothing_of_it()
    {
        await using var server = await TestServer.Start(begin: false);
        string[] askers = ["=1+1", "+86", "-1", "＝SUM(A1)", "＝1", "a,b", "a\"b", "office", "office@=1"];
        await server.Database.Write((db, token) => AuditLog.Append(db, [.. Enumerable.Range(0, 1200).Select(i => Account($"a-{i}", askers[i % askers.Length]))], token), TestContext.Current.CancellationToken);

        using var answer = await server.Http.GetAsync(new Uri("/api/v1/audit/export", UriKind.Relative), TestContext.Current.CancellationToken);
        var lines = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(1201, lines.Length);
        Assert.Equal(["'=1+1,", "'+86,", "'-1,", "'＝SUM(A1),", "'＝1,", "\"a,b\",", "\"a\"\"b\",", "office,", "office,'=1"], lines.Skip(1).Take(9).Select(l => l[(l.IndexOf(",1,", StringComparison.Ordinal) + 3)..l.IndexOf(",account.", StringComparison.Ordinal)]));
        Assert.DoesNotContain("0471", string.Concat(lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_belongs_to_no_campaign_has_an_audit_of_its_own()
    {
        await using var server = await TestServer.Start();
        await server.Database.Write((db, token) => AuditLog.Append(db, [Account("one", null), Account("two", "one")], token), TestContext.Current.CancellationToken);

        var items = (await server.Get("/api/v1/audit"))["items"]!.AsArray();
        Assert.Equal(["account/server/two", "account/server/one"], items.Select(a => (string)a!["grain"]!));
        Assert.Equal([2, 1], items.Select(a => (int)a!["position"]!));
        Assert.Equal("account/server/two", (string)Assert.Single((await server.Get("/api/v1/audit?actor=one"))["items"]!.AsArray())!["grain"]!);
        Assert.Equal("account/server/two", (string)Assert.Single((await server.Get("/api/v1/audit?actor=@one"))["items"]!.AsArray())!["grain"]!);
        Assert.DoesNotContain("account/server", (await server.Get($"{Audit}?limit=200")).ToJsonString(), StringComparison.Ordinal);
        Assert.Equal((400, "id.malformed"), await Refusal(server, "/api/v1/campaigns/server/audit"));
    }

    [Fact]
    public async Task A_served_audit_is_sealed_by_itself_and_says_how_far()
    {
        var places = AuditPlaces.From(_ => null, Directory.CreateTempSubdirectory("huimin-sealing-").FullName);
        await using (var server = await TestServer.Start(with: services => services.AddAuditSealing(places)))
        {
            var state = await HubClient.Eventually(async () => (await server.Get($"{Audit}/verification"))["item"]!, s => (long)s["sealed"]! > 0 && (long)s["sealed"]! == (long)s["position"]! && (long?)s["checkpoint"]?["position"] == (long)s["sealed"]!);

            Assert.Matches("^[0-9a-f]{64}$", (string)state["checkpoint"]!["chain"]!);
            Assert.Equal(0, (int)(await server.Get("/api/v1/audit/verification"))["item"]!["position"]!);
            using var keys = AuditKeys.OpenOrCreate(places.Keys);
            var line = CheckpointLine.Read((await CheckpointFile.Lines(places.Checkpoints, TestContext.Current.CancellationToken))[^1])!;
            Assert.Equal((string)state["checkpoint"]!["key"]!, keys.Signer);
            Assert.Equal(((long)state["sealed"]!, (string)state["checkpoint"]!["chain"]!, true), (line.Said.Position, line.Said.Chain, keys.Holds(line)));
        }

        Directory.Delete(Path.GetDirectoryName(places.Keys)!, recursive: true);
    }

    [Fact]
    public async Task Before_any_sealing_the_state_says_so()
    {
        var state = (await Server.Get($"{Audit}/verification"))["item"]!;

        Assert.True((long)state["position"]! > 0);
        Assert.Equal((0, null), ((int)state["sealed"]!, state["checkpoint"]));
    }

    private static AuditEntry Account(string id, string? actor) =>
        new(AuditLog.Server, "account", id, DateTimeOffset.UnixEpoch.AddYears(50), actor, "account.created", """{"phone":"0471-2222","note":"审计"}""");

    private static string Text(JsonNode row) => row.ToJsonString();

    private async Task<List<JsonNode>> Items(string query) => [.. (await Server.Get($"{Audit}?limit=200&{query}".TrimEnd('&')))["items"]!.AsArray().Select(a => a!)];

    private Task<(int Status, string? Code)> Code(string more) => Refusal(Server, Audit + more);

    private static async Task<(int Status, string? Code)> Refusal(TestServer server, string path)
    {
        var (status, problem) = await server.Refused(path);
        return (status, (string?)problem["code"]);
    }
}
