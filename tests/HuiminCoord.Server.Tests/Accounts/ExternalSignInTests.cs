using System.Net;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Tests.Console;
using HuiminCoord.Server.Tests.Onboarding;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuiminCoord.Server.Tests.Accounts;

/// <summary>Signing in through an identity provider: it says who somebody is, and nothing else.</summary>
public sealed class ExternalSignInTests : IAsyncLifetime
{
    private IdentityProvider _provider = null!;
    private TestServer _server = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _provider = await IdentityProvider.Start();
        _server = await TestServer.Start(with: services => ExternalSignIn.Register(services, _provider.Settings));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_the_provider_names_sits_in_the_seat_of_their_account()
    {
        using var visitor = PageVisitor.At(_server);
        var link = (await visitor.Get("/sign-in?back=/home")).One("a[href^='/external']");
        Assert.Equal("统一身份认证", link.TextContent);

        await visitor.Get(link.GetAttribute("href")!);

        Assert.Equal("gongxin/liaison", await SeatOf(visitor));
        Assert.Equal(["account.bound", "account.signed-in"], await Told());
        Assert.Null(visitor.Cookies.GetAllCookies().FirstOrDefault(c => c.Name.Contains("external", StringComparison.OrdinalIgnoreCase) && !c.Expired));
    }

    [Fact]
    public async Task From_the_second_time_on_the_provider_s_own_id_counts()
    {
        Assert.Equal("gongxin/liaison", await Enter("s-1", "gongxin-liaison"));
        Assert.Equal("gongxin/liaison", await Enter("s-1", "another-name"));

        // Somebody else under the same name there is somebody else here, too.
        Assert.Null(await Enter("s-2", "gongxin-liaison"));
    }

    [Fact]
    public async Task It_makes_no_accounts_and_opens_no_closed_ones()
    {
        Assert.Null(await Enter("s-1", "nobody-here"));
        await using (var db = _server.Database.OpenToRead())
        {
            Assert.False(await db.Accounts.AnyAsync(a => a.UserName == "nobody-here", TestContext.Current.CancellationToken));
        }

        await _server.Database.Write((db, token) => db.Accounts.Where(a => a.UserName == "gongxin-liaison").ExecuteUpdateAsync(s => s.SetProperty(a => a.DisabledAt, DateTimeOffset.UnixEpoch), token), TestContext.Current.CancellationToken);
        Assert.Null(await Enter("s-1", "gongxin-liaison"));
    }

    [Fact]
    public async Task Our_second_factor_is_asked_for_unless_the_provider_asked_for_one()
    {
        var key = await SecondFactor("gongxin-liaison");
        using var visitor = PageVisitor.At(_server);
        var page = await visitor.Get("/external");
        Assert.Null(visitor.Session);

        page = await visitor.Submit(page, "external", ("Form.Code", "000000"));
        Assert.Equal((HttpStatusCode.Unauthorized, null), (page.Status, visitor.Session));
        Assert.Contains("登录未成功", page.One("[role=alert]").TextContent, StringComparison.Ordinal);

        await visitor.Submit(page, "external", ("Form.Code", new AuthenticatorApp(key).Code()));
        Assert.Equal("gongxin/liaison", await SeatOf(visitor));
        Assert.Equal("gongxin/liaison", await Enter("s-1", "gongxin-liaison", "pwd", "otp"));
    }

