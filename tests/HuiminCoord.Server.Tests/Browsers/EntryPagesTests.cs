using HuiminCoord.Server.Tests.Console;
using HuiminCoord.Server.Tests.Onboarding;

namespace HuiminCoord.Server.Tests.Browsers;

/// <summary>The way in, and live pages where no script runs, in a real browser: on a desk and on a phone, in both languages, and by the keyboard alone.</summary>
public sealed class EntryPagesTests : IAsyncLifetime
{
    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Each_page_can_be_read_and_reached(string language)
    {
        await using var screen = await Screen.Open($"pages-{language}");
        var person = await screen.Person(language, scripts: true);
        await person.Visit(new Uri(_server.Url, "/sign-in").AbsoluteUri);
        await person.Fill("Form.Login", "nobody", "Form.Password", "not-the-phrase");
        await person.Submit("sign-in");
        await person.Look("sign-in-refused", "06-signin");
        foreach (var (name, path) in new[] { ("language", "/language"), ("slip-code", "/activate"), ("spent", "/join/spent"), ("not-found", "/no-such-page") })
        {
            await person.Visit(path);
            await person.Look(name);
        }

        var plain = await screen.Person(language);
        await plain.Hold(_server.Url, await PageVisitor.SessionOf(_server, "office-director"));
        await plain.Visit(new Uri(_server.Url, "/seats").AbsoluteUri);
        foreach (var path in new[] { "/home", "/board", "/admin/accounts" })
        {
            await plain.Visit(path);
            await plain.Look($"without-scripts{path.Replace('/', '-')}");
        }

        screen.HasNoFaults();
    }

    [Fact]
    public async Task A_contact_list_and_a_refusal_look_as_they_should()
    {
        await using var screen = await Screen.Open("office");
        var office = await screen.Person();
        await office.Visit(new Uri(_server.Url, "/sign-in").AbsoluteUri);
        await SignIn(office, "office-director");
        await office.Visit("/roster/contacts");
        var file = Path.Combine(screen.Pictures, "名单.xlsx");
        await File.WriteAllBytesAsync(
            file, Sheets.Of(Sheets.Headings, ["公安分局", "联络人", "联络人甲", "科长", "0471-1", ""], ["体育局", "联络人", "联络人乙", "", "", ""], ["住建局", "备用联络人", "联络人丙", "", "", "x"]), TestContext.Current.CancellationToken);
        await office.Upload("File", file);
        await office.Press("导入");
        await office.Look("contacts-answered");
        await office.Visit("/roster/nominations");
        await office.Press("确定不予确认", visible: false);
        await office.Look("refusal-without-a-reason");
        await office.Visit("/roster");
        await office.Press("为全部11个单位生成链接");
        await office.Look("slips-for-all");
        Assert.Equal(11, (await office.Print("slips-for-all")).Count);
        screen.HasNoFaults();
    }

    [Fact]
    public async Task Signing_in_takes_a_keyboard_and_nothing_else()
    {
        await using var screen = await Screen.Open("keyboard");
        var person = await screen.Person();
        await person.Visit(new Uri(_server.Url, "/home").AbsoluteUri);
        await person.Type("Tab");
        Assert.Equal("跳到正文", await person.Focused());
        await person.Type("Enter");
        await person.Type("Tab");
        await person.Write("jiaoyu-liaison");
        await person.Type("Tab");
        await person.Write(await _server.Seats.Phrase);
        await person.Type("Enter");
        await person.Sees("教育局 · 联络人");
        Assert.Equal("/home", person.Place.AbsolutePath);
        for (var tabs = 0; tabs < 10 && await person.Focused() != "退出登录"; tabs++)
        {
            await person.Type("Tab");
        }

        await person.Type("Enter");
        await person.Sees("首次登录（持开通单）");
        screen.HasNoFaults();
    }

    [Fact]
    public async Task A_link_in_a_mail_opens_its_page_for_whoever_is_signed_in()
    {
        await using var screen = await Screen.Open("mail");
        var person = await screen.Person();
        await person.Visit(new Uri(_server.Url, "/sign-in").AbsoluteUri);
        await SignIn(person, "jiaoyu-liaison");
        await person.ReadMail($"<a href='{new Uri(_server.Url, "/seats?from=mail")}'>办理</a>");
        await person.Follow("办理");
        await person.Sees("您担任1个席位");
        Assert.Equal("/seats?from=mail", person.Place.PathAndQuery);
    }

    private async Task SignIn(PersonAtScreen person, string login)
    {
        await person.Visit("/sign-in");
        await person.Fill("Form.Login", login, "Form.Password", await _server.Seats.Phrase);
        await person.Submit("sign-in");
        await person.Visit("/home");
    }
}
