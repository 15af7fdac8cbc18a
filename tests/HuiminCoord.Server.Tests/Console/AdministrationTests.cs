using System.Net;
using HuiminCoord.Server.Accounts;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>Accounts, seats and sessions by page, each for its administrator.</summary>
public sealed class AdministrationTests : IAsyncLifetime
{
    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task An_issued_account_comes_with_a_slip_that_is_shown_once()
    {
        using var system = await PageVisitor.In(_server, "system-admin");
        var issued = await system.Submit(await system.Get("/admin/accounts"), "issue", ("Person.Login", " Xinren.Jia "), ("Person.Name", "新人甲"));
        Assert.Equal(HttpStatusCode.OK, issued.Status);
        Assert.Equal(["新人甲", "xinren.jia"], issued.Document.QuerySelectorAll(".slip dd").Take(2).Select(d => d.TextContent));
        Assert.NotNull(issued.One(".slip svg.qr path").GetAttribute("d"));
        Assert.Equal((string?)null, issued.Value("Person.Name"));
        var link = new Uri(issued.One(".slip .url").TextContent);
        Assert.DoesNotContain(link.PathAndQuery, (await system.Get("/admin/accounts")).Document.DocumentElement.OuterHtml, StringComparison.Ordinal);

        using var person = PageVisitor.At(_server);
        Assert.Contains("xinren.jia", (await person.Get(link.PathAndQuery)).Text, StringComparison.Ordinal);
        var again = await system.Submit(await system.Get("/admin/accounts?q=xinren.jia"), "act", ("Act.Renew", "xinren.jia"));
        Assert.NotEqual(link, new Uri(again.One(".slip .url").TextContent));
        Assert.Equal(HttpStatusCode.NotFound, (await person.Get(link.PathAndQuery)).Status);
        var taken = await system.Submit(again, "issue", ("Person.Login", "xinren.jia"), ("Person.Name", "新人乙"));
        Assert.Contains("已有人使用", taken.One(".f.er .em").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_an_account_signs_it_out_and_can_be_undone()
    {
        using var system = await PageVisitor.In(_server, "system-admin");
        using var liaison = await PageVisitor.In(_server, "jiaoyu/liaison");
        var closed = await system.Submit(await system.Get("/admin/accounts?q=jiaoyu-liaison"), "act", ("Act.Close", "jiaoyu-liaison"));
        Assert.Contains("已停用账号 jiaoyu-liaison", closed.One("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Contains("已停用", closed.One("tbody tr").TextContent, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await liaison.Get("/home")).Place, StringComparison.Ordinal);

        var opened = await system.Submit(closed, "act", ("Act.Open", "jiaoyu-liaison"));
        Assert.Contains("已恢复账号", opened.One("[role=status]").TextContent, StringComparison.Ordinal);
        var own = await system.Submit(opened, "act", ("Act.Close", "system-admin"));
        Assert.Contains("不能停用自己的账号", own.One("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_goes_on_where_the_page_ended()
    {
        using var system = await PageVisitor.In(_server, "system-admin");
        var (page, logins) = (await system.Get("/admin/accounts"), new List<string>());
        for (var pages = 0; pages < 5; pages++)
        {
            logins.AddRange(page.Document.QuerySelectorAll("tbody th").Select(t => t.TextContent));
            if (page.Document.QuerySelector("a[href*='after=']") is not { } next)
            {
                break;
            }

            page = await system.Get("/admin/accounts" + next.GetAttribute("href")!.Split("/admin/accounts")[^1]);
        }

        await using var db = _server.Database.OpenToRead();
        Assert.Equal(await db.Accounts.CountAsync(TestContext.Current.CancellationToken), logins.Distinct().Count());
        Assert.Equal(logins.Count, logins.Distinct().Count());
    }

    [Fact]
    public async Task A_seat_is_given_taken_away_and_given_back()
    {
        using var security = await PageVisitor.In(_server, "security-admin");
        var given = await security.Submit(await security.Get("/admin/seats"), "give", ("Form.Login", "jiaoyu-deputy"), ("Form.Seat", "office-staff"), ("Form.From", "2020-09-17"), ("Form.Until", "2020-12-31"));
        Assert.Contains("已授予 jiaoyu-deputy：联席办工作人员", given.One("[role=status]").TextContent, StringComparison.Ordinal);
        var row = given.Document.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("jiaoyu-deputy", StringComparison.Ordinal) && r.TextContent.Contains("联席办", StringComparison.Ordinal));
        Assert.Contains("2020-09-17 – 2020-12-31", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("security-admin", row.TextContent, StringComparison.Ordinal);

        var taken = await security.Submit(given, "act", ("End", row.QuerySelector("button")!.GetAttribute("value")));
        Assert.Contains("已收回 jiaoyu-deputy 的席位", taken.One("[role=status]").TextContent, StringComparison.Ordinal);
        var undo = (AngleSharp.Html.Dom.IHtmlFormElement)taken.One("[role=status] form");
        var undone = await security.Post("/admin/seats", PageVisitor.Fields(undo, []));
        Assert.Contains("已授予 jiaoyu-deputy", undone.One("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody-here", "group", "", "", "没有登录名为“nobody-here”")]
    [InlineData("jiaoyu-deputy", "convenor", "", "", "席位只能由一人担任")]
    [InlineData("jiaoyu-deputy", "jiaoyu/leader", "", "", "由本单位报备")]
    [InlineData("jiaoyu-deputy", "group", "2020-10-02", "2020-10-01", "早于开始日期")]
    [InlineData("jiaoyu-deputy", "group", "10/02/2020", "", "不是有效日期")]
    [InlineData("jiaoyu-deputy", "no-such-seat", "", "", "没有“no-such-seat”这个席位")]
    public async Task A_seat_that_cannot_be_given_says_why(string login, string seat, string from, string until, string why)
    {
        using var security = await PageVisitor.In(_server, "security-admin");
        var page = await security.Submit(await security.Get("/admin/seats"), "give", ("Form.Login", login), ("Form.Seat", seat), ("Form.From", from), ("Form.Until", until));
        Assert.InRange((int)page.Status, 400, 499);
        Assert.Contains(why, page.Text, StringComparison.Ordinal);
        Assert.Equal(login, page.Value("Form.Login"));
    }

    [Fact]
    public async Task The_system_administrator_gives_the_first_security_administrator_and_no_other_seat()
    {
        using var system = await PageVisitor.In(_server, "system-admin");
        var page = await system.Get("/admin/seats");
        Assert.Equal(["", "security-admin"], page.Document.QuerySelectorAll("[name='Form.Seat'] option").Select(o => o.GetAttribute("value")));
        Assert.Empty(page.Document.QuerySelectorAll("button[name='End']"));
        foreach (var seat in new[] { "security-admin", "audit-admin", "office-director" })
        {
            var refused = await system.Submit(page, "give", ("Form.Login", "jiaoyu-deputy"), ("Form.Seat", seat));
            Assert.InRange((int)refused.Status, 400, 499);
        }

        using var security = await PageVisitor.In(_server, "security-admin");
        await security.Submit(await security.Get("/admin/seats"), "give", ("Form.Login", "minzheng-deputy"), ("Form.Seat", "security-admin"));
        var end = await system.Submit(page, "act", ("End", (await First("security-admin")).Id));
        Assert.Equal(HttpStatusCode.Forbidden, end.Status);
        Assert.Contains("无此权限", end.One("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_is_ended_by_the_security_administrator()
    {
        using var security = await PageVisitor.In(_server, "security-admin");
        using var liaison = await PageVisitor.In(_server, "minzheng/liaison");
        var session = (await _server.Service<SessionBook>().Find(liaison.Session!.Value, SessionKind.Console, TestContext.Current.CancellationToken))!.Session;
        var page = await security.Get("/admin/sessions?login=minzheng-liaison");
        Assert.Contains("Page-Visitor/1.0", page.Text, StringComparison.Ordinal);
        var ended = await security.Submit(page, "act", ("End", session));
        Assert.Contains("已结束该登录", ended.One("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await liaison.Get("/home")).Place, StringComparison.Ordinal);
        Assert.DoesNotContain(session, (await security.Get("/admin/sessions?login=minzheng-liaison")).Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    private async Task<Grains.Storage.Rows.AppointmentRow> First(string seat)
    {
        await using var db = _server.Database.OpenToRead();
        return await db.Appointments.FirstAsync(a => a.Seat == seat && a.EndedAt == null, TestContext.Current.CancellationToken);
    }
}
