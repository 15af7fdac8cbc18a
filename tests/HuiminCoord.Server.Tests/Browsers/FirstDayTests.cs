using HuiminCoord.Grains.Tests;
using HuiminCoord.Server.Tests.Commands;
using HuiminCoord.Server.Tests.Onboarding;

namespace HuiminCoord.Server.Tests.Browsers;

/// <summary>What an operator does on the first day, in a real browser: from the link in the log of an empty live server to people who sign in.</summary>
public sealed class FirstDayTests : IDisposable
{
    private const string Password = "guanli-yongyu-zhaoxia-12";

    private readonly string _directory = Directory.CreateTempSubdirectory("huimin-walk-").FullName;

    [Fact]
    public async Task From_the_link_in_the_log_to_a_liaison_who_signs_in()
    {
        using var server = ServerProcess.Start(_directory, "serve", "--live", "--data", Path.Combine(_directory, "data"), "--urls", $"http://127.0.0.1:{PostgreSqlServer.FreePort()}");
        await server.Printed(l => l.Any(x => x.Contains("/setup/", StringComparison.Ordinal)), "the set-up link");
        var link = server.Lines.First(x => x.Contains("/setup/", StringComparison.Ordinal)).Split(": ")[^1].Trim();
        await using var screen = await Screen.Open("walk");

        var system = await screen.Person(scripts: true);
        await system.Visit(link);
        await system.Look("01-set-up");
        await system.Fill("Form.Login", "zhang.guanli", "Form.Name", "系统管理员甲");
        await system.Press("下一步");
        await Activate(system, "02-activate");
        await SignIn(system, "zhang.guanli");
        await system.Look("05-accounts");
        var security = await IssueTo(screen, system, "li.anquan", "安全管理员乙");
        await system.Visit("/admin/seats");
        await system.Fill("Form.Login", "li.anquan");
        await system.Choose("Form.Seat", "安全管理员");
        await system.Press("授予席位");
        await system.Sees("已授予 li.anquan");
        var director = await IssueTo(screen, system, "wang.zhuren", "办公室主任丙");

        await SignIn(security, "li.anquan");
        await security.Fill("Form.Login", "wang.zhuren");
        await security.Choose("Form.Seat", "联席办主任");
        await security.Press("授予席位");
        await security.Sees("已授予 wang.zhuren");
        await security.Look("07-seats");

        await SignIn(director, "wang.zhuren");
        await director.Visit("/home"); // settled: the sign-in leads on more than once
        await director.Look("08-workbench");
        await director.Visit("/plan/issue");
        await director.Look("09-plan");
        await director.Press("印发给11个单位");
        await director.Sees("已印发方案第1版");
        await NamePeople(screen, director);
        screen.HasNoFaults();
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private static async Task NamePeople(Screen screen, PersonAtScreen director)
    {
        await director.Until("/roster", "教育局");
        await director.Tick("选择教育局");
        await director.Look("10-roster");
        await director.Press("为所选单位生成链接");
        await director.Look("11-unit-slip");
        var link = await director.TextOf(".slip .url");

        var unit = await screen.Person(scripts: true);
        await unit.Visit(link);
        await unit.Fill("Form.Liaison.Name", "联络人甲", "Form.Liaison.Title", "办公室主任", "Form.Liaison.Phone", "0471-0000001");
        await unit.Fill("Form.Deputy.Name", "联络人乙", "Form.Deputy.Phone", "0471-0000002");
        await unit.Look("12-join");
        await unit.Press("提交报备");
        await unit.Sees("已收到报备");
        await unit.Look("13-joined");

        await director.Until("/roster/nominations", "联络人甲");
        await director.Look("14-nominations");
        await director.Press("确认所选人员");
        await director.Look("15-activation-slips");
        var sheets = await director.Print("15-activation-slips");
        Assert.Equal(2, sheets.Count);
        Assert.All(sheets, sheet => Assert.True(Math.Abs(sheet.Width - 420) < 2 && Math.Abs(sheet.Height - 595) < 2, $"{sheet} is not A5"));
        var slip = await director.TextOf(".slip .url >> nth=0");
        var login = await director.TextOf(".slip >> nth=0 >> dd >> nth=1");

        var liaison = await screen.Person(scripts: true);
        await liaison.Visit(slip);
        await Activate(liaison, "16-liaison-activates");
        await SignIn(liaison, login);
        await liaison.Sees("教育局 · 联络人");
        await liaison.Look("17-liaison-workbench");
    }

    private static async Task<PersonAtScreen> IssueTo(Screen screen, PersonAtScreen administrator, string login, string name)
    {
        await administrator.Visit("/admin/accounts");
        await administrator.Fill("Person.Login", login, "Person.Name", name);
        await administrator.Press("开通并打印开通单");
        await administrator.Look($"06-issued-{login}");
        var person = await screen.Person(scripts: true);
        await person.Visit(await administrator.TextOf(".slip .url"));
        await Activate(person, null);
        return person;
    }

    private static async Task Activate(PersonAtScreen person, string? picture)
    {
        person.App = new AuthenticatorApp((await person.TextOf(".key")).Replace(" ", "", StringComparison.Ordinal));
        await person.Fill("Form.Password", Password, "Form.Again", Password, "Form.Code", person.App!.Code());
        await person.Look(picture);
        await person.Press("启用账号");
        await person.Sees("账号已启用");
        await person.Look(picture is null ? null : "03-activated");
    }

    private static async Task SignIn(PersonAtScreen person, string login)
    {
        await person.Visit("/");
        await person.Fill("Form.Login", login, "Form.Password", Password, "Form.Code", person.App!.Code());
        await person.Look("04-sign-in");
        await person.Press("登录");
        await person.Sees("退出登录");
    }
}
