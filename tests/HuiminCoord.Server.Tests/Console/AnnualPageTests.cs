using HuiminCoord.Server.Tests.Api;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>The page of a year's report, as each seat of a unit sees it.</summary>
public sealed class AnnualPageTests
{
    [Fact]
    public async Task It_says_which_days_are_in_its_sums_and_which_are_to_be_added()
    {
        await using var server = await TestServer.Start(forms: true);
        await server.RunUntil(new DateOnly(2020, 12, 1), 10);
        var unit = new ReportWriter(server, "jiaoyu");
        Assert.Contains("各月尚无可合计的数，请填写2020年9月1日至11月30日的数。", (await At(server, "jiaoyu/liaison")).One("#annual").TextContent, StringComparison.Ordinal);
        foreach (var month in new[] { "monthly-2020-09", "monthly-2020-10", "monthly-2020-11" })
        {
            await unit.Fill(month, "4");
            await unit.HandIn(month);
        }

        var page = await At(server, "jiaoyu/liaison");
        Assert.Equal("本表填写全年数。各月合计含2020年9月1日至11月25日；请在各格加上2020年11月26日至11月30日的数。", page.One("#annual p").TextContent);
        Assert.Contains("填入各月合计（44格）", page.One("#fill-months").TextContent, StringComparison.Ordinal);
        Assert.Equal(["全年", "各月", "差额"], page.Document.QuerySelectorAll(".grid .t2 th").Take(3).Select(h => h.TextContent.Trim()));
        Assert.Equal(["12", "—"], page.One("td:has(> #c-chi-shipin-officers)").ParentElement!.QuerySelectorAll("td.pv").Take(2).Select(c => c.TextContent));

        var leader = await At(server, "jiaoyu/leader");
        Assert.NotNull(leader.One("#annual"));
        Assert.Empty(leader.Document.QuerySelectorAll("#fill-months"));
        Assert.Empty((await At(server, "zhengfuban/liaison")).Document.QuerySelectorAll("#annual"));
        Assert.Contains("The months' sums cover 2020-09-01 to 2020-11-25; add 2020-11-26 to 2020-11-30 in each cell.", (await At(server, "jiaoyu/liaison", "en")).One("#annual").TextContent, StringComparison.Ordinal);
    }

    private static async Task<Page> At(TestServer server, string seat, string? language = null)
    {
        using var visitor = await PageVisitor.In(server, seat, language);
        return await visitor.Get("/fill/annual-2020");
    }
}
