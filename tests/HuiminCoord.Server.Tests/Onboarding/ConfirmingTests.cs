using System.Text.Json.Nodes;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Tests.Onboarding;

/// <summary>The office confirms or refuses who was named; accounts, seats and slips follow.</summary>
public sealed class ConfirmingTests(OfficeServer fixture) : IClassFixture<OfficeServer>
{
    private const string Campaign = Units.Campaign;

    private readonly TestServer _server = fixture.Server;
    private readonly Visitor _office = fixture.Office;
    private readonly Visitor _unit = fixture.Stranger;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_account_follows_with_a_seat_and_a_slip_that_says_what_to_do()
    {
        var waiting = await Named("jiaoyu", "联络人甲");
        Assert.Equal("jiaoyu-liaison-2", (string?)waiting["liaison"]["proposedLogin"]);

        var confirmed = await _office.Confirm(waiting["liaison"]);

        var slip = confirmed["slip"]!;
        Assert.Equal(("jiaoyu-liaison-2", "联络人甲", true), ((string?)slip["login"], (string?)slip["name"], (bool)confirmed["newAccount"]!));
        Assert.StartsWith($"{_server.Url}activate/", (string)slip["address"]!, StringComparison.Ordinal);
        Assert.True(slip["steps"]!.AsArray().Count >= 3);
        using var liaison = await Visitor.Activate(_server, slip);
        Assert.Equal("jiaoyu/liaison", (string?)(await liaison.Get("/session"))["seat"]!["seat"]);
        Assert.Equal(["account.issued", "nomination.confirmed", "seat.given"], (await Told("jiaoyu-liaison-2")).Take(3));
    }

    [Fact]
    public async Task A_liaison_who_is_changed_loses_the_session()
    {
        using var first = await Visitor.Activate(_server, (await _office.Confirm((await Named("minzheng", "联络人甲"))["liaison"]))["slip"]!);
        await first.Get("/session");

        var later = await Named("minzheng", "联络人乙");
        Assert.Equal(401, (await first.Ask(HttpMethod.Get, "/session")).Status);
        using var second = await Visitor.Activate(_server, (await _office.Confirm(later["liaison"]))["slip"]!);

        Assert.Equal("minzheng-liaison-3", second.Login);
        Assert.Equal((403, "access.no-seat"), await _unit.Refused("/session", new { login = first.Login, password = Visitor.PasswordOf(first.Login!), code = first.App!.Code() }));
    }

    [Fact]
    public async Task Whoever_moves_to_another_seat_of_the_unit_keeps_the_account()
    {
        var waiting = await Named("nongmu", "联络人甲");
        using var person = await Visitor.Activate(_server, (await _office.Confirm(waiting["liaison"], "nongmu.jia"))["slip"]!);
        await _unit.Do("/join/name", new { token = await _office.Link("nongmu"), liaison = Units.Person("联络人乙"), deputy = Units.Person("联络人甲", "LIANLUO@example.org") });

        var moved = (await _office.Waiting("nongmu"))["deputy"];
        Assert.Equal(("nongmu.jia", null), ((string?)moved["login"], (string?)moved["proposedLogin"]));
        var confirmed = await _office.Confirm(moved);

        Assert.Equal(("nongmu.jia", false, true), ((string?)confirmed["login"], (bool)confirmed["newAccount"]!, confirmed["slip"] is null));
        var again = await _unit.Do("/session", new { login = "nongmu.jia", password = Visitor.PasswordOf("nongmu.jia"), code = person.App!.Code() });
        Assert.Equal("nongmu/deputy", (string?)again["seat"]!["seat"]);
    }

    [Fact]
    public async Task Login_names_that_the_office_gives_must_be_free_and_well_spelt()
    {
        var nomination = (await Named("gongxin", "联络人甲"))["liaison"];

        Assert.Equal("account.login-taken", Code(await _office.Confirm(nomination, "office-director")));
        Assert.Equal("account.login-malformed", Code(await _office.Confirm(nomination, "工信局")));
        Assert.Null(Code(await _office.Confirm(nomination, "gongxin.lianluo")));
    }

    [Fact]
    public async Task When_the_roster_has_passed_on_a_nomination_is_outdated()
    {
        var nomination = (await Named("weijian", "联络人甲"))["liaison"];
        await _server.Do($"{TestServer.Path}/units/weijian/seats/liaison/name", new { holder = "联络人丙" });

        Assert.True((bool)(await _office.Waiting("weijian"))["liaison"]["outdated"]!);
        Assert.Equal("nomination.outdated", Code(await _office.Confirm(nomination)));
        Assert.Equal("联络人丙", (await _office.Roster("weijian"))["liaison"]);
        await using var db = _server.Database.OpenToRead();
        Assert.False(await db.Accounts.AnyAsync(a => a.Name == "联络人甲" && a.UserName.StartsWith("weijian"), Cancellation));
    }