    [Fact]
    public async Task A_seat_that_needs_two_factors_does_not_open_by_one_and_stays_open_for_a_switch()
    {
        await using var strict = await TestServer.Start(
            accounts: AccountSettings.Rehearsal with { SecondFactor = Server.Accounts.SecondFactor.Required }, with: services => ExternalSignIn.Register(services, _provider.Settings));
        using var visitor = PageVisitor.At(strict);
        var page = await visitor.Get("/external");
        Assert.Equal((HttpStatusCode.Forbidden, null), (page.Status, visitor.Session));
        Assert.Contains("须设置动态口令", page.One("[role=alert]").TextContent, StringComparison.Ordinal);

        _provider.Person = _provider.Person with { Proved = ["pwd", "mfa"] };
        await visitor.Get("/external");
        var asker = await strict.Service<SessionBook>().Find(visitor.Session!.Value, SessionKind.Console, TestContext.Current.CancellationToken);
        Assert.True(asker!.ProvedTwice);
        using var scope = strict.Service<IServiceScopeFactory>().CreateScope();
        var switched = await scope.ServiceProvider.GetRequiredService<SeatSwitch>().To(asker, "gongxin/liaison", null, SessionKind.Console, "test", TestContext.Current.CancellationToken);
        Assert.Equal("gongxin/liaison", switched.Seat.Seat.ToString());
    }

    [Theory]
    [InlineData("nonce")]
    [InlineData("audience")]
    [InlineData("key")]
    [InlineData("expired")]
    [InlineData("denied")]
    public async Task An_answer_that_does_not_hold_opens_nothing(string wrong)
    {
        _provider.Wrong = wrong;
        using var visitor = PageVisitor.At(_server);

        var page = await visitor.Get("/external");

        Assert.Equal((HttpStatusCode.OK, "/sign-in?external=refused", null), (page.Status, page.Place, visitor.Session));
        Assert.Contains("统一身份认证未能确认身份", page.One("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/signin-oidc")]
    [InlineData("/signin-oidc?code=abc&state=abc")]
    [InlineData("/signin-oidc?error=%3Cscript%3E&state=")]
    public async Task An_answer_that_nobody_asked_for_opens_nothing(string path)
    {
        using var visitor = PageVisitor.At(_server);
        var page = await visitor.Get(path);
        Assert.Equal((HttpStatusCode.OK, "/sign-in?external=refused", null), (page.Status, page.Place, visitor.Session));
    }

    [Fact]
    public async Task A_provider_that_is_away_leaves_the_password()
    {
        await _provider.Stop();
        using var visitor = PageVisitor.At(_server);

        var page = await visitor.Get("/external");

        Assert.Equal((HttpStatusCode.OK, "/sign-in?external=unreachable"), (page.Status, page.Place));
        Assert.Contains("暂时连不上统一身份认证", page.One("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_provider_there_is_neither_button_nor_door()
    {
        await using var plain = await TestServer.Start(begin: false);
        using var visitor = PageVisitor.At(plain);
        Assert.Empty((await visitor.Get("/sign-in")).Document.QuerySelectorAll("a[href^='/external']"));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/external")).Status);
        Assert.Equal("/sign-in", (await visitor.Get("/external/back")).Place);
    }

    /// <summary>Goes to the provider and comes back; the seat in which that ends, null when it opened nothing.</summary>
    private async Task<string?> Enter(string subject, string login, params string[] proved)
    {
        _provider.Person = (subject, login, proved.Length == 0 ? ["pwd"] : proved);
        using var visitor = PageVisitor.At(_server);
        await visitor.Get("/external");
        return visitor.Session is null ? null : await SeatOf(visitor);
    }

    private async Task<string?> SeatOf(PageVisitor visitor) =>
        (await _server.Service<SessionBook>().Find(visitor.Session!.Value, SessionKind.Console, TestContext.Current.CancellationToken))?.Standing.Seat.ToString();

    private async Task<string> SecondFactor(string login)
    {
        await using var scope = _server.Service<IServiceScopeFactory>().CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = (await users.FindByNameAsync(login))!;
        await users.ResetAuthenticatorKeyAsync(account);
        await users.SetTwoFactorEnabledAsync(account, true);
        return (await users.GetAuthenticatorKeyAsync(account))!;
    }

    private async Task<IReadOnlyList<string>> Told()
    {
        await using var db = _server.Database.OpenToRead();
        return await db.Audit.Where(a => a.GrainType == "account" && a.GrainKey.EndsWith("/gongxin-liaison")).OrderBy(a => a.Seq).Select(a => a.EventType).ToListAsync(TestContext.Current.CancellationToken);
    }
}
