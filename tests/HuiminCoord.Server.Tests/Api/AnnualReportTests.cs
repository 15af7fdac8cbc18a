using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace HuiminCoord.Server.Tests.Api;

/// <summary>Annual reports begin with their months, and the month between two years is divided by what the first has beyond its own.</summary>
public sealed class AnnualReportTests : IAsyncLifetime
{
    private const string Cell = "chi-shipin/officers";

    private TestServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.Start(forms: true);
        await _server.RunUntil(new DateOnly(2020, 12, 1), 10);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_year_says_what_it_begins_with_and_the_next_has_the_rest_of_December()
    {
        var unit = new ReportWriter(_server, "jiaoyu");
        await Month(unit, "monthly-2020-09", "5");
        await Month(unit, "monthly-2020-10", "6");
        var prefill = (await unit.Report("annual-2020"))["prefill"]!;
        Assert.Equal((44, "11"), (prefill["figures"]!.AsObject().Count, (string)prefill["figures"]![Cell]!));
        Assert.Equal(["monthly-2020-09", "monthly-2020-10"], Duties(prefill["months"]!));
        Assert.Equal(["monthly-2020-11"], Duties(prefill["leftOut"]!));
        Assert.Equal(("2020-11-26", "2020-11-30"), ((string)prefill["remainder"]!["from"]!, (string)prefill["remainder"]!["to"]!));

        await Month(unit, "monthly-2020-11", "7");
        await Month(unit, "monthly-2020-12", "9");
        var later = (await unit.Report("annual-2021"))["prefill"]!;
        Assert.Equal(("monthly-2020-12", "waits", "annual-2020"), (Duties(later["leftOut"]!)[0], (string)later["leftOut"]![0]!["reason"]!, (string)later["unsaid"]![0]!));

        // 18 of its months, 20 in all: 2 on the last days of November. In one cell it has less than its months.
        await unit.Fill("annual-2020", "20", ("chi-yiyao/clues", "17"));
        var asked = (await unit.Report("annual-2020"))["problems"]!.AsArray().Single(p => (string)p!["code"]! == "sheet.below-months")!;
        Assert.Equal(("chi-yiyao/clues", false, "17", "18"), ((string)asked["field"]!, (bool)asked["isError"]!, (string)asked["facts"]![0]!, (string)asked["facts"]![1]!));
        await unit.HandIn("annual-2020");
        later = (await unit.Report("annual-2021"))["prefill"]!;
        Assert.Equal("7", (string)later["figures"]![Cell]!);
        Assert.Equal(["chi-yiyao/clues"], later["undivided"]!.AsArray().Select(c => (string)c!));
        Assert.Equal(("2020-12-01", "2020-12-25"), ((string)later["months"]![0]!["days"]!["from"]!, (string)later["months"]![0]!["days"]!["to"]!));
        Assert.Null((await unit.Report("monthly-2020-12"))["prefill"]);
    }

    [Fact]
    public async Task Its_workbook_holds_the_sums_where_nobody_has_typed()
    {
        var unit = new ReportWriter(_server, "minzheng");
        await Month(unit, "monthly-2020-09", "5");
        await Month(unit, "monthly-2020-10", "6");
        await unit.Type("annual-2020", ("chi-shipin/samples", "30"));
        using var client = _server.Seats.Client(_server.Url, "minzheng/liaison");
        var address = new Uri($"{unit.Address("annual-2020")}/workbook", UriKind.Relative);
        var workbook = await client.GetByteArrayAsync(address, TestContext.Current.CancellationToken);
        using var content = new ByteArrayContent(workbook);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        using var taken = await client.PostAsync(new Uri($"{address}?keep=true", UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.True((bool)JsonNode.Parse(await taken.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["stored"]!);
        var fields = (await unit.Report("annual-2020"))["fields"]!.AsArray().ToDictionary(f => (string)f!["field"]!, f => (string)f!["typed"]!);
        Assert.Equal(("11", "30"), (fields[Cell], fields["chi-shipin/samples"]));
    }

    [Fact]
    public async Task A_correction_lists_what_cumulatives_become_and_keeps_what_it_changed()
    {
        var unit = new ReportWriter(_server, "gongxin");
        await Month(unit, "monthly-2020-09", "5");
        await Month(unit, "monthly-2020-10", "6", ("chi-shipin/samples", "9"));
        await Month(unit, "monthly-2020-11", "7", ("chi-shipin/samples", "5"));
        await unit.Reopen("monthly-2020-10", "一次检查重复填报");
        await unit.Type("monthly-2020-10", (Cell, "4"), ("chi-shipin/samples", "6"));
        await unit.HandIn("monthly-2020-10");

        using var office = _server.Seats.Client(_server.Url, "office-staff");
        var view = JsonNode.Parse(await office.GetStringAsync(new Uri(unit.Address("monthly-2020-10"), UriKind.Relative), TestContext.Current.CancellationToken))!["item"]!;
        string[] expected = ["monthly-2020-10 11 9", "monthly-2020-11 18 16"];
        Assert.Equal(expected, Changes(view["laterChanges"]!));
        Assert.Equal("一次检查重复填报", (string)view["laterChanges"]![0]!["reason"]!);
        // 5 + 6 + 5 sampled, and 5 + 6 + 7 of them failed: the later month has to be corrected, too.
        var warned = view["problems"]!.AsArray().Single(p => (string)p!["code"]! == "sheet.exceeds-later")!;
        Assert.Equal(("chi-shipin/samplesFailed", false), ((string)warned["field"]!, (bool)warned["isError"]!));
        Assert.Empty(view["corrections"]!.AsArray());

        await _server.Do($"{unit.Address("monthly-2020-10")}/accept-correction", new { version = 2 });
        view = await unit.Report("monthly-2020-10");
        Assert.Empty(view["laterChanges"]!.AsArray());
        var kept = Assert.Single(view["corrections"]!.AsArray())!;
        Assert.Equal((2, "一次检查重复填报"), ((int)kept["version"]!, (string)kept["reason"]!));
        Assert.Equal(expected, Changes(kept["changes"]!));
    }

    private static async Task Month(ReportWriter unit, string duty, string figure, params (string Field, string Typed)[] others)
    {
        await unit.Fill(duty, figure, others);
        await unit.HandIn(duty);
    }

    private static List<string> Duties(JsonNode reports) => [.. reports.AsArray().Select(r => (string)r!["duty"]!)];

    private static IEnumerable<string> Changes(JsonNode changes) =>
        changes.AsArray().Where(c => (string)c!["field"]! == Cell).Select(c => $"{c!["duty"]} {c["before"]} {c["after"]}");
}
