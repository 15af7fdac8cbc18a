using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Tests.Onboarding;

/// <summary>A unit names its people by its link.</summary>
public sealed class NamingTests(OfficeServer fixture) : IClassFixture<OfficeServer>
{
    private const string Campaign = Units.Campaign;

    private readonly TestServer _server = fixture.Server;
    private readonly Visitor _office = fixture.Office;
    private readonly Visitor _unit = fixture.Stranger;

    [Fact]
    public async Task A_link_shows_its_unit_and_is_not_used_up_by_looking()
    {
        var link = await _office.Link("scjg");

        await _unit.Do("/join/look", new { token = link });
        var seen = await _unit.Do("/join/look", new { token = link });

        Assert.Equal(("scjg", "市场监督管理局", TestServer.Plan.Title), ((string?)seen["unit"], (string?)seen["name"], (string?)seen["title"]));
        Assert.Equal(["leader true", "liaison true", "deputy true"], seen["seats"]!.AsArray().Select(s => $"{s!["seat"]} {s["open"]}"));
        Assert.DoesNotContain("民政局", seen.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_units_word_takes_effect_at_once_and_waits_for_the_office()
    {
        await _unit.Do("/join/name", Units.Naming(await _office.Link("jiaoyu"), "联络人甲", "联络人乙", "负责人甲"));

        Assert.Equal(new Dictionary<string, string> { ["liaison"] = "联络人甲", ["deputy"] = "联络人乙", ["leader"] = "负责人甲" }, await _office.Roster("jiaoyu"));
        var waiting = await _office.Waiting("jiaoyu");
        Assert.Equal(["deputy", "leader", "liaison"], waiting.Keys.Order());
        Assert.All(waiting.Values, n => Assert.Equal(("link", true, false), ((string?)n["source"], (bool)n["inForce"]!, (bool)n["outdated"]!)));
        var audit = await _server.Get($"{TestServer.Path}/audit?actor=jiaoyu/link");
        Assert.Equal(3, audit["items"]!.AsArray().Count(a => (string)a!["event"]! == "unit.seat-named"));
    }

    [Fact]
    public async Task Asked_again_with_another_link_the_unit_sees_what_it_said_but_nobodys_telephone()
    {
        await _unit.Do("/join/name", Units.Naming(await _office.Link("minzheng"), "联络人甲", leader: "负责人甲"));

        var seen = await _unit.Do("/join/look", new { token = await _office.Link("minzheng") });

        Assert.Equal(["负责人甲 负责人甲 false", "联络人甲 联络人甲 true", "  true"], seen["seats"]!.AsArray().Select(s => $"{s!["holder"]} {s["named"]} {s["open"]}"));
        Assert.DoesNotContain("0471", seen.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", seen.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_word_takes_the_place_of_an_earlier_one()
    {
        await _unit.Do("/join/name", Units.Naming(await _office.Link("nongmu"), "联络人甲", "联络人乙"));
        await _unit.Do("/join/name", Units.Naming(await _office.Link("nongmu"), "联络人乙", "联络人丙"));

        var roster = await _office.Roster("nongmu");
        Assert.Equal(("联络人乙", "联络人丙"), (roster["liaison"], roster["deputy"]));
        Assert.Equal(["联络人丙", "联络人乙"], (await _office.Waiting("nongmu")).OrderBy(n => n.Key).Select(n => (string?)n.Value["holder"]));
        var decided = (await _office.Get($"{Campaign}/nominations?decided=true"))["items"]!.AsArray().Where(n => (string)n!["unit"]! == "nongmu");
        Assert.Equal(["replaced", "replaced"], decided.Select(n => (string?)n!["stage"]));
    }

    [Fact]
    public async Task What_is_refused_leaves_the_link_good()
    {
        var link = await _office.Link("gongxin");

        Assert.Equal((422, "naming.liaison-needed"), await _unit.Refused("/join/name", Units.Naming(link, null, "联络人乙")));
        Assert.Equal((422, "seat.same-person"), await _unit.Refused("/join/name", Units.Naming(link, "联络人甲", "联络人甲")));
        Assert.Equal((422, "seat.name-needed"), await _unit.Refused("/join/name", Units.Naming(link, "工信局负责同志")));
        Assert.Equal((422, "naming.mail-malformed"), await _unit.Refused("/join/name", new { token = link, liaison = Units.Person("联络人甲", "somewhere") }));
        Assert.Equal((422, "naming.unreadable"), await _unit.Refused("/join/name", new { token = link, liaison = Units.Person("联络人\n甲") }));
        Assert.Equal((422, "request.invalid"), await _unit.Refused("/join/name", Units.Naming(link, new string('甲', 41))));
        await _unit.Do("/join/name", Units.Naming(link, "联络人甲"));
    }

    [Fact]
    public async Task A_leader_who_was_named_is_changed_by_the_meeting_only()
    {
        await _unit.Do("/join/name", Units.Naming(await _office.Link("weijian"), "联络人甲", leader: "负责人甲"));
        var link = await _office.Link("weijian");

        Assert.Equal((409, "naming.leader-by-meeting"), await _unit.Refused("/join/name", Units.Naming(link, "联络人甲", leader: "负责人乙")));
        await _unit.Do("/join/name", Units.Naming(link, "联络人甲", leader: "负责人甲"));
        Assert.Equal("负责人甲", (await _office.Roster("weijian"))["leader"]);
    }

    [Fact]
    public async Task A_link_is_used_once_also_by_two_at_the_same_moment()
    {
        var link = await _office.Link("gongan");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => _unit.Post("/join/name", Units.Naming(link, $"联络人{i}"))));

        Assert.Equal(1, answers.Count(a => a.Status == 200));
        Assert.All(answers.Where(a => a.Status != 200), a => Assert.Equal("link.spent", (string?)a.Body["code"]));
        Assert.Equal((404, "link.spent"), await _unit.Refused("/join/name", Units.Naming(link, "联络人甲")));
        Assert.Equal((404, "link.spent"), await _unit.Refused("/join/look", new { token = link }));
        await using var db = _server.Database.OpenToRead();
        Assert.Equal(1, await db.Nominations.CountAsync(n => n.Unit == "gongan", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Refusals_are_said_in_both_languages()
    {
        var link = await _office.Link("zhujian");
        foreach (var (language, title) in new[] { ("zh-CN", "请填报联络人"), ("en", "A liaison is needed") })
        {
            var (_, problem) = await _unit.Post("/join/name", new { token = link }, language);
            Assert.Equal(title, (string?)problem["title"]);
        }
    }

    [Fact]
    public async Task No_seat_and_no_link_of_another_kind_opens_it()
    {
        var slip = await (await Visitor.In(_server, "system-admin")).Do("/accounts", new { login = "somebody", name = "工作人员甲" });
        Assert.Equal((404, "link.spent"), await _unit.Refused("/join/look", new { token = Visitor.TokenOf(slip["address"]!) }));
        Assert.Equal((404, "link.spent"), await _unit.Refused("/activation/look", new { token = await _office.Link("wenlv") }));
        using var liaison = await Visitor.In(_server, "wenlv/liaison");
        Assert.Equal((403, "access.denied"), await liaison.Refused($"{Campaign}/unit-links", new { units = new[] { "wenlv" } }));
    }
}
