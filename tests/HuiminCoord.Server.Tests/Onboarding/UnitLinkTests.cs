using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Accounts;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Tests.Onboarding;

/// <summary>The office makes links for units, sees what has become of them, and withdraws them.</summary>
public sealed class UnitLinkTests(OfficeServer fixture) : IClassFixture<OfficeServer>
{
    private const string Links = $"{Units.Campaign}/unit-links";

    private readonly Visitor _office = fixture.Office;
    private readonly Visitor _unit = fixture.Stranger;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_link_for_every_unit_in_the_plans_order()
    {
        var made = (await _office.Do(Links, new { }))["links"]!.AsArray();

        Assert.Equal(TestServer.Plan.Units.Select(u => (u.Id.Value, u.Name)), made.Select(l => ((string)l!["unit"]!, (string)l["name"]!)));
        Assert.All(made, l => Assert.StartsWith($"{fixture.Server.Url}join/", (string)l!["address"]!, StringComparison.Ordinal));
        Assert.Equal(made.Count, made.Select(l => (string)l!["address"]!).Distinct().Count());
        var expires = DateTimeOffset.Parse((string)made[0]!["expiresAt"]!, null) - TimeProvider.System.GetUtcNow();
        Assert.InRange(expires.TotalDays, 13.9, 14.1);
    }

    [Fact]
    public async Task The_list_says_what_became_of_each_and_never_what_opens_it()
    {
        var first = await _office.Link("jiaoyu");
        var second = await _office.Link("jiaoyu");
        await _unit.Do("/join/name", Units.Naming(second, "联络人甲"));
        await _office.Link("jiaoyu");

        var list = await _office.Get(Links);

        var stages = list["items"]!.AsArray().Where(l => (string)l!["unit"]! == "jiaoyu").Select(l => (string?)l!["stage"]).Take(3);
        Assert.Equal(["open", "used", "withdrawn"], stages);
        Assert.StartsWith("office-staff@", (string)list["items"]![0]!["by"]!, StringComparison.Ordinal);
        Assert.DoesNotContain(first, list.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal((404, "link.spent"), await _unit.Refused("/join/look", new { token = first }));
    }

    [Fact]
    public async Task A_withdrawn_link_opens_nothing()
    {
        var link = await _office.Link("minzheng");
        var id = await Open("minzheng");

        await _office.Do($"{Links}/{id}/withdraw");

        Assert.Equal((404, "link.spent"), await _unit.Refused("/join/name", Units.Naming(link, "联络人甲")));
        Assert.Equal((404, "link.unknown"), await _office.Refused($"{Links}/{id}/withdraw"));
    }

    [Fact]
    public async Task A_link_whose_days_are_over_opens_nothing()
    {
        var link = await _office.Link("nongmu");
        await fixture.Server.Database.Write(
            (db, token) => db.SingleUseLinks.Where(l => l.Unit == "nongmu").ExecuteUpdateAsync(l => l.SetProperty(r => r.ExpiresAt, DateTimeOffset.UnixEpoch), token), Cancellation);

        Assert.Equal((404, "link.spent"), await _unit.Refused("/join/name", Units.Naming(link, "联络人甲")));
        Assert.Equal("expired", (await _office.Get(Links))["items"]!.AsArray().Where(l => (string)l!["unit"]! == "nongmu").Select(l => (string?)l!["stage"]).First());
    }

    [Fact]
    public async Task Ids_of_other_campaigns_and_units_are_unknown()
    {
        var foreign = new SingleUseLinkRow
        {
            Id = "of-another", TokenHash = Secrets.Hash("of-another"), Kind = "unit", Campaign = "other-2020", Unit = "jiaoyu", CreatedAt = TimeProvider.System.GetUtcNow(), CreatedBy = "x",
            ExpiresAt = TimeProvider.System.GetUtcNow().AddDays(1),
        };
        await fixture.Server.Database.Write(async (db, token) => { await db.SingleUseLinks.AddAsync(foreign, token); }, Cancellation);

        Assert.Equal((404, "link.unknown"), await _office.Refused($"{Links}/of-another/withdraw"));
        Assert.Equal((404, "unit.unknown"), await _office.Refused(Links, new { units = new[] { "jiaoyu", "nobody" } }));
        Assert.Equal((404, "campaign.unknown"), await _office.Refused("/campaigns/other-2020/unit-links", new { }));
        Assert.DoesNotContain("of-another", (await _office.Get(Links)).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guessing_is_bounded()
    {
        await using var server = await TestServer.Start(demo: false);
        using var stranger = new Visitor(server);

        var answers = await Task.WhenAll(Enumerable.Range(0, 70).Select(i => stranger.Refused("/join/look", new { token = $"guess-{i}" })));

        Assert.Contains((429, "request.too-many"), answers);
        Assert.Contains((404, "link.spent"), answers);
    }

    private async Task<string> Open(string unit) =>
        (await _office.Get(Links))["items"]!.AsArray().Where(l => (string)l!["unit"]! == unit && (string)l["stage"]! == "open").Select(l => (string)l!["link"]!).Single();
}
