using System.Text;
using System.Text.Json.Nodes;
using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Domain.Rehearsing;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Rehearsals;

namespace HuiminCoord.Server.Tests.Rehearsals;

/// <summary>An amendment in the middle of a campaign: rehearsed, rehearsed with a restart, and made through the API of a server, it is the same story.</summary>
public sealed class AmendedRehearsalTests : IDisposable
{
    private static readonly DateTimeOffset Start = ChinaTime.At(TestServer.Plan.Document.IssuedOn, new TimeOnly(8, 30));
    private static readonly DateTimeOffset Amended = ChinaTime.At(new(2020, 11, 20), new TimeOnly(15, 0));
    private static readonly DateOnly Last = new(2020, 12, 16);

    private readonly string _directory = Directory.CreateTempSubdirectory("huimin-amended-").FullName;

    [Fact]
    public async Task Rehearsed_restarted_and_served_it_is_the_same_story_to_the_byte()
    {
        var rehearsed = await Rehearsed("plain", []);
        var restarted = await Rehearsed("restarted", [ChinaTime.StartOf(new(2020, 11, 21))]);
        var served = await Served();

        Assert.Equal(rehearsed, restarted);
        Assert.Equal(rehearsed, served);
        Assert.Equal(11, Count(rehearsed, "\"event\":\"unit.amended\""));
        Assert.Contains("“2020年总结和统计表”按修订后的方案于12月10日", rehearsed, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private async Task<string> Rehearsed(string name, IReadOnlyList<DateTimeOffset> restarts)
    {
        var directory = Path.Combine(_directory, name);
        var text = AmendedText();
        var request = new RehearsalRequest(TestServer.Plan, TestServer.PlanJson, 3, Start, ChinaTime.EndOf(Last), restarts)
        {
            Acts = [new PlayedAction.AmendPlan(Amended, "office", "act/amend-2", PlanReader.Read(text).Plan!, text)],
        };
        await new Rehearsal(request, () => CoordinationDatabase.InDirectory(directory)).Run(_ => { }, TestContext.Current.CancellationToken);
        await using var database = CoordinationDatabase.InDirectory(directory);
        return await Story(database);
    }

    private static async Task<string> Served()
    {
        await using var server = await TestServer.Start(begin: false);
        await server.Driver.Begin(TestServer.Plan, TestServer.PlanJson, 3, cancellation: TestContext.Current.CancellationToken);
        await server.RunUntil(DateOnly.FromDateTime(Amended.DateTime), Amended.Hour);
        await server.Do(TestServer.Path + "/amendments", new { plan = JsonNode.Parse(AmendedText()) });
        await server.Driver.FollowAmendments(TestContext.Current.CancellationToken);
        await server.RunUntil(Last.AddDays(1), 0);
        return await Story(server.Database);
    }

    private static string AmendedText()
    {
        var plan = JsonNode.Parse(TestServer.PlanJson)!;
        plan["version"] = 2;
        plan["amendment"] = new JsonObject { ["reason"] = "年度总结时限与市级要求衔接", ["decidedBy"] = "officeDirector" };
        plan["duties"]!.AsArray().Single(d => (string)d!["id"]! == "annual-2020")!["schedule"]!["due"] = "2020-12-10";
        return plan.ToJsonString();
    }

    private static async Task<string> Story(CoordinationDatabase database)
    {
        using var timeline = new MemoryStream();
        await RehearsalTimeline.Write(database, TestServer.Campaign, timeline);
        // In a server the office's director signs what the script does for the office.
        return Encoding.UTF8.GetString(timeline.ToArray()).Replace("office-director@office-director", "office", StringComparison.Ordinal);
    }

    private static int Count(string text, string what) => (text.Length - text.Replace(what, "", StringComparison.Ordinal).Length) / what.Length;
}
