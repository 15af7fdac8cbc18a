using System.Net;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Tests.Onboarding;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>Activating an account by its slip: password, second factor, once.</summary>
public sealed class ActivationTests : IAsyncLifetime
{
    private const string Password = "zhaoxia-yongyu-12";

    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.Start(accounts: AccountSettings.Rehearsal with { SecondFactor = SecondFactor.Administrators });

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task What_is_wrong_stands_at_its_field_and_no_password_comes_back()
    {
        using var person = PageVisitor.At(_server);
        var page = await person.Get(await Slip("xinren-jia"));
        foreach (var (password, again, code, field, why) in new[]
        {
            ("short", "short", "", "Form-Password", "至少10个字符"),
            ("1234567890", "1234567890", "", "Form-Password", "容易被猜中"),
            (Password, Password + "x", "", "Form-Again", "不一致"),
            (Password, Password, "000000", "Form-Code", "6位数字"),
        })
        {
            var wrong = await person.Submit(page, "activate", ("Form.Password", password), ("Form.Again", again), ("Form.Code", code));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
            Assert.Equal(field, wrong.One(".f.er input").Id);
            Assert.Contains(why, wrong.One(".f.er .em").TextContent, StringComparison.Ordinal);
            Assert.Null(wrong.Value("Form.Password"));
            Assert.DoesNotContain(password, wrong.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task With_a_code_from_the_app_the_slip_is_used_and_the_account_signs_in_with_the_next_code()
    {
        using var person = PageVisitor.At(_server);
        var slip = await Slip("xinren-yi");
        var page = await person.Get(slip);
        Assert.Equal(page.One(".key").TextContent.Trim(), (await person.Get(slip)).One(".key").TextContent.Trim());
        var app = new AuthenticatorApp(page.One(".key").TextContent.Replace(" ", "", StringComparison.Ordinal));
        var (now, next) = (app.Code(), app.Code());
        var done = await person.Submit(page, "activate", ("Form.Password", Password), ("Form.Again", Password), ("Form.Code", now));
        Assert.Equal("/activated", done.Place);
        Assert.Equal(HttpStatusCode.NotFound, (await person.Get(slip)).Status);

        using var security = await PageVisitor.In(_server, "security-admin");
        await security.Submit(await security.Get("/admin/seats"), "give", ("Form.Login", "xinren-yi"), ("Form.Seat", "office-staff"));
        Assert.Contains("登录未成功", (await SignIn(person, "xinren-yi", now)).Text, StringComparison.Ordinal);
        var signed = await SignIn(person, "XINREN-YI", next);
        Assert.Equal("/home", signed.Place);
        Assert.Equal("联席办工作人员", signed.One(".topbar .seat").TextContent);
    }

    [Fact]
    public async Task Without_a_seat_nobody_gets_in_and_without_a_factor_nobody_who_needs_one()
    {
        using var person = PageVisitor.At(_server);
        var page = await person.Get(await Slip("xinren-bing"));
        Assert.Contains("可选", page.Text, StringComparison.Ordinal);
        Assert.Equal("/activated", (await person.Submit(page, "activate", ("Form.Password", Password), ("Form.Again", Password))).Place);
        Assert.Contains("没有可用席位", (await SignIn(person, "xinren-bing", "")).One("[role=alert]").TextContent, StringComparison.Ordinal);

        using var security = await PageVisitor.In(_server, "security-admin");
        await security.Submit(await security.Get("/admin/seats"), "give", ("Form.Login", "xinren-bing"), ("Form.Seat", "office-staff"));
        Assert.Contains("须设置动态口令", (await SignIn(person, "xinren-bing", "")).One("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080/activate/{0}")]
    [InlineData("{0}")]
    [InlineData("  {0}/ ")]
    public async Task The_link_can_be_typed(string typed)
    {
        using var person = PageVisitor.At(_server);
        var slip = await Slip($"typed-{typed.Length}");
        var page = await person.Submit(await person.Get("/activate"), "slip-code", ("Form.Code", string.Format(System.Globalization.CultureInfo.InvariantCulture, typed, slip.Split('/')[^1])));
        Assert.Equal(slip, page.Place);
        Assert.Contains("启用账号", page.One("h1").TextContent, StringComparison.Ordinal);
    }

    private async Task<string> Slip(string login)
    {
        using var system = await PageVisitor.In(_server, "system-admin");
        var page = await system.Submit(await system.Get("/admin/accounts"), "issue", ("Person.Login", login), ("Person.Name", "新人"));
        return new Uri(page.One(".slip .url").TextContent).PathAndQuery;
    }

    private static async Task<Page> SignIn(PageVisitor visitor, string login, string code) =>
        await visitor.Submit(await visitor.Get("/sign-in"), "sign-in", ("Form.Login", login), ("Form.Password", Password), ("Form.Code", code));
}
