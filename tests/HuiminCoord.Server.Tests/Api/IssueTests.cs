using HuiminCoord.Grains.Plans;

namespace HuiminCoord.Server.Tests.Api;

/// <summary>A live server stores its plan and issues nothing: the office does.</summary>
public sealed class IssueTests
{
    [Fact]
    public async Task A_stored_plan_is_issued_through_the_door_and_reaches_everybody()
    {
        await using var server = await TestServer.Start(begin: false);
        Assert.Empty((await server.Get("/api/v1/campaigns"))["items"]!.AsArray());
        var (absent, unknown) = await server.Post(TestServer.Path + "/issue", new { version = 1 });
        Assert.Equal((404, "campaign.unknown"), (absent, (string)unknown["code"]!));
        await server.Service<PlanShelf>().Put(TestServer.Plan, TestServer.PlanJson, DateTimeOffset.UnixEpoch);
        Assert.Equal("stored", (string)Assert.Single((await server.Get("/api/v1/campaigns"))["items"]!.AsArray())!["stage"]!);
        var (status, problem) = await server.Post(TestServer.Path + "/issue", new { version = 2 });
        Assert.Equal((404, "plan.version-unknown"), (status, (string)problem["code"]!));
        var issued = await server.Do(TestServer.Path + "/issue", new { version = 1 });
        Assert.Equal("running", (string)(await server.GetAfter(TestServer.Path, issued))["item"]!["stage"]!);
        Assert.Equal(55, (await server.Get(TestServer.Path + "/obligations?limit=200"))["items"]!.AsArray().Count);
    }
}
