using System.Net;
using HuiminCoord.Server.Accounts;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>Signing in and out by a browser: the cookie, the way back, what ends a session.</summary>
public sealed class SignInPageTests(ServerFixture fixture)
{
    private TestServer Server => fixture.Server;

    [Fact]
    public async Task Whoever_signs_in_gets_a_cookie_that_no_page_can_read_and_no_other_site_can_send()
    {
        using var visitor = PageVisitor.At(Server, follows: false);
        var answer = await SignIn(visitor, "gongxin-liaison");
        Assert.Equal((HttpStatusCode.Found, "/"), (answer.Status, new Uri(Server.Url, answer.Headers["Location"]).PathAndQuery));

        var cookie = answer.Headers["Set-Cookie"].Split('\n').Single(c => c.StartsWith("huimin-session=", StringComparison.Ordinal));
        Assert.Equal(["httponly", "path=/", "samesite=strict"], cookie.Split("; ").Skip(1).Order(StringComparer.Ordinal));
        var asker = await Server.Service<SessionBook>().Find(visitor.Session!.Value, SessionKind.Console, TestContext.Current.CancellationToken);
        Assert.Equal("gongxin/liaison", asker!.Standing.Seat.ToString());
        Assert.Null(await Server.Service<SessionBook>().Find(visitor.Session.Value, SessionKind.Api, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Signing_in_makes_a_new_session_and_ends_the_one_before()
    {
        using var visitor = PageVisitor.At(Server);
        await SignIn(visitor, "gongxin-deputy");
        var first = visitor.Session!.Value;
        await SignIn(visitor, "gongxin-deputy");
        Assert.NotEqual(first, visitor.Session!.Value);
        Assert.Null(await Server.Service<SessionBook>().Find(first, SessionKind.Console, TestContext.Current.CancellationToken));

        using var planted = PageVisitor.At(Server);
        planted.Show("a-token-that-somebody-planted");
        await SignIn(planted, "gongxin-deputy");
        Assert.NotEqual("a-token-that-somebody-planted", planted.Session!.Value);
    }

    [Fact]
    public async Task What_is_wrong_is_said_above_and_the_login_stays_while_the_password_goes()
    {
        using var visitor = PageVisitor.At(Server);
        var page = await visitor.Submit(await visitor.Get("/sign-in"), "sign-in", ("Form.Login", "gongxin-leader"), ("Form.Password", "not-the-phrase"));
        Assert.Equal(HttpStatusCode.Unauthorized, page.Status);
        Assert.Contains("登录未成功", page.One("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("gongxin-leader", page.Value("Form.Login"));
        Assert.Null(page.Value("Form.Password"));
        Assert.DoesNotContain("not-the-phrase", page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Null(visitor.Session);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_the_browser_forgets_it()
    {
        using var visitor = await PageVisitor.In(Server, "gongxin/liaison");
        var token = visitor.Session!.Value;
        var page = await visitor.Submit(await visitor.Get("/home"), "sign-out");
        Assert.Equal("/sign-in", page.Place);
        Assert.Null(visitor.Session);
        Assert.Null(await Server.Service<SessionBook>().Find(token, SessionKind.Console, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_session_that_ended_leads_to_the_sign_in_and_back()
    {
        using var visitor = await PageVisitor.In(Server, "gongxin/deputy");
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(visitor.Session!.Value));
        await Server.Database.Write((db, ct) => db.Sessions.Where(s => s.TokenHash == hash).ExecuteUpdateAsync(s => s.SetProperty(r => r.SeenAt, DateTimeOffset.UnixEpoch), ct), TestContext.Current.CancellationToken);

        var page = await visitor.Get("/seats?back=%2Fhome");
        Assert.Equal((HttpStatusCode.OK, "/sign-in?back=%2Fseats%3Fback%3D%252Fhome"), (page.Status, page.Place));
        Assert.Contains("登录已失效", page.Text, StringComparison.Ordinal);
        var back = await visitor.Submit(page, "sign-in", ("Form.Login", "gongxin-deputy"), ("Form.Password", await Server.Seats.Phrase));
        Assert.Equal("/seats?back=%2Fhome", back.Place);
    }

    [Fact]
    public async Task A_form_that_is_sent_too_late_leads_to_the_sign_in_and_not_to_an_error()
    {
        using var visitor = await PageVisitor.In(Server, "gongxin/liaison");
        var page = await visitor.Get("/seats");
        await Server.Service<SessionBook>().Revoke((await Server.Service<SessionBook>().Find(visitor.Session!.Value, SessionKind.Console, TestContext.Current.CancellationToken))!.Session, TestContext.Current.CancellationToken);
        var handler = page.Document.QuerySelector("input[name='_handler'][value^='seat-']")!.GetAttribute("value")!;
        var late = await visitor.Submit(page, handler);
        Assert.Equal("/sign-in?back=%2Fseats", late.Place);
    }

    [Theory]
    [InlineData("//elsewhere.example/x")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/elsewhere.example")]
    [InlineData("home")]
    [InlineData("")]
    public async Task A_way_back_to_elsewhere_is_not_taken(string back)
    {
        using var visitor = PageVisitor.At(Server, follows: false);
        var path = $"/sign-in?back={Uri.EscapeDataString(back)}";
        var answer = await SignIn(visitor, "gongxin-liaison", path);
        Assert.Equal((HttpStatusCode.Found, new Uri(Server.Url, "/")), (answer.Status, new Uri(Server.Url, answer.Headers["Location"])));
    }

    [Fact]
    public async Task A_link_from_a_mail_is_asked_for_again_from_here_because_the_strict_cookie_stayed_away()
    {
        using var visitor = PageVisitor.At(Server);
        var arrival = await visitor.Get("/home?x=1", ("Sec-Fetch-Site", "cross-site"));
        Assert.Equal(HttpStatusCode.OK, arrival.Status);
        Assert.Equal("0;url=/home?x=1", arrival.One("meta[http-equiv=refresh]").GetAttribute("content"));
        Assert.Equal("/sign-in?back=%2Fhome%3Fx%3D1", (await visitor.Get("/home?x=1", ("Sec-Fetch-Site", "same-origin"))).Place);
    }

    [Fact]
    public async Task Whoever_holds_several_seats_is_asked_which_and_changes_by_a_new_session()
    {
        var login = "gongxin-leader";
        await using (var db = Server.Database.OpenToRead())
        {
            var account = await db.Accounts.SingleAsync(a => a.UserName == login, TestContext.Current.CancellationToken);
            await Server.Database.Write((writing, _) => Task.FromResult(writing.Appointments.Add(new()
            {
                Id = "second-seat", Account = account.Id, Campaign = TestServer.Campaign, Seat = "group", CreatedAt = DateTimeOffset.UnixEpoch, CreatedBy = "test",
            })), TestContext.Current.CancellationToken);
        }

        using var visitor = PageVisitor.At(Server);
        var choice = await SignIn(visitor, login, "/sign-in?back=%2Fhome");
        Assert.Equal("/seats?back=%2Fhome", choice.Place);
        Assert.Equal(["工信局 · 负责同志", "督导工作组"], choice.Document.QuerySelectorAll(".rows b").Select(b => b.TextContent));
        var first = visitor.Session!.Value;
        var page = await visitor.Submit(choice, "seat-second-seat");
        Assert.Equal("/home", page.Place);
        Assert.Equal("督导工作组", page.One(".topbar .seat").TextContent);
        Assert.Null(await Server.Service<SessionBook>().Find(first, SessionKind.Console, TestContext.Current.CancellationToken));
    }

    private async Task<Page> SignIn(PageVisitor visitor, string login, string path = "/sign-in") =>
        await visitor.Submit(await visitor.Get(path), "sign-in", ("Form.Login", login), ("Form.Password", await Server.Seats.Phrase));
}