    [Fact]
    public async Task A_lost_slip_is_printed_again_until_somebody_has_used_one()
    {
        var nomination = (await Named("gongan", "联络人甲"))["liaison"];
        var lost = (await _office.Confirm(nomination))["slip"]!;

        var second = await _office.Confirm(nomination);

        Assert.Equal((string?)lost["login"], (string?)second["login"]);
        Assert.Equal((404, "link.spent"), await _unit.Refused("/activation/look", new { token = Visitor.TokenOf(lost["address"]!) }));
        using var liaison = await Visitor.Activate(_server, second["slip"]!);
        Assert.Equal("nomination.decided", Code(await _office.Confirm(nomination)));
    }

    [Fact]
    public async Task Refused_with_a_reason_no_account_follows_and_the_units_word_stays()
    {
        var nomination = (string)(await Named("zhujian", "联络人甲"))["liaison"]["nomination"]!;
        var path = $"{Campaign}/nominations/{nomination}/refuse";

        Assert.Equal((422, "request.invalid"), await _office.Refused(path, new { reason = " " }));
        await _office.Do(path, new { reason = "请先与联席办联系" });

        Assert.Equal((409, "nomination.decided"), await _office.Refused(path, new { reason = "请先与联席办联系" }));
        Assert.Equal("联络人甲", (await _office.Roster("zhujian"))["liaison"]);
        var decided = (await _office.Get($"{Campaign}/nominations?decided=true"))["items"]!.AsArray().Single(n => (string)n!["nomination"]! == nomination)!;
        Assert.Equal(("refused", "请先与联席办联系"), ((string?)decided["stage"], (string?)decided["reason"]));
    }

    [Fact]
    public async Task Several_are_confirmed_at_once_and_one_that_is_refused_keeps_no_other_back()
    {
        await _unit.Do("/join/name", Units.Naming(await _office.Link("wenlv"), "联络人甲", "联络人乙"));
        var waiting = await _office.Waiting("wenlv");
        var ids = new[] { (string)waiting["liaison"]["nomination"]!, "of-nobody", (string)waiting["deputy"]["nomination"]! };

        var answer = await _office.Do($"{Campaign}/nominations/confirm", new { nominations = ids.Select(nomination => new { nomination }) });

        Assert.Equal((2, 1), ((int)answer["confirmed"]!, (int)answer["refused"]!));
        Assert.Equal([null, "nomination.unknown", null], answer["nominations"]!.AsArray().Select(n => Code(n!)));
    }

    [Fact]
    public async Task Nominations_of_another_campaign_are_unknown()
    {
        var foreign = new NominationRow
        {
            Id = "of-another", Campaign = "other-2020", Unit = "jiaoyu", Seat = "deputy", Holder = "联络人甲", Title = "", Phone = "", Email = "", Source = "link", Turn = 0,
            CreatedAt = DateTimeOffset.UnixEpoch, Stage = "waiting", ToldAt = DateTimeOffset.UnixEpoch, ToldSeq = 0,
        };
        await _server.Database.Write(async (db, token) => { await db.Nominations.AddAsync(foreign, token); }, Cancellation);

        Assert.Equal("nomination.unknown", Code(await _office.Confirm(new JsonObject { ["nomination"] = "of-another" })));
        Assert.Equal((404, "nomination.unknown"), await _office.Refused($"{Campaign}/nominations/of-another/refuse", new { reason = "x" }));
        Assert.DoesNotContain("of-another", (await _office.Get($"{Campaign}/nominations")).ToJsonString(), StringComparison.Ordinal);
        using var liaison = await Visitor.In(_server, "jiaoyu/liaison");
        Assert.Equal(403, (await liaison.Ask(HttpMethod.Get, $"{Campaign}/nominations")).Status);
    }

    [Fact]
    public async Task The_audit_knows_no_telephone_and_no_token()
    {
        var link = await _office.Link("wenlv");
        await _unit.Do("/join/name", Units.Naming(link, "联络人甲"));
        await using var db = _server.Database.OpenToRead();
        var bodies = await db.Audit.Where(a => a.Campaign == "server").Select(a => a.Body).ToListAsync(Cancellation);

        Assert.Contains(bodies, b => b.Contains("\\u8054\\u7EDC\\u4EBA\\u7532", StringComparison.Ordinal));
        Assert.DoesNotContain(bodies, b => b.Contains(link, StringComparison.Ordinal));
        Assert.DoesNotContain(bodies, b => b.Contains("0471", StringComparison.Ordinal) || b.Contains("example.org", StringComparison.Ordinal));
    }

    private async Task<IReadOnlyDictionary<string, JsonNode>> Named(string unit, string liaison)
    {
        await _unit.Do("/join/name", Units.Naming(await _office.Link(unit), liaison));
        return await _office.Waiting(unit);
    }

    /// <summary>What the audit says of an account, in order.</summary>
    private async Task<List<string>> Told(string login)
    {
        await using var db = _server.Database.OpenToRead();
        return await db.Audit.Where(a => a.GrainType == "account" && a.GrainKey == $"server/{login}").OrderBy(a => a.Seq).Select(a => a.EventType).ToListAsync(Cancellation);
    }

    private static string? Code(JsonNode confirmed) => (string?)confirmed["refusal"]?["code"];
}
