using System.Net;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>工作日历: a year as each seat sees it.</summary>
public sealed class CalendarPageTests(ServerFixture fixture)
{
    private TestServer Server => fixture.Server;

    [Fact]
    public async Task A_year_shows_rest_exchanged_days_and_what_is_due()
    {
        using var director = await PageVisitor.In(Server, "office-director");
        var page = await director.Get("/calendar");
        Assert.Equal(12, page.Document.QuerySelectorAll("table.days").Length);
        Assert.Equal(366, page.Document.QuerySelectorAll("[data-rove]").Length);
        Assert.Equal("day-2020-09-17", Assert.Single(page.Document.QuerySelectorAll("[data-rove][tabindex='0']")).Id);
        Assert.Contains("休", page.One("#day-2020-10-01").TextContent, StringComparison.Ordinal);
        Assert.Contains("国庆节", page.One("#day-2020-10-01").GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Contains("班", page.One("#day-2020-09-27").TextContent, StringComparison.Ordinal);
        Assert.Contains("报", page.One("#day-2020-09-28").TextContent, StringComparison.Ordinal);
        Assert.Contains("2020年9月小结和统计表", page.One("#day-2020-09-28").GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Contains("27日 上班", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_that_is_not_published_yet_is_not_known_and_its_days_are_provisional()
    {
        using var director = await PageVisitor.In(Server, "office-director");
        var page = await director.Get("/calendar?year=2021");
        Assert.DoesNotContain("2021-1", page.Text, StringComparison.Ordinal);
        Assert.Contains("prov", page.One("#day-2021-02-11").ClassName!, StringComparison.Ordinal);
        Assert.DoesNotContain("休", page.One("#day-2021-02-11").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("湖北", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_says_on_what_account_it_is_arranged_and_what_is_due()
    {
        using var staff = await PageVisitor.In(Server, "office-staff");
        var drawer = (await staff.Get("/calendar?year=2020&day=2020-11-28")).One("#drawer");
        Assert.Contains("休息日", drawer.TextContent, StringComparison.Ordinal);
        Assert.Contains("2020年11月27日 周五", drawer.TextContent, StringComparison.Ordinal);
        Assert.Contains("2020年11月小结和统计表", drawer.TextContent, StringComparison.Ordinal);
        Assert.Null((await staff.Get("/calendar?year=2020&day=x")).Document.QuerySelector("#drawer"));
    }

    [Fact]
    public async Task An_administrator_sees_the_countrys_days_and_nothing_of_a_campaign()
    {
        using var admin = await PageVisitor.In(Server, "system-admin");
        var page = await admin.Get("/calendar");
        Assert.Contains("全国", page.One(".ctx").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("table.days .mark.due"));
        Assert.DoesNotContain("小结", page.Text, StringComparison.Ordinal);
        Assert.NotNull((await admin.Get("/calendar?edit=layer")).One("#paper-region"));
    }

    [Theory]
    [InlineData("convenor")]
    [InlineData("jiaoyu/liaison")]
    [InlineData("security-admin")]
    public async Task Other_seats_do_not_see_the_page(string seat)
    {
        using var visitor = await PageVisitor.In(Server, seat);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Get("/calendar")).Status);
    }

    [Fact]
    public async Task In_English_the_page_is_English()
    {
        using var director = await PageVisitor.In(Server, "office-director", "en");
        var page = await director.Get("/calendar?year=2020&edit=paper");
        Assert.Contains("2020: 249 working days, 7 of them in exchange", page.One("h1").TextContent, StringComparison.Ordinal);
        Assert.DoesNotMatch("cal\\.[a-z]+", page.Text);
        Assert.All(page.Document.QuerySelectorAll("aside input:not([type=radio]):not([aria-label]),aside textarea"), field => Assert.NotNull(page.Document.QuerySelector($"label[for='{field.Id}']")));
    }
}
