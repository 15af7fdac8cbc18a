using System.Text.Json.Nodes;

namespace HuiminCoord.Server.Tests.Api;

/// <summary>The district's table over HTTP: what units have handed in, added up; what they have not is missing.</summary>
public sealed class DistrictTableTests
{
    private const string Table = $"{TestServer.Path}/district-tables/monthly-2020-09";

    [Fact]
    public async Task Figures_of_two_units_are_added_and_the_others_are_missing_not_zero()
    {
        await using var server = await TestServer.Start(forms: true);
        Assert.Equal("2020年9月", (string)(await server.Get($"{TestServer.Path}/district-tables"))["items"]![0]!["title"]!);
        var before = Cell(await server.Get(Table), "total", "total", "filed");
        Assert.Null(before["total"]);
        await HandIn(server, "nongmu", "2");
        await HandIn(server, "scjg", "3");
        var table = await server.Get(Table);
        var filed = Cell(table, "section", "chi-shipin", "filed");
        Assert.Equal(("5", 0), ((string)filed["total"]!, filed["missing"]!.AsArray().Count));
        // 市场监督管理局 fills all eleven rows, 农牧局 those of 吃 and 行: 11 × 3 + 5 × 2.
        Assert.Equal("43", (string)Cell(table, "total", "total", "filed")["total"]!);
        // Joint actions are the lead's to count: 农牧局 supports.
        var joint = Cell(table, "section", "chi-shipin", "joint");
        Assert.Equal(("3", "2"), ((string)joint["total"]!, (string)joint["supporting"]!));
        Assert.Contains("weijian", Cell(table, "section", "chuan-fanghu", "filed")["missing"]!.AsArray().Select(m => (string)m!));
        // 区政府办公室 owes no table, but a summary: it is not exempted.
        Assert.Equal(("missing", "reported", "missing"), (Standing(table, "gongan"), Standing(table, "scjg"), Standing(table, "zhengfuban")));

        var behind = (await server.Get($"{Table}/behind?kind=section&row=chi-shipin&column=joint"))["items"]!.AsArray();
        Assert.Equal(["scjg 3 False", "nongmu 2 True"], behind.Select(b => $"{b!["unit"]} {b["figure"]} {(bool)b["isSupporting"]!}"));
        Assert.Equal("5.00", (string)Cell(await server.Get($"{Table}?span=cumulative"), "section", "chi-shipin", "value")["total"]!);

        var workbook = await server.Http.GetByteArrayAsync(new Uri($"{Table}/workbook", UriKind.Relative), TestContext.Current.CancellationToken);
        using var read = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        Assert.Equal(2, read.WorkbookPart!.WorksheetParts.Count());
    }

    [Fact]
    public async Task A_table_that_nobody_owes_is_unknown_and_a_unit_is_let_in_to_none()
    {
        await using var server = await TestServer.Start(forms: true);
        var (status, problem) = await server.Refused($"{TestServer.Path}/district-tables/monthly-2019-09");
        Assert.Equal((404, "district.unknown"), (status, (string)problem["code"]!));
        using var unit = server.Seats.Client(server.Url, "jiaoyu/liaison");
        using var denied = await unit.GetAsync(new Uri(Table, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(403, (int)denied.StatusCode);
    }

    /// <summary>A unit fills every cell with the same figure, and its leader approves.</summary>
    internal static async Task HandIn(TestServer server, string unit, string figure)
    {
        var report = $"{TestServer.Path}/units/{unit}/reports/monthly-2020-09";
        var form = (await server.Get(report))["item"]!["form"]!;
        var fields = from section in form["sections"]!.AsArray()
                     from column in form["columns"]!.AsArray()
                     where (bool)column!["applies"]!
                     select new { field = $"{section!["id"]}/{column["code"]}", typed = figure };
        var texts = new[] { "work", "cases", "problems" }.Select(s => new { field = $"text/{s}", typed = "本期按方案推进。" });
        await server.Do($"{report}/fields", new { fields = fields.Concat(texts) });
        await server.Do($"{report}/propose", new { });
        await server.Do($"{report}/approve", new { version = 1 });
    }

    internal static JsonNode Cell(JsonNode table, string kind, string row, string column)
    {
        var item = table["item"]!;
        var at = item["columns"]!.AsArray().Select(c => (string)c!["code"]!).ToList().IndexOf(column);
        return item["rows"]!.AsArray().Single(r => (string)r!["kind"]! == kind && (string)r["id"]! == row)!["cells"]![at]!;
    }

    private static string Standing(JsonNode table, string unit) => (string)table["item"]!["units"]!.AsArray().Single(u => (string)u!["unit"]! == unit)!["standing"]!;
}
