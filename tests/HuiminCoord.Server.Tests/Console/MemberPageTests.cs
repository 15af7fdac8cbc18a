using System.Net;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>成员调整 on pages: the unit's own, and the plan's.</summary>
public sealed class MemberPageTests : IAsyncLifetime
{
    private const string Hostile = "<script>alert(1)</script>";

    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_unit_sees_what_waits_and_each_seat_may_do_its_own()
    {
        using var liaison = await PageVisitor.In(_server, "jiaoyu/liaison");
        Assert.Equal(["提出调整"], Acts(await liaison.Get("/unit")));
        Assert.NotNull((await liaison.Get("/unit?member=propose")).Document.QuerySelector("#drawer #member-holder"));
        await _server.Do($"{TestServer.Path}/units/jiaoyu/member/propose", new { holder = Hostile, title = "副局长", reason = "工作变动", from = "2020-09-24" });

        var page = await liaison.Get("/unit");
        Assert.Equal(["撤回"], Acts(page));
        Assert.Contains($"{Hostile}（副局长）", page.One("#member").TextContent, StringComparison.Ordinal);
        Assert.Contains("待联席会议确定", page.One("#member").TextContent, StringComparison.Ordinal);
        Assert.Empty((await liaison.Get("/unit?member=decide")).Document.QuerySelectorAll("#drawer"));
        using var deputy = await PageVisitor.In(_server, "jiaoyu/deputy");
        Assert.Empty(Acts(await deputy.Get("/unit")));
        using var office = await PageVisitor.In(_server, "office-staff");
        Assert.Equal(["登记会议结果", "撤回"], Acts(await office.Get("/roster/unit?unit=jiaoyu")));
        Assert.NotNull((await office.Get("/roster/unit?unit=jiaoyu&member=decide")).Document.QuerySelector("#drawer #member-basis"));

        await _server.Do($"{TestServer.Path}/units/jiaoyu/member/decide", new { agreed = false, basis = "第1次全体会议" });
        Assert.Contains("第1次全体会议未同意", (await liaison.Get("/unit")).One("#member-answered").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plan_page_shows_both_kinds_of_change_and_only_the_director_carries_one_out()
    {
        await _server.Do($"{TestServer.Path}/membership/propose", new { change = "add", unit = "shuiwu", name = "税务局", domains = new[] { "wangluo" }, reason = "涉税线索较多" });
        await _server.Do($"{TestServer.Path}/units/jiaoyu/member/propose", new { holder = "新任同志", reason = "工作变动" });
        using var director = await PageVisitor.In(_server, "office-director");

        var page = await director.Get("/plan?tab=members");

        Assert.Equal(["税务局", "增加", "网络", "涉税线索较多"], page.Document.QuerySelectorAll("#wish-shuiwu > *:not(.acts)").Select(c => c.TextContent.Trim()));
        Assert.Equal(["会议已同意，办理", "撤回"], page.Document.QuerySelectorAll("#wish-shuiwu .acts a").Select(a => a.TextContent));
        Assert.Contains("新任同志", page.One("#member-seats").TextContent, StringComparison.Ordinal);
        Assert.Equal("/roster/unit?unit=jiaoyu&member=decide", page.One("#member-seats .acts a").GetAttribute("href"));
        Assert.NotNull((await director.Get("/plan?tab=members&part=shuiwu&show=carry")).Document.QuerySelector("#drawer #change-basis"));
        Assert.NotNull((await director.Get("/plan?tab=members&show=add")).Document.QuerySelector("#drawer #wish-domains-help"));
        Assert.NotNull((await director.Get("/plan?tab=members&show=remove")).Document.QuerySelector("#drawer select#wish-unit"));
        Assert.NotNull((await director.Get("/plan?tab=members&part=shuiwu&show=withdraw")).Document.QuerySelector("#drawer #withdraw-reason"));
        using var convenor = await PageVisitor.In(_server, "convenor");
        var seen = await convenor.Get("/plan?tab=members");
        Assert.Equal(["预览影响"], seen.Document.QuerySelectorAll("#wish-shuiwu .acts a").Select(a => a.TextContent));
        Assert.Empty(seen.Document.QuerySelectorAll("#member-units nav"));
    }

    [Theory]
    [InlineData("/plan?tab=members")]
    [InlineData("/plan?tab=members&show=add")]
    [InlineData("/roster/unit?unit=jiaoyu&member=propose")]
    public async Task All_of_it_is_said_in_English(string path)
    {
        using var office = await PageVisitor.In(_server, "office-director", "en");
        var page = await office.Get(path);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotMatch("(plan|people)\\.[a-z]+\\.?[a-z]*\\b", page.One("main").TextContent);
    }

    private static IEnumerable<string> Acts(Page page) => page.Document.QuerySelectorAll("#member .acts a").Select(a => a.TextContent);
}
