using System.Text.Json.Nodes;
using HuiminCoord.Server.Tests.Api.Whole;

namespace HuiminCoord.Server.Tests.Api;

/// <summary>What the office does with a month over HTTP: the table goes upward, the month is locked, the bulletin goes its way to the units' receipts.</summary>
public sealed class ConsolidationTests
{
    private const string Month = $"{TestServer.Path}/district-tables/monthly-2020-09", Bulletin = $"{TestServer.Path}/bulletins/monthly-2020-09";

    [Fact]
    public async Task A_table_that_went_upward_stays_as_it_was_and_what_differs_since_is_listed_with_its_unit()
    {
        await using var server = await TestServer.Start(forms: true);
        Assert.Equal("consolidation.no-reports", Code(await server.Post($"{Month}/send-upward", new { note = "" })));
        await DistrictTableTests.HandIn(server, "scjg", "3");
        await server.Do($"{Month}/send-upward", new { note = "报市级。" });
        var workbook = await server.Http.GetByteArrayAsync(new Uri($"{Month}/kept/1/workbook", UriKind.Relative), TestContext.Current.CancellationToken);

        await DistrictTableTests.HandIn(server, "nongmu", "2");
        var kept = (await server.Get($"{Month}/kept/1"))["item"]!;
        Assert.Equal(("sentUpward", "报市级。"), ((string)kept["kept"]!["for"]!, (string)kept["kept"]!["note"]!));
        Assert.Equal("3", (string)DistrictTableTests.Cell(new JsonObject { ["item"] = kept["table"]!.DeepClone() }, "section", "chi-shipin", "filed")["total"]!);
        var filed = kept["differences"]!.AsArray().Single(d => (string)d!["kind"]! == "section" && (string)d["row"]! == "chi-shipin" && (string)d["column"]! == "filed")!;
        Assert.Equal(("3", "5", "nongmu"), ((string)filed["before"]!, (string)filed["after"]!, (string)filed["units"]!.AsArray().Single()!));
        // The cumulative table went upward too, and what an earlier month changes is seen there alone.
        var cumulative = (await server.Get($"{Month}/kept/1?span=cumulative"))["item"]!;
        Assert.Contains(cumulative["differences"]!.AsArray(), d => (string)d!["row"]! == "chi-shipin" && (string)d["column"]! == "filed" && (string)d["before"]! == "3" && (string)d["after"]! == "5");
        Assert.Equal("cumulative", (string)cumulative["table"]!["span"]!);
        Assert.Equal(workbook, await server.Http.GetByteArrayAsync(new Uri($"{Month}/kept/1/workbook", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal("consolidation.table-unknown", (string)(await server.Refused($"{Month}/kept/2")).Problem["code"]!);
    }

    [Fact]
    public async Task A_month_is_locked_once_everybody_is_accepted_and_opens_by_two_people_who_open_a_report()
    {
        await using var server = await TestServer.Start(forms: true);
        await DistrictTableTests.HandIn(server, "jiaoyu", "1");
        var (status, problem) = await server.Post($"{Month}/lock", null);
        Assert.Equal((409, "consolidation.not-complete"), (status, (string)problem["code"]!));
        Assert.Contains("民政局", (string)problem["detail"]!, StringComparison.Ordinal);

        await ReportWays.Complete(server);
        await server.Do($"{Month}/lock", null);
        Assert.Equal("locked", await Lock(server));
        await server.Do($"{TestServer.Path}/units/jiaoyu/reports/monthly-2020-09/ask-reopening", new { reason = "立案数与台账不一致。" });
        Assert.Equal("locked", await Lock(server));
        await server.Do($"{TestServer.Path}/units/jiaoyu/reports/monthly-2020-09/decide-reopening", new { agreed = true });
        Assert.Equal("reopened", await Lock(server));
        Assert.Equal("consolidation.not-complete", Code(await server.Post($"{Month}/lock", null)));
    }

    [Fact]
    public async Task A_draft_shows_a_unit_its_own_row_and_the_issued_bulletin_shows_all_and_is_signed_for()
    {
        await using var server = await TestServer.Start(forms: true);
        await DistrictTableTests.HandIn(server, "scjg", "3");
        await DistrictTableTests.HandIn(server, "nongmu", "2");
        using var unit = server.Seats.Client(server.Url, "nongmu/liaison");
        Assert.Equal("bulletin.unknown", Code(await Read(unit, Bulletin)));
        await server.Do($"{Month}/bulletin/circulate", new { });

        var draft = (await Read(unit, Bulletin)).Body["item"]!;
        Assert.Equal(["农牧局", "全区"], draft["rows"]!.AsArray().Select(r => (string)r!["name"]!));
        Assert.Equal("bulletin.unknown", Code(await Read(unit, $"{Bulletin}/paper")));
        Assert.Equal("bulletin.unknown", Code(await Read(unit, $"{Bulletin}/workbook")));
        Assert.Equal("bulletin.objections-open", Code(await server.Post($"{Month}/bulletin/issue", new { seen = 1 })));
        await server.Do($"{TestServer.Path}/units/nongmu/bulletins/monthly-2020-09/object", new { text = "立案数有误。" });
        using var other = server.Seats.Client(server.Url, "gongan/liaison");
        Assert.Empty((await Read(other, Bulletin)).Body["item"]!["objections"]!.AsArray());
        await server.Do($"{Month}/bulletin/objections/1/answer", new { text = "已核对，原数无误。" });

        await server.RunUntil(new DateOnly(2020, 9, 22), 10);
        await server.Do($"{Month}/bulletin/issue", new { seen = 1 });
        await server.Do($"{Month}/bulletin/number", new { number = "回市监发[2020]12号" });
        await server.Do($"{TestServer.Path}/units/nongmu/bulletins/monthly-2020-09/acknowledge", null);
        var issued = (await Read(unit, Bulletin)).Body["item"]!;
        Assert.Equal(("回市监发〔2020〕12号", 12, 1), ((string)issued["documentNumber"]!, issued["rows"]!.AsArray().Count, issued["receipts"]!.AsObject().Count));
        Assert.Equal("已核对，原数无误。", (string)issued["objections"]![0]!["answer"]!);
        Assert.Equal(200, (await Status(unit, $"{Bulletin}/paper")));
        var texts = await Texts(unit, $"{Bulletin}/workbook");
        Assert.Subset(texts.ToHashSet(), new HashSet<string> { "回民区2020年9月工作通报第1期", "农牧局", "全区", "本月", "累计", "未报" });
        var bulletin = (await server.Get($"{Month}/consolidation"))["item"]!["bulletin"]!;
        Assert.Equal("nongmu", Assert.Single(bulletin["receipts"]!.AsObject()).Key);
    }

    [Fact]
    public async Task A_month_that_an_amendment_takes_away_keeps_its_table_and_its_bulletin_with_its_number()
    {
        await using var server = await TestServer.Start(forms: true);
        await DistrictTableTests.HandIn(server, "nongmu", "2");
        await server.Do($"{Month}/bulletin/circulate", new { });
        await server.RunUntil(new DateOnly(2020, 9, 22), 10);
        await server.Do($"{Month}/bulletin/issue", new { seen = 1 });
        var plan = JsonNode.Parse(TestServer.FormsJson)!;
        (plan["version"], plan["amendment"]) = (2, new JsonObject { ["reason"] = "工作需要", ["basis"] = "联席会议", ["decidedBy"] = "meeting" });
        plan["duties"]!.AsArray().Single(d => (string)d!["id"]! == "monthly")!["schedule"]!["from"] = "2020-10";
        await server.Do($"{TestServer.Path}/amendments", new { plan });

        Assert.Equal("district.unknown", (string)(await server.Refused($"{Month}/consolidation")).Problem["code"]!);
        using var unit = server.Seats.Client(server.Url, "nongmu/liaison");
        var bulletin = Assert.Single((await Read(unit, $"{TestServer.Path}/bulletins")).Body["items"]!.AsArray())!;
        Assert.Equal(("2020年9月工作通报", 1), ((string)bulletin["title"]!, (int)bulletin["issue"]!));
        Assert.Equal(200, await Status(unit, $"{Bulletin}/paper"));
        await server.Do($"{TestServer.Path}/units/nongmu/bulletins/monthly-2020-09/acknowledge", null);
        Assert.Single((await Read(unit, Bulletin)).Body["item"]!["receipts"]!.AsObject());
        var kept = (await server.Get($"{Month}/kept/1"))["item"]!;
        Assert.Equal("2", (string)DistrictTableTests.Cell(new JsonObject { ["item"] = kept["table"]!.DeepClone() }, "section", "chi-shipin", "filed")["total"]!);
        Assert.Empty(kept["differences"]!.AsArray());
    }

    [Fact]
    public async Task The_office_is_reminded_of_what_it_owes_itself_and_not_of_what_it_has_done()
    {
        await using var server = await TestServer.Start(forms: true);
        await DistrictTableTests.HandIn(server, "scjg", "3");
        await server.RunUntil(new DateOnly(2020, 10, 10), 10);
        await server.Do($"{Month}/send-upward", new { note = "" });
        await server.RunUntil(new DateOnly(2020, 10, 13), 10);

        var told = (await server.Get($"{TestServer.Path}/inbox?recipient=office&limit=200"))["item"]!["items"]!.AsArray().Select(m => $"{m!["at"]} {m["body"]}").ToList();
        Assert.Contains(told, m => m.Contains("工作通报今日应印发", StringComparison.Ordinal));
        Assert.Contains(told, m => m.Contains("工作通报印发已逾期", StringComparison.Ordinal));
        Assert.DoesNotContain(told, m => m.Contains("全区汇总表今日应报市级", StringComparison.Ordinal));
        var duties = (await server.Get($"{Month}/consolidation"))["item"]!["duties"]!.AsArray().ToDictionary(d => (string)d!["kind"]!, d => ((bool)d!["done"]!, (bool)d["late"]!));
        Assert.Equal((true, false), duties["consolidation"]);
        Assert.Equal((false, true), duties["bulletin"]);
    }

    private static async Task<string> Lock(TestServer server) => (string)(await server.Get($"{Month}/consolidation"))["item"]!["lock"]!;

    private static string? Code((int Status, JsonNode Body) answer) => (string?)answer.Body["code"];

    private static async Task<(int Status, JsonNode Body)> Read(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }

    private static async Task<IReadOnlyList<string>> Texts(HttpClient client, string path)
    {
        using var workbook = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(new MemoryStream(await client.GetByteArrayAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken)), false);
        return [.. workbook.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Text>().Select(t => t.Text))];
    }

    private static async Task<int> Status(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }
}
