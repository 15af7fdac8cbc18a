using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Tests.Onboarding;

namespace HuiminCoord.Server.Tests.Accounts;

/// <summary>Accounts, seats and sessions in the hands of administrators who are three people.</summary>
public sealed class AdministrationTests : IAsyncLifetime
{
    private TestServer _server = null!;
    private Visitor _system = null!;
    private Visitor _security = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.Start(accounts: AccountSettings.Default with { SecondFactor = SecondFactor.Administrators }, demo: false);
        _system = await DayOneTests.SetUp(_server);
        _security = await DayOneTests.Person(_server, _system, _system, "anquan", "security-admin", null);
    }

    public async ValueTask DisposeAsync()
    {
        _system.Dispose();
        _security.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task The_system_administrator_gives_the_first_security_administrator_and_no_other_seat()
    {
        await _system.Do("/accounts", new { login = "zhuren", name = "工作人员甲" });

        Assert.Equal((409, "appointment.by-security"), await _system.Refused("/appointments", Seat("zhuren", "office-director")));
        Assert.Equal((409, "appointment.by-security"), await _system.Refused("/appointments", Seat("zhuren", "security-admin", null)));
        Assert.Equal((409, "appointment.own"), await _security.Refused("/appointments", Seat("anquan", "office-director")));
        Assert.Equal((409, "appointment.administrators-apart"), await _security.Refused("/appointments", Seat("xitong", "audit-admin", null)));
        Assert.Equal((409, "appointment.by-the-unit"), await _security.Refused("/appointments", Seat("zhuren", "jiaoyu/liaison")));
        Assert.Equal((404, "seat.unknown"), await _security.Refused("/appointments", Seat("zhuren", "jiaoyu/section-shipin")));
        Assert.Equal((404, "seat.unknown"), await _security.Refused("/appointments", Seat("zhuren", "audit-admin")));
        Assert.Equal((404, "account.unknown"), await _security.Refused("/appointments", Seat("nobody", "office-director")));
        Assert.Equal((422, "seat.term-reversed"), await _security.Refused("/appointments", new { login = "zhuren", seat = "group", campaign = TestServer.Campaign, from = "2020-10-02", until = "2020-10-01" }));
        await _security.Do("/appointments", Seat("zhuren", "office-director"));
        Assert.Equal((409, "appointment.held-already"), await _security.Refused("/appointments", Seat("zhuren", "office-director")));
    }

    [Fact]
    public async Task Each_administrator_is_kept_to_their_own()
    {
        Assert.Equal((403, "access.denied"), await _security.Refused("/accounts", new { login = "somebody", name = "工作人员甲" }));
        Assert.Equal((403, "access.denied"), await _security.Refused("/accounts/xitong/slip"));
        Assert.Equal((403, "access.denied"), await _system.Refused("/sessions/x/end"));
        Assert.Equal(403, (await _system.Ask(HttpMethod.Get, "/sessions")).Status);
        Assert.Equal((403, "access.denied"), await _system.Refused("/appointments/x/end"));
        Assert.Equal(403, (await _system.Ask(HttpMethod.Get, $"{Units.Campaign}/nominations")).Status);
    }

    [Fact]
    public async Task Accounts_are_listed_in_pages_with_seats_and_without_secrets()
    {
        await _system.Do("/accounts", new { login = "bangong-1", name = "工作人员甲", email = "jia@example.org" });
        await _system.Do("/accounts", new { login = "bangong-2", name = "工作人员乙" });
        await _security.Do("/appointments", Seat("bangong-1", "office-staff"));

        var first = await _system.Get("/accounts?limit=2");
        var second = await _system.Get($"/accounts?limit=2&next={first["next"]}");

        Assert.Equal(["anquan", "bangong-1", "bangong-2", "xitong"], first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(a => (string?)a!["login"]));
        Assert.Null((string?)second["next"]);
        var one = first["items"]![1]!;
        Assert.Equal(("工作人员甲", false, false, false), ((string?)one["name"], (bool)one["activated"]!, (bool)one["secondFactor"]!, (bool)one["closed"]!));
        Assert.Equal("office-staff", (string?)one["seats"]![0]!["seat"]);
        Assert.True((bool)first["items"]![0]!["secondFactor"]!);
        Assert.Equal("bangong-2", (string?)(await _system.Get("/accounts?text=工作人员乙"))["items"]![0]!["login"]);
        Assert.DoesNotContain("hash", first.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_closed_account_is_signed_out_and_comes_back_as_it_was()
    {
        using var office = await DayOneTests.Person(_server, _system, _security, "zhuren", "office-director", TestServer.Campaign);

        await _system.Do("/accounts/zhuren/close");
        Assert.Equal(401, (await office.Ask(HttpMethod.Get, "/session")).Status);
        Assert.True((bool)(await _system.Get("/accounts?text=zhuren"))["items"]![0]!["closed"]!);
        Assert.Equal((409, "account.own"), await _system.Refused("/accounts/xitong/close"));
        Assert.Equal((404, "account.unknown"), await _system.Refused("/accounts/nobody/close"));
        await _system.Do("/accounts/zhuren/open");

        using var stranger = new Visitor(_server);
        Assert.Equal(200, (await stranger.Post("/session", new { login = "zhuren", password = Visitor.PasswordOf("zhuren"), code = office.App!.Code() })).Status);
    }

    [Fact]
    public async Task A_new_slip_sets_password_and_factor_anew_and_ends_the_earlier_one()
    {
        using var office = await DayOneTests.Person(_server, _system, _security, "zhuren", "office-director", TestServer.Campaign);
        var lost = await _system.Do("/accounts/zhuren/slip");
        var slip = await _system.Do("/accounts/zhuren/slip");
        using var stranger = new Visitor(_server);

        Assert.Equal((404, "link.spent"), await stranger.Refused("/activation/look", new { token = Visitor.TokenOf(lost["address"]!) }));
        await office.Get("/session");
        Assert.Equal((401, "access.sign-in-refused"), await stranger.Refused("/session", new { login = "zhuren", password = Visitor.PasswordOf("zhuren"), code = office.App!.Code() }));
        using var again = await Visitor.Activate(_server, slip);

        Assert.Equal(401, (await office.Ask(HttpMethod.Get, "/session")).Status);
        Assert.Equal((404, "link.spent"), await stranger.Refused("/activation/finish", new { token = Visitor.TokenOf(slip["address"]!), password = "another-uncommon-phrase" }));
    }

    [Theory]
    [InlineData("short", "password.too-short")]
    [InlineData("1234567890", "password.common")]
    [InlineData("woaini1314520", "password.common")]
    [InlineData("zhuren-zhuren-2020", "password.common")]
    public async Task A_weak_password_leaves_the_slip_good(string password, string code)
    {
        var slip = await _system.Do("/accounts", new { login = "zhuren", name = "工作人员甲" });
        using var stranger = new Visitor(_server);
        var token = Visitor.TokenOf(slip["address"]!);

        Assert.Equal((422, code), await stranger.Refused("/activation/finish", new { token, password }));
        await stranger.Do("/activation/finish", new { token, password = "quite-an-uncommon-phrase" });
    }

    [Fact]
    public async Task Factors_are_asked_for_where_they_are_needed()
    {
        var slip = await _system.Do("/accounts", new { login = "zhuren", name = "工作人员甲" });
        await _security.Do("/appointments", Seat("zhuren", "office-director"));
        using var stranger = new Visitor(_server);
        var token = Visitor.TokenOf(slip["address"]!);

        Assert.True((bool)(await stranger.Do("/activation/look", new { token }))["needsFactor"]!);
        Assert.Equal((422, "factor.code-needed"), await stranger.Refused("/activation/finish", new { token, password = "quite-an-uncommon-phrase" }));
        Assert.Equal((422, "factor.code-wrong"), await stranger.Refused("/activation/finish", new { token, password = "quite-an-uncommon-phrase", code = "12345" }));
        using var office = await Visitor.Activate(_server, slip);
    }

    [Fact]
    public async Task Seats_are_listed_and_taken_and_the_session_in_them_ends()
    {
        using var office = await DayOneTests.Person(_server, _system, _security, "zhuren", "office-director", TestServer.Campaign);
        var listed = (await _security.Get($"/appointments?campaign={TestServer.Campaign}"))["items"]!.AsArray().Single()!;
        Assert.Equal(("zhuren", "office-director", "联席办主任", "security-admin@anquan"), ((string?)listed["login"], (string?)listed["seat"], (string?)listed["role"], (string?)listed["givenBy"]));
        Assert.Equal(["system-admin", "security-admin"], (await _security.Get("/appointments"))["items"]!.AsArray().Select(a => (string?)a!["seat"]));

        await _security.Do($"/appointments/{listed["appointment"]}/end");

        Assert.Equal(401, (await office.Ask(HttpMethod.Get, "/session")).Status);
        Assert.Equal((404, "appointment.unknown"), await _security.Refused($"/appointments/{listed["appointment"]}/end"));
        var last = (await _security.Get("/appointments"))["items"]![0]!;
        Assert.Equal((409, "appointment.last-administrator"), await _security.Refused($"/appointments/{last["appointment"]}/end"));
    }

    [Fact]
    public async Task Sessions_are_seen_in_pages_and_ended()
    {
        using var office = await DayOneTests.Person(_server, _system, _security, "zhuren", "office-director", TestServer.Campaign);
        var first = await _security.Get("/sessions?limit=2");
        var second = await _security.Get($"/sessions?limit=2&next={first["next"]}");
        Assert.Equal(["anquan", "xitong", "zhuren"], first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(s => (string?)s!["login"]).Order());
        var one = (await _security.Get("/sessions?login=zhuren"))["items"]!.AsArray().Single()!;
        Assert.Equal(("office-director", TestServer.Campaign, "api"), ((string?)one["seat"], (string?)one["campaign"], (string?)one["kind"]));

        await _security.Do($"/sessions/{one["session"]}/end");

        Assert.Equal(401, (await office.Ask(HttpMethod.Get, "/session")).Status);
        Assert.Equal((404, "session.unknown"), await _security.Refused($"/sessions/{one["session"]}/end"));
        Assert.Equal((400, "page.malformed"), ((int, string?))(400, (string?)(await _security.Ask(HttpMethod.Get, "/sessions?next=x")).Body["code"]));
    }

    [Fact]
    public async Task The_convenors_announced_absence_hands_over_and_takes_back()
    {
        using var convenor = await DayOneTests.Person(_server, _system, _security, "zhaojiren", "convenor", TestServer.Campaign);
        using var office = await DayOneTests.Person(_server, _system, _security, "zhuren", "office-director", TestServer.Campaign);
        const string Absence = $"{Units.Campaign}/absence";

        Assert.Equal((422, "seat.term-reversed"), await convenor.Refused(Absence, new { from = "2020-09-18", until = "2020-09-17" }));
        await convenor.Do(Absence, new { from = "2020-09-17", until = "2020-09-20" });
        Assert.Equal(["convenor"], (await office.Get("/session"))["standsInFor"]!.AsArray().Select(s => (string?)s));
        await convenor.Do($"{Absence}/end");

        Assert.Empty((await office.Get("/session"))["standsInFor"]!.AsArray());
        Assert.Equal((403, "access.denied"), await _security.Refused(Absence, new { from = "2020-09-17", until = "2020-09-20" }));
    }

    private static object Seat(string login, string seat, string? campaign = TestServer.Campaign) => new { login, seat, campaign };
}
