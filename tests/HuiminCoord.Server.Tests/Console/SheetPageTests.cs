namespace HuiminCoord.Server.Tests.Console;

/// <summary>The page of a report with a form, as each seat of a unit sees it.</summary>
public sealed class SheetPageTests(SheetPageTests.FormsServer forms) : IClassFixture<SheetPageTests.FormsServer>
{
    private const string Path = "/fill/monthly-2020-09";

    [Fact]
    public async Task A_liaison_sees_the_table_turned_with_what_does_not_apply_in_grey()
    {
        var page = await At("jiaoyu/liaison", Path);
        Assert.StartsWith("2020年9月小结和统计表：", page.One("h1").TextContent, StringComparison.Ordinal);
        Assert.Contains("统计期间 2020-09-01 至 2020-09-25", page.One(".ctx").TextContent, StringComparison.Ordinal);
        Assert.Equal(["吃 · 食品", "吃 · 医药", "穿 · 服装鞋帽", "穿 · 防护用品"], page.Document.QuerySelectorAll(".grid th.sec").Select(h => h.TextContent.Trim()));
        Assert.Equal((26, 44, 60), (page.Document.QuerySelectorAll(".grid th.ind").Length, page.Document.QuerySelectorAll(".grid input[data-cell]").Length, page.Document.QuerySelectorAll(".grid td.na:not(.tot)").Length));
        Assert.Equal("吃 · 食品，出动执法人员", page.One("#c-chi-shipin-officers").GetAttribute("aria-label"));
        Assert.Contains("其中：配合", page.One("td:has(> #c-chi-shipin-joint)").TextContent, StringComparison.Ordinal);
        Assert.Contains("其余填0（44格）", page.One("#zeros").TextContent, StringComparison.Ordinal);
        Assert.Contains("还有47处需处理", page.One("#errors-left").TextContent, StringComparison.Ordinal);
        Assert.True(page.One("#propose").HasAttribute("disabled"));
    }

    [Fact]
    public async Task On_paper_it_stands_in_the_official_direction_with_places_for_seal_and_signature()
    {
        var sheet = (await At("jiaoyu/liaison", Path)).One(".sealsheet");
        Assert.Equal((4, 26), (sheet.QuerySelectorAll("tbody tr").Length, sheet.QuerySelectorAll("tbody tr:first-child td").Length));
        foreach (var place in new[] { "填报单位：教育局", "统计期间：", "填报人（签字）：", "审核人（签字）：", "联系电话：", "填报日期：", "（单位盖章）" })
        {
            Assert.Contains(place, sheet.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_leader_reads_it_and_types_nothing()
    {
        var page = await At("jiaoyu/leader", Path);
        Assert.Empty(page.Document.QuerySelectorAll(".grid input, #propose, #zeros, #approve"));
        Assert.Equal(104, page.Document.QuerySelectorAll(".grid td.in, .grid td.na:not(.tot)").Length);
    }

    [Fact]
    public async Task An_officer_of_a_section_types_into_its_rows_alone()
    {
        var page = await At("scjg/section-shipin", Path);
        Assert.Equal(52, page.Document.QuerySelectorAll(".grid input[data-cell]").Length);
        Assert.All(page.Document.QuerySelectorAll(".grid input[data-cell]"), i => Assert.StartsWith("chi-", i.GetAttribute("data-cell"), StringComparison.Ordinal));
        Assert.Empty(page.Document.QuerySelectorAll("#propose, #nil, #approve, #withdraw"));
        Assert.Contains("2020年9月小结和统计表", (await At("scjg/section-shipin", "/fill")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_without_a_table_begins_with_its_summary()
    {
        var page = await At("zhengfuban/liaison", Path);
        Assert.Empty(page.Document.QuerySelectorAll(".grid, #tab-table"));
        Assert.Equal(5, page.Document.QuerySelectorAll("textarea[id^=text-]").Length);
    }

    [Fact]
    public async Task English_has_the_same_page()
    {
        using var visitor = await PageVisitor.In(forms.Server, "jiaoyu/liaison", "en");
        Assert.Contains("Fill the rest with 0 (44)", (await visitor.Get(Path)).One("#zeros").TextContent, StringComparison.Ordinal);
    }

    private async Task<Page> At(string seat, string path)
    {
        using var visitor = await PageVisitor.In(forms.Server, seat);
        return await visitor.Get(path);
    }

    /// <summary>A campaign with forms on the day on which September's report is due soon.</summary>
    public sealed class FormsServer : IAsyncLifetime
    {
        internal TestServer Server { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Server = await TestServer.Start(forms: true);
            await Server.RunUntil(new DateOnly(2020, 9, 25), 10);
        }

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }
}
