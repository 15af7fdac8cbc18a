using HuiminCoord.Domain.Rehearsing;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using HuiminCoord.Server.Tests.Rehearsals;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>The black bar of a rehearsal: its clock, its controls, the way out.</summary>
public sealed class RehearsalBarTests(ServerFixture fixture)
{
    [Theory]
    [InlineData(0.5, "0.5秒 = 1天", "0.5 s = 1 day")]
    [InlineData(20, "20秒 = 1天", "20 s = 1 day")]
    [InlineData(60, "1分钟 = 1天", "1 min = 1 day")]
    [InlineData(90, "90秒 = 1天", "90 s = 1 day")]
    [InlineData(600, "10分钟 = 1天", "10 min = 1 day")]
    [InlineData(7200, "2小时 = 1天", "2 h = 1 day")]
    [InlineData(86400, "实时", "real time")]
    public void A_pace_is_said_in_the_largest_whole_measure(double seconds, string chinese, string english)
    {
        Assert.Equal(chinese, PaceText.Of(PageWords.In(Language.Chinese), seconds));
        Assert.Equal(english, PaceText.Of(PageWords.In(Language.English), seconds));
    }

    [Fact]
    public async Task A_rehearsal_that_is_steered_shows_how_it_stands_and_every_control_by_name()
    {
        await using var steered = await SteeredServer.Begin(pace: 20, paused: true);
        using var liaison = await PageVisitor.In(steered.Server, "jiaoyu/liaison");
        var bar = (await liaison.Get("/home")).One(".rehbar");
        Assert.Equal("推演模式", bar.QuerySelector(".tag")!.TextContent);
        Assert.Equal("2020-09-17 周四 08:30", bar.QuerySelector(".clock")!.TextContent);
        Assert.Equal(["0.5", "2", "10", "20", "60", "600", "86400"], bar.QuerySelectorAll("#rehearsal-pace option").Select(o => o.GetAttribute("value")));
        Assert.Equal("20", bar.QuerySelector("#rehearsal-pace option[selected]")!.GetAttribute("value"));
        Assert.Equal(["继续", "到下一事件", "退出推演"], bar.QuerySelectorAll("button").Select(b => b.TextContent.Trim()));
        Assert.Equal("推演速度", bar.QuerySelector("label[for='rehearsal-pace']")!.TextContent);
        Assert.Contains("不对外发送", bar.TextContent, StringComparison.Ordinal);
        Assert.Equal("/sign-out", bar.QuerySelector("form")!.GetAttribute("action"));
        Assert.All(Pace.Choices, c => Assert.True(Pace.IsPossible(c)));
    }

    [Fact]
    public async Task A_rehearsal_that_nobody_can_steer_shows_its_clock()
    {
        using var liaison = await PageVisitor.In(fixture.Server, "jiaoyu/liaison", "en");
        var bar = (await liaison.Get("/home")).One(".rehbar");
        Assert.Equal("2020-09-17 Thu 08:30", bar.QuerySelector(".clock")!.TextContent);
        Assert.Empty(bar.QuerySelectorAll("#rehearsal-pace"));
    }
}
