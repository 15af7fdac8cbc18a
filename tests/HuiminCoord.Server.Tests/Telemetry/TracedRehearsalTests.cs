using System.Text;
using HuiminCoord.Server.Rehearsals;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Tests.Telemetry;

/// <summary>Who listens changes nothing that happens: traces run beside the story, never in it.</summary>
[CollectionDefinition(nameof(TracedRehearsalTests), DisableParallelization = true)]
[Collection(nameof(TracedRehearsalTests))]
public sealed class TracedRehearsalTests
{
    [Fact]
    public async Task A_traced_campaign_tells_the_same_story_to_the_byte()
    {
        var (plain, unheard) = await Story([]);
        await using var collector = await Collector.Start();
        var (traced, heard) = await Story(TracedServer.Variables(collector));

        Assert.True(plain.Length > 50_000, $"a story of {plain.Length} bytes is no two weeks");
        Assert.Equal(plain, traced);
        Assert.True(heard > 30, $"only {heard} messages carry a trace");
        Assert.Equal(0, unheard);
    }

    /// <summary>The timeline of two weeks in which nobody acts, and how many messages carry a trace.</summary>
    private static async Task<(string Timeline, long Traced)> Story(Dictionary<string, string> settings)
    {
        await using var server = await TestServer.Start(settings: settings);
        await server.RunUntil(new DateOnly(2020, 10, 1), 0);
        using var timeline = new MemoryStream();
        await RehearsalTimeline.Write(server.Database, TestServer.Campaign, timeline);
        await using var db = server.Database.OpenToRead();
        return (Encoding.UTF8.GetString(timeline.ToArray()), await db.Inbox.CountAsync(m => m.Trace != null));
    }
}
