using System.Net;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>审核 on the same morning, and on one on which nothing waits.</summary>
public sealed class ReviewPageTests(NovemberMorning morning) : IClassFixture<NovemberMorning>
{
    [Fact]
    public async Task What_waits_stands_with_the_day_by_which_it_is_to_be_reviewed()
    {
        var page = await Look("/review");
        Assert.Equal("待审2件（材料4份），延期申请1件", BoardPageTests.Plain(page.One("h1")));
        Assert.Equal(
            ["卫健委 11月报 · 小结 2020-11-27 11:00 12-02", "卫健委 11月报 · 统计表 2020-11-27 11:00 12-02", "文化旅游广电局 11月报 · 小结 2020-11-30 09:40 12-03 逾期已报、代录", "文化旅游广电局 11月报 · 统计表 2020-11-30 09:40 12-03 逾期已报、代录"],
            page.Document.QuerySelectorAll("table[aria-labelledby=review-parts] tbody tr").Select(BoardPageTests.Plain));
        Assert.Contains("审核通过所选（0）", page.One(".head .pri").TextContent, StringComparison.Ordinal);
        Assert.Equal("公安分局 11月报 2020-11-28 2020-12-02 " + NovemberMorning.Hostile, BoardPageTests.Plain(page.One("table[aria-labelledby=review-requests] tbody tr")));
        Assert.Empty(page.Document.QuerySelectorAll(".main script, img"));
    }

    [Fact]
    public async Task A_part_that_is_opened_shows_what_was_handed_in_and_what_can_be_done()
    {
        var drawer = (await Look("/review?unit=weijian&of=monthly-2020-11&part=table")).One("#drawer");
        Assert.Contains(NovemberMorning.Hostile, drawer.TextContent, StringComparison.Ordinal);
        Assert.Contains("报送小结、统计表", drawer.TextContent, StringComparison.Ordinal);
        Assert.Equal(["退回修改", "免报", "审核通过"], drawer.QuerySelectorAll("footer button").Select(BoardPageTests.Plain));
        var returning = (await Look("/review?unit=weijian&of=monthly-2020-11&part=table&do=return")).One("#drawer");
        Assert.NotNull(returning.QuerySelector("#return-1-place[aria-describedby]"));
        Assert.NotNull(returning.QuerySelector("textarea#return-1-text"));
        var request = (await Look("/review?unit=gongan&of=monthly-2020-11")).One("#drawer");
        Assert.Contains("同意延期至12-02", request.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_left_before_an_empty_page()
    {
        await using var server = await TestServer.Start();
        using var office = await PageVisitor.In(server, "office-staff", "en");
        var page = await office.Get("/review");
        Assert.Contains("Nothing to review", page.Text, StringComparison.Ordinal);
        Assert.Equal("/board", page.One(".empty a").GetAttribute("href"));
        Assert.Contains("没有符合条件的材料", (await Look("/review?over=true")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("office-director", "3")]
    [InlineData("office-staff", "3")]
    [InlineData("convenor", null)]
    [InlineData("nongmu/liaison", null)]
    public async Task The_navigation_counts_what_waits_for_the_seat(string seat, string? count)
    {
        using var visitor = await PageVisitor.In(morning.Server, seat);
        Assert.Equal(count, (await visitor.Get("/home")).Document.QuerySelector(".nav a[href='/review'] .badge")?.TextContent);
    }

    private async Task<Page> Look(string path)
    {
        using var visitor = await PageVisitor.In(morning.Server, "office-director");
        var page = await visitor.Get(path);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return page;
    }
}
