using System.Text.Json.Nodes;

namespace HuiminCoord.Server.Tests.Api;

/// <summary>First versions of plans are stored for a campaign that waits for its issue, and for new campaigns; nobody is told.</summary>
public sealed class PlanStoringTests : IAsyncLifetime
{
    private const string Campaigns = "/api/v1/campaigns";

    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_new_campaign_is_stored_once_and_waits_for_its_people()
    {
        var stored = await _server.Do(Campaigns, Body());
        Assert.Equal(("xincheng-2021", 1, true, false), ((string)stored["campaign"]!, (int)stored["version"]!, (bool)stored["changed"]!, (bool)stored["own"]!));
        Assert.False((bool)(await _server.Do(Campaigns, Body()))["changed"]!);
        Assert.Equal(TestServer.Campaign, (string)Assert.Single((await _server.Get(Campaigns))["items"]!.AsArray())!["campaign"]!);
        using var request = new HttpRequestMessage(HttpMethod.Get, Campaigns);
        request.Headers.Add("Authorization", $"Bearer {await _server.Seats.Token("system-admin")}");
        var all = (await _server.Send(request)).Body["items"]!.AsArray();
        Assert.Contains(("xincheng-2021", "stored"), all.Select(c => ((string)c!["campaign"]!, (string)c["stage"]!)));
    }

    [Fact]
    public async Task Another_campaigns_plan_is_not_replaced_nor_one_that_is_in_force()
    {
        await _server.Do(Campaigns, Body());
        Assert.Equal("campaign.id-taken", await Refused(Body(p => p["title"] = "另一份")));
        Assert.Equal("campaign.id-taken", await Refused(Body(p => p["campaign"] = TestServer.Campaign)));
        Assert.Equal(1, (int)(await _server.Get(TestServer.Path))["item"]!["planVersion"]!);
    }

    [Fact]
    public async Task A_plan_that_waits_for_its_issue_is_replaced_by_its_own_office()
    {
        await using var server = await TestServer.Start(begin: false);
        var body = Body(p => (p["campaign"], p["title"]) = (TestServer.Campaign, "本区整治"));
        Assert.True((bool)(await server.Do(Campaigns, body))["own"]!);
        Assert.True((bool)(await server.Do(Campaigns, Body(p => (p["campaign"], p["title"]) = (TestServer.Campaign, "本区整治（二稿）"))))["changed"]!);
        Assert.Equal("本区整治（二稿）", (string)Assert.Single((await server.Get(Campaigns))["items"]!.AsArray())!["title"]!);
    }

    [Fact]
    public async Task What_is_no_first_version_or_no_plan_is_refused()
    {
        Assert.Equal("plan.invalid", await Refused(Body(p => p["window"]!["to"] = "2019-01-01")));
        Assert.Equal("campaign.version-out-of-order", await Refused(Body(p =>
        {
            p["version"] = 2;
            p["amendment"] = new JsonObject { ["reason"] = "修订", ["decidedBy"] = "officeDirector" };
        })));
    }

    private async Task<string> Refused(object body)
    {
        var (status, problem) = await _server.Post(Campaigns, body);
        Assert.InRange(status, 409, 422);
        return (string)problem["code"]!;
    }

    private static object Body(Action<JsonNode>? change = null)
    {
        var plan = JsonNode.Parse(TestServer.PlanJson)!;
        (plan["campaign"], plan["district"]!["code"], plan["district"]!["name"]) = ("xincheng-2021", "150102", "新城区");
        change?.Invoke(plan);
        return new { plan };
    }
}
