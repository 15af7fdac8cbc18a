using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Tests.Push;
using HuiminCoord.Server.Tests.Rehearsals;
using Microsoft.Extensions.DependencyInjection;

namespace HuiminCoord.Server.Tests.Browsers;

/// <summary>What happens on live pages only, in a real browser: searching, naming people, steering a rehearsal.</summary>
public sealed class LiveActTests
{
    private static readonly IReadOnlyList<FoundGroup> Found =
    [
        new("Unit", 2, [new("教育局", "区教育局", "/unit"), new("教育<b>体育</b>局", "", "/home")]),
        new("Document", 1, [new("回政办字〔2020〕57号", "印发通知", "/me")]),
    ];

    [Fact]
    public async Task A_search_is_carried_through_by_keys_alone()
    {
        await using var server = await TestServer.Start(with: services => services.AddSingleton<Finding>((_, text, _) => Task.FromResult(text == "教育" ? Found : [])));
        await using var screen = await Screen.Open("search");
        var person = await screen.Seated(server, "jiaoyu/liaison");
        await person.Type("Control+k");
        await person.Write("教育");
        await person.Sees("#search-hit-1", "教育<b>体育</b>局");
        await person.Look("01-found");
        await person.Type("Control+k");
        await person.Type("ArrowDown");
        await person.Type("ArrowUp");
        await person.Sees("#search-hit-2[aria-selected=true]", "回政办字〔2020〕57号");
        await person.Type("Escape");
        await person.MissesAll("#search-list h3");
        await person.Type("ArrowDown");
        await person.Sees("#search-hit-0[aria-selected=true]", "教育局");
        await person.Type("Enter");
        await person.Sees("h1", "教育局：3个席位");
        Assert.Equal("", await person.ValueOf("#search"));
        await person.TypeInto("#search", "别的");
        await person.Sees("#search-list", "没有找到");
        screen.HasNoFaults();
    }

    [Fact]
    public async Task A_liaison_names_a_deputy_goes_away_and_takes_it_back()
    {
        await using var server = await TestServer.Start();
        await server.Do($"{TestServer.Path}/units/jiaoyu/seats/liaison/name", new { holder = "联络人甲" });
        await using var screen = await Screen.Open("people");
        var person = await screen.Seated(server, "jiaoyu/liaison");
        await person.Visit("/unit?seat=deputy&act=name");
        await person.Connected();
        await person.TypeInto("#holder", "联络人甲");
        await person.Click("#drawer button.pri");
        await person.Sees("#drawer [role=alert]", "不能由同一人担任");
        Assert.Equal("联络人甲", await person.ValueOf("#holder"));
        await person.TypeInto("#holder", "副手乙");
        await person.Look("01-deputy");
        await person.Click("#drawer button.pri");
        await person.Sees(".toasts", "已报备备用联络人：副手乙。");
        await server.Drain();
        await person.Sees("#seat-deputy", "副手乙");
        await person.MissesAll("#drawer");

        await person.Click("#seat-liaison a:has-text('登记外出')");
        await person.Sees("#drawer", "由备用联络人副手乙代为接收和办理");
        await person.TypeInto("#until", "2020-09-30");
        await person.Type("Tab");
        await person.Click("#drawer button.pri");
        await person.Sees(".toasts", "已登记联络人甲外出：2020-09-17至2020-09-30。");
        await server.Drain();
        await person.Sees(".body > .note", "由备用联络人 副手乙接收");
        await person.Look("02-away");

        await person.Click("#seat-deputy a:has-text('结束任期')");
        await person.Click("#drawer button.pri");
        await person.Sees(".toasts", "副手乙的任期至2020-09-17。");
        await server.Drain();
        await person.Sees("#seat-deputy", "2020-09-17至2020-09-17");
        await person.Click(".toast:has-text('任期至') .undo");
        await HubClient.Eventually(
            async () =>
            {
                await server.Drain();
                return await person.TextOf("#seat-deputy");
            },
            text => text.Contains("2020-09-17至长期", StringComparison.Ordinal));
        screen.HasNoFaults();
    }

    [Fact]
    public async Task A_rehearsal_is_paused_let_go_and_led_to_its_next_event()
    {
        await using var steered = await SteeredServer.Begin(pace: 60);
        await using var screen = await Screen.Open("rehearsal");
        var person = await screen.Seated(steered.Server, "office-director");
        await person.Visit("/me");
        await person.Connected();
        await person.Sees(".rehbar .next", "下一事件：9月");
        await person.Look("01-flows");
        await person.Click("#rehearsal-pause");
        await person.Sees("#rehearsal-pause", "继续");
        Assert.True(steered.Control.Standing.Paused);
        await person.Choose("pace", "速度：10分钟 = 1天");
        var before = steered.Now;
        await person.Click("#rehearsal-step");
        await HubClient.Eventually(() => Task.FromResult(steered.Now), now => now > before);
        Assert.Equal((600.0, true), (steered.Control.Standing.Pace.SecondsPerDay, steered.Control.Standing.Paused));
        await person.Click("#rehearsal-pause");
        await person.Sees("#rehearsal-pause", "暂停");
        Assert.False(steered.Control.Standing.Paused);
        await person.Click("#rehearsal-leave");
        await person.Sees("h1", "登录");
        screen.HasNoFaults();
    }
}
