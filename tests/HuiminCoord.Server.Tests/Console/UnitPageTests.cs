using HuiminCoord.Domain.Channels;
using HuiminCoord.Server.Channels;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>单位与联络人: a unit's own people, and the office in a unit's place.</summary>
public sealed class UnitPageTests : IAsyncLifetime
{
    private const string Hostile = "<b onclick=x>甲</b>";

    private TestServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.Start();
        await Name("jiaoyu", "liaison", Hostile, "办公室主任", "0471-1111111");
        await Name("minzheng", "liaison", "民政联络人", "", "0471-2222222");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_liaison_sees_who_sits_for_the_unit_and_what_may_be_changed()
    {
        using var liaison = await PageVisitor.In(_server, "jiaoyu/liaison");
        var page = await liaison.Get("/unit");
        Assert.Equal("教育局：3个席位，已确定1个", page.One("h1").TextContent);
        Assert.Equal(["联络人", Hostile + "办公室主任", "0471-1111111", "2020-09-17至长期", "在岗"], page.Document.QuerySelectorAll("#seat-liaison > *:not(.acts)").Select(c => c.TextContent.Trim()));
        Assert.Equal(["更换", "登记外出", "结束任期"], Acts(page, "liaison"));
        Assert.Equal(["报备"], Acts(page, "deputy"));
        Assert.Empty(Acts(page, "leader"));
        Assert.Contains("更换单位负责同志请在下方提出", page.Text, StringComparison.Ordinal);
        Assert.Contains("提醒渠道", page.One("#own-channels").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("民政联络人", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("0471-2222222", page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deputy_announces_absences_and_names_nobody()
    {
        using var deputy = await PageVisitor.In(_server, "jiaoyu/deputy");
        var page = await deputy.Get("/unit");
        Assert.Equal(["登记外出"], Acts(page, "liaison"));
        Assert.Empty(Acts(page, "deputy"));
        Assert.Empty((await deputy.Get("/unit?seat=deputy&act=name")).Document.QuerySelectorAll("#drawer"));
    }

    [Fact]
    public async Task A_form_opens_by_its_address_and_says_what_will_happen()
    {
        using var liaison = await PageVisitor.In(_server, "jiaoyu/liaison");
        var named = await liaison.Get("/unit?seat=deputy&act=name");
        Assert.Equal("报备备用联络人", named.One("#drawer h2").TextContent);
        Assert.Equal(["holder", "title", "phone"], named.Document.QuerySelectorAll("#drawer .f > input").Select(i => i.Id));
        Assert.All(named.Document.QuerySelectorAll("#drawer .f > input"), i => Assert.NotNull(named.Document.GetElementById(i.GetAttribute("aria-describedby")!)));
        var away = await liaison.Get("/unit?seat=liaison&act=away");
        Assert.Contains("目前没有备用联络人", away.One("#drawer").TextContent, StringComparison.Ordinal);
        await Name("jiaoyu", "deputy", "副手", "", "");
        Assert.Contains("由备用联络人副手代为接收和办理", (await liaison.Get("/unit?seat=liaison&act=away")).One("#drawer").TextContent, StringComparison.Ordinal);
        Assert.Contains("不再收到本席位的消息", (await liaison.Get("/unit?seat=liaison&act=end")).One("#drawer").TextContent, StringComparison.Ordinal);
        Assert.Empty((await liaison.Get("/unit?seat=leader&act=name")).Document.QuerySelectorAll("#drawer"));
        Assert.Empty((await liaison.Get("/unit?seat=nobody&act=burn")).Document.QuerySelectorAll("#drawer"));
    }

    [Fact]
    public async Task While_the_liaison_is_away_it_says_who_is_reached()
    {
        await _server.Do($"{TestServer.Path}/units/jiaoyu/seats/liaison/absence", new { from = "2020-09-16", until = "2020-09-18" });
        using var leader = await PageVisitor.In(_server, "jiaoyu/leader");
        var page = await leader.Get("/unit");
        Assert.Contains("由负责同志接收", page.One(".note[role=status]:not(.inset)").TextContent, StringComparison.Ordinal);
        Assert.Contains("2020-09-16至2020-09-18", page.One("#seat-liaison").TextContent, StringComparison.Ordinal);
        Assert.Equal(["更换", "提前返回", "登记外出", "结束任期"], Acts(page, "liaison"));
    }

    [Fact]
    public async Task The_office_reaches_every_unit_by_the_roster_and_may_name_its_leader()
    {
        using var office = await PageVisitor.In(_server, "office-staff");
        Assert.Contains("/roster/unit?unit=minzheng", (await office.Get("/roster")).Document.QuerySelectorAll("td.acts a").Select(a => a.GetAttribute("href")));
        var page = await office.Get("/roster/unit?unit=minzheng");
        Assert.Contains("民政局", page.One("h1").TextContent, StringComparison.Ordinal);
        Assert.Contains("民政联络人", page.Text, StringComparison.Ordinal);
        Assert.Equal(["报备"], Acts(page, "leader"));
        Assert.Empty(page.Document.QuerySelectorAll("#own-channels"));
        Assert.Contains("unit.unknown", (await office.Get("/roster/unit?unit=nobody")).One("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains("unit.unknown", (await office.Get($"/roster/unit?unit={Uri.EscapeDataString("<script>x</script>")}")).One("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains("请先选择单位", (await office.Get("/roster/unit")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_held_a_seat_before_stands_below_and_all_of_it_is_said_in_English()
    {
        await _server.RunUntil(new(2020, 9, 22), 10);
        await Name("minzheng", "liaison", "接任", "", "");
        using var visitor = await PageVisitor.In(_server, "minzheng/leader", "en");
        var page = await visitor.Get("/unit");
        Assert.Equal(["Liaison", "民政联络人", "—", "2020-09-17 to 2020-09-21"], page.Document.QuerySelectorAll("table[aria-label='Earlier terms'] tbody tr > *").Select(c => c.TextContent));
        Assert.Contains("Name another", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_of_ones_own_seat_is_shown_without_its_key()
    {
        await _server.Service<ChannelBook>().Set(
            new("huimin-2020", "jiaoyu/liaison", ChannelKind.Webhook, "https://hooks.example.org/canary", WebhookTemplate.WeCom, null), "jiaoyu/liaison", TestContext.Current.CancellationToken);
        using var liaison = await PageVisitor.In(_server, "jiaoyu/liaison");
        var page = await liaison.Get("/unit");
        Assert.Contains("企业微信机器人", page.One("#channel-webhook").TextContent, StringComparison.Ordinal);
        Assert.Contains("https://hooks.example.org/…", page.One("#channel-webhook").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("推演不对外发送", page.One("#own-channels .note").TextContent, StringComparison.Ordinal);
        using var deputy = await PageVisitor.In(_server, "jiaoyu/deputy");
        Assert.Empty((await deputy.Get("/unit")).Document.QuerySelectorAll("#channel-webhook"));
    }

    private async Task Name(string unit, string seat, string holder, string title, string phone) =>
        await _server.Do($"{TestServer.Path}/units/{unit}/seats/{seat}/name", new { holder, title, phone });

    private static IEnumerable<string> Acts(Page page, string seat) => page.Document.QuerySelectorAll($"#seat-{seat} .acts > *").Select(a => a.TextContent);
}
