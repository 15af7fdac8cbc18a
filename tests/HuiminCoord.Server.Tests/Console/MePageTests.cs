using HuiminCoord.Server.Accounts;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>我的账号: everybody's own, and nobody else's.</summary>
public sealed class MePageTests : IAsyncLifetime
{
    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("jiaoyu/liaison", "jiaoyu-liaison", "教育局 · 联络人", false, false)]
    [InlineData("office-director", "office-director", "联席办主任", true, true)]
    [InlineData("convenor", "convenor", "召集人", true, true)]
    [InlineData("group", "group", "督导工作组", false, true)]
    [InlineData("audit-admin", "audit-admin", "审计管理员", false, false)]
    public async Task It_says_who_one_is_and_offers_what_the_seat_has(string seat, string login, string title, bool announcesAbsence, bool hasChannels)
    {
        using var visitor = await PageVisitor.In(_server, seat);
        var page = await visitor.Get("/me");
        Assert.Contains($"正以“{title}”办理", page.One("h1").TextContent, StringComparison.Ordinal);
        Assert.Contains(login, page.One("#account").TextContent, StringComparison.Ordinal);
        Assert.Contains("未绑定", page.One("#account").TextContent, StringComparison.Ordinal);
        Assert.Contains("当前席位", page.One("#seats").TextContent, StringComparison.Ordinal);
        Assert.Equal(announcesAbsence ? 1 : 0, page.Document.QuerySelectorAll("#absence").Length);
        Assert.Equal(hasChannels ? 1 : 0, page.Document.QuerySelectorAll("#own-channels").Length);
        Assert.NotNull(page.Document.QuerySelector(".head form[action='/sign-out']"));
        Assert.Equal("/me", page.One(".topbar a.who").GetAttribute("href"));
    }

    [Fact]
    public async Task A_second_factor_and_how_one_signed_in_are_shown()
    {
        await using (var db = _server.Database.OpenToRead())
        {
            var held = await db.Appointments.FirstAsync(a => a.Seat == "group" && a.EndedAt == null, TestContext.Current.CancellationToken);
            await _server.Database.Write((w, token) => w.Accounts.Where(a => a.Id == held.Account).ExecuteUpdateAsync(set => set.SetProperty(a => a.TwoFactorEnabled, true), token), TestContext.Current.CancellationToken);
            using var visitor = PageVisitor.At(_server, "en");
            visitor.Show(await _server.Database.Write((w, _) => Task.FromResult(_server.Service<SessionBook>().Open(w, SessionKind.Console, held.Account, held.Id, "test", provedTwice: true)), TestContext.Current.CancellationToken));
            var page = await visitor.Get("/me");
            Assert.Contains("Set up", page.One("#account").TextContent, StringComparison.Ordinal);
            Assert.Contains("with a second factor", page.One("#account").TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_announced_absence_is_shown_to_the_one_who_is_away_and_to_the_one_who_stands_in()
    {
        using var convenor = await PageVisitor.In(_server, "convenor");
        var asker = (await _server.Service<SessionBook>().Find(convenor.Session!.Value, SessionKind.Console, TestContext.Current.CancellationToken))!;
        await _server.Service<Appointing>().MarkAbsent(asker, new(2020, 9, 16), new(2020, 9, 20), TestContext.Current.CancellationToken);
        var own = (await convenor.Get("/me")).One("#absence");
        Assert.Contains("已登记2020-09-16至2020-09-20外出", own.TextContent, StringComparison.Ordinal);
        Assert.Contains("由联席办主任代为办理", own.TextContent, StringComparison.Ordinal);
        using var director = await PageVisitor.In(_server, "office-director");
        Assert.Contains("召集人外出期间，由您代为办理", (await director.Get("/me")).One("#seats").TextContent, StringComparison.Ordinal);
    }
}
