using System.Globalization;
using System.Text;
using System.Text.Json;
using HuiminCoord.Domain.Rehearsing;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Rehearsals;

namespace HuiminCoord.Server.Tests.Rehearsals;

/// <summary>However a rehearsal is steered, it tells the same story to the byte.</summary>
public sealed class SteeredRehearsalTests : IDisposable
{
    private const int Seed = 7;

    private static readonly DateTimeOffset Until = ChinaTime.StartOf(new(2020, 11, 10));

    private readonly string _directory = Directory.CreateTempSubdirectory("huimin-steered-").FullName;

    [Fact]
    public async Task Paused_stepped_and_paced_at_random_moments_it_is_the_same_story_to_the_byte()
    {
        var plain = await Plain();
        Assert.True(plain.Length > 50_000, $"a story of {plain.Length} bytes is no two months");

        Assert.Equal(plain, await Steered(1));
        Assert.Equal(plain, await Steered(2));
    }

    [Fact]
    public async Task Steered_by_several_people_at_once_it_is_the_same_story_to_the_byte()
    {
        await using var steered = await SteeredServer.Begin(Seed, pace: 2);
        var people = Enumerable.Range(10, 3).Select(seed => Task.Run(async () =>
        {
            var choice = new Random(seed);
            while (steered.Now < Until)
            {
                await Move(steered, choice);
                await Task.Yield();
            }
        })).ToList();
        while (steered.Now < Until)
        {
            await steered.Pass(TimeSpan.FromMilliseconds(40));
            await Task.Yield();
        }

        await Task.WhenAll(people);
        Assert.Equal(await Plain(), await Story(steered.Server.Database));
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private async Task<string> Plain()
    {
        var request = new RehearsalRequest(TestServer.Plan, TestServer.PlanJson, Seed, SteeredServer.Start, Until, []);
        await new Rehearsal(request, () => CoordinationDatabase.InDirectory(_directory)).Run(_ => { }, TestContext.Current.CancellationToken);
        await using var database = CoordinationDatabase.InDirectory(_directory);
        return await Story(database);
    }

    private static async Task<string> Steered(int steering)
    {
        var choice = new Random(steering);
        await using var steered = await SteeredServer.Begin(Seed, pace: Pace.Choices[steering], paused: steering % 2 == 0);
        while (steered.Now < Until)
        {
            await Move(steered, choice);
            await steered.Pass(TimeSpan.FromMilliseconds(choice.Next(1, 4000)));
        }

        return await Story(steered.Server.Database);
    }

    private static async Task Move(SteeredServer steered, Random choice)
    {
        switch (choice.Next(8))
        {
            case 0:
                steered.Control.Pause();
                break;
            case 1:
                steered.Control.Resume();
                break;
            case 2:
                Assert.Null(steered.Control.SetPace(Pace.Choices[choice.Next(Pace.Choices.Count)]));
                break;
            case 3:
                await steered.Control.StepToNext(TestContext.Current.CancellationToken);
                break;
            case 4:
                // Somebody else may have gone on meanwhile: then the day has passed.
                steered.Control.RunUntil(ChinaTime.DateOf(steered.Now).AddDays(choice.Next(1, 6)));
                break;
            case 5:
                await steered.Control.Look(TestContext.Current.CancellationToken);
                break;
        }
    }

    /// <summary>The story until the day that all of them have reached: some go further.</summary>
    private static async Task<string> Story(CoordinationDatabase database)
    {
        using var timeline = new MemoryStream();
        await RehearsalTimeline.Write(database, TestServer.Campaign, timeline);
        var lines = Encoding.UTF8.GetString(timeline.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return string.Join('\n', lines.TakeWhile(l => At(l) < Until));
    }

    private static DateTimeOffset At(string line)
    {
        using var json = JsonDocument.Parse(line);
        return DateTimeOffset.Parse(json.RootElement.GetProperty("at").GetString()!, CultureInfo.InvariantCulture);
    }
}
