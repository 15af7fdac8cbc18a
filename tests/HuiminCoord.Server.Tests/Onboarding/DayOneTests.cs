using HuiminCoord.Server.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace HuiminCoord.Server.Tests.Onboarding;

/// <summary>From an empty server to a liaison who reads what the unit is told, with a second factor for everybody.</summary>
public sealed class DayOneTests
{
    private const string Campaign = Units.Campaign;

    [Fact]
    public async Task From_the_link_in_the_log_to_a_liaison_who_reads_the_inbox()
    {
        await using var server = await TestServer.Start(accounts: AccountSettings.Default, demo: false);
        using var system = await SetUp(server);
        using var security = await Person(server, system, system, "anquan", "security-admin", null);
        using var office = await Person(server, system, security, "zhuren", "office-director", TestServer.Campaign);
        using var unit = new Visitor(server);

        var named = await unit.Do("/join/name", Units.Naming(await office.Link("jiaoyu"), "联络人甲", "联络人乙", "负责人甲"));
        Assert.All(named["seats"]!.AsArray(), s => Assert.True((bool)s!["inForce"]!));
        var confirmed = await office.Confirm((await office.Waiting("jiaoyu"))["liaison"]);
        Assert.Equal("jiaoyu-liaison", (string?)confirmed["slip"]!["login"]);
        Assert.Equal(["教育局联络人"], confirmed["slip"]!["seats"]!.AsArray().Select(s => (string?)s));

        using var liaison = await Visitor.Activate(server, confirmed["slip"]!);
        var inbox = await liaison.Get($"{Campaign}/inbox?recipient=jiaoyu/liaison");
        Assert.NotEmpty(inbox["item"]!["items"]!.AsArray());
        var duty = (await liaison.Get($"{Campaign}/units/jiaoyu/obligations/liaison"))["item"]!["obligation"]!;
        Assert.Equal("accepted", (string?)duty["stage"]);
        Assert.Equal(404, (await liaison.Ask(HttpMethod.Get, $"{Campaign}/units/minzheng")).Status);
    }

    [Fact]
    public async Task A_code_is_taken_once()
    {
        await using var server = await TestServer.Start(accounts: AccountSettings.Default, demo: false);
        using var system = await SetUp(server);
        using var stranger = new Visitor(server);
        var (login, code) = (system.Login!, system.App!.Code());

        Assert.Equal(200, (await stranger.Post("/session", new { login, password = Visitor.PasswordOf(login), code })).Status);
        Assert.Equal((401, "access.sign-in-refused"), await stranger.Refused("/session", new { login, password = Visitor.PasswordOf(login), code }));
        Assert.Equal((401, "access.sign-in-refused"), await stranger.Refused("/session", new { login, password = Visitor.PasswordOf(login) }));
    }

    [Fact]
    public async Task A_set_up_link_opens_once_and_no_second_one_is_offered()
    {
        await using var server = await TestServer.Start(accounts: AccountSettings.Default, demo: false);
        var link = await Offer(server);
        using var stranger = new Visitor(server);

        Assert.Equal((404, "link.spent"), await stranger.Refused("/setup/look", new { token = "x" }));
        Assert.Equal((422, "account.login-malformed"), await stranger.Refused("/setup/finish", new { token = link, login = "X", name = "系统管理员甲" }));
        await stranger.Do("/setup/look", new { token = link });
        var slip = await stranger.Do("/setup/finish", new { token = link, login = "xitong", name = "系统管理员甲" });
        Assert.Equal((404, "link.spent"), await stranger.Refused("/setup/finish", new { token = link, login = "xitong-2", name = "系统管理员乙" }));
        using var system = await Visitor.Activate(server, slip);
        Assert.Null(await Offer(server));
    }

    [Fact]
    public async Task People_get_their_seats_before_the_plan_is_issued()
    {
        await using var server = await TestServer.Start(accounts: AccountSettings.Default, demo: false, begin: false);
        await server.Service<Grains.Plans.PlanShelf>().Put(TestServer.Plan, TestServer.PlanJson, DateTimeOffset.UnixEpoch);
        using var system = await SetUp(server);
        using var security = await Person(server, system, system, "anquan", "security-admin", null);
        using var office = await Person(server, system, security, "zhuren", "office-director", TestServer.Campaign);

        Assert.Equal("office-director", (string?)(await office.Get("/session"))["seat"]!["seat"]);
        Assert.Equal((404, "campaign.unknown"), await security.Refused("/appointments", new { login = "anquan", seat = "convenor", campaign = "nobodys-2020" }));
    }

    /// <summary>The first administrator, signed in.</summary>
    internal static async Task<Visitor> SetUp(TestServer server)
    {
        using var stranger = new Visitor(server);
        var slip = await stranger.Do("/setup/finish", new { token = await Offer(server), login = "xitong", name = "系统管理员甲" });
        return await Visitor.Activate(server, slip);
    }

    /// <summary>Somebody with an account and a seat, signed in.</summary>
    internal static async Task<Visitor> Person(TestServer server, Visitor system, Visitor giver, string login, string seat, string? campaign)
    {
        var slip = await system.Do("/accounts", new { login, name = $"工作人员{login}" });
        await giver.Do("/appointments", new { login, seat, campaign });
        return await Visitor.Activate(server, slip);
    }

    private static async Task<string?> Offer(TestServer server)
    {
        await using var scope = server.Service<IServiceScopeFactory>().CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SettingUp>().Offer(TestContext.Current.CancellationToken);
    }
}
