using System.Text.Json.Nodes;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Calendars;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Importing;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Tests;
using HuiminCoord.Grains.Units;

namespace HuiminCoord.Server.Tests.Calendars;

/// <summary>A paper has the same effect however it comes: with the program, by a played import, or over HTTP.</summary>
public sealed class EqualEffectTests(PostgreSqlServer server) : IDisposable
{
    private const int Seed = 7;
    private static readonly DateTimeOffset Midnight = ChinaTime.StartOf(new(2020, 11, 25));

    private readonly string _directory = Directory.CreateTempSubdirectory("huimin-import-").FullName;

    [Fact]
    public async Task A_paper_imported_when_it_is_published_tells_the_story_of_one_that_came_with_the_program()
    {
        await using var shipped = await Rehearsed("shipped", null);
        await using var imported = await Rehearsed("imported", Midnight);

        Assert.Equal(await Effects.Of(shipped), await Effects.Of(imported));
        Assert.Equal(await Effects.Story(shipped), await Effects.Story(imported));
        Assert.Empty(await Effects.Adoption(shipped));
        Assert.Equal(
            ["campaign.calendar-adopted huimin-2020 office", "campaign.calendar-told huimin-2020 office", "office.calendar-adopted huimin-2020 office"],
            (await Effects.Adoption(imported)).Where(a => !a.StartsWith("phase", StringComparison.Ordinal)));
        Assert.NotEmpty(await Effects.Moved(imported));
        Assert.All(await Effects.Moved(imported), m => Assert.Equal(("2021-1", PlayedImport.Reason), (m.Paper, m.Reason)));
        Assert.All(await Effects.Moved(shipped), m => Assert.Equal(("2021-1", null), (m.Paper, m.Reason)));
    }

    [Fact]
    public async Task A_served_campaign_that_is_told_over_HTTP_goes_on_as_the_rehearsal_did_on_both_databases_restarts_included()
    {
        var (at, place) = (ChinaTime.At(new(2020, 12, 10), new(10, 0)), await server.NewDatabase());
        await using var rehearsed = await Rehearsed("rehearsed", at);
        await PlayedImport.Rehearse(() => CoordinationDatabase.OnPostgreSql(place), at, Seed, [ChinaTime.StartOf(new(2020, 12, 9)), at.AddSeconds(1), ChinaTime.StartOf(new(2021, 2, 6))]);
        await using var postgres = CoordinationDatabase.OnPostgreSql(place);

        var served = await Served(at);

        Assert.Equal(await Effects.Of(rehearsed), served.Effects);
        Assert.Equal(await Effects.Adoption(rehearsed), served.Adoption);
        Assert.Equal(await Effects.Of(rehearsed), await Effects.Of(postgres));
        Assert.Equal(await Effects.Adoption(rehearsed), await Effects.Adoption(postgres));
        var preview = await PreviewOfALayer(rehearsed);
        // The eleven of the notice, and the unit that the joint meeting has taken up by then.
        var units = TestServer.Plan.Units.Count + 1;
        Assert.True(preview.DueDatesMoved == units && preview.StepsMoved > units, preview.ToString());
        Assert.Equal(preview, await PreviewOfALayer(postgres));
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private async Task<CoordinationDatabase> Rehearsed(string name, DateTimeOffset? importedAt)
    {
        var place = Path.Combine(_directory, name);
        await PlayedImport.Rehearse(() => CoordinationDatabase.InDirectory(place), importedAt, Seed);
        return CoordinationDatabase.InDirectory(place);
    }

    /// <summary>The district rests on 2021-02-26, the 办理日 of February's reports.</summary>
    private static async Task<ShiftCounts> PreviewOfALayer(CoordinationDatabase database)
    {
        var shelf = new CalendarShelf(database, PlayedImport.DayBefore);
        var forecast = await new CalendarPreview(database, new(database), shelf, new PlanShelf(database, shelf), CampaignClock.Virtual(PlayedImport.End)).Of("""
            {"schema":"huimin-workdays/1","layer":{"region":"150103","name":"回民区","publishedOn":"2021-02-09","note":"","festivals":[{"name":"地方节日","rest":["2021-02-26"]}]}}
            """);
        return forecast.Open;
    }

    private static async Task<(IReadOnlyList<string> Effects, IReadOnlyList<string> Adoption)> Served(DateTimeOffset importAt)
    {
        await using var server = await TestServer.Start(holidays: PlayedImport.DayBefore, seed: Seed, start: PlayedImport.Start);
        await Until(server, PlayedImport.AssignedAt);
        foreach (var (unit, duty, due) in PlayedImport.Assigned)
        {
            await server.Service<IGrainFactory>().GetGrain<IUnitGrain>($"{TestServer.Campaign}/{unit}").Do(PlayedImport.Assign(duty, due), null);
        }

        await Until(server, importAt);
        var answer = await server.Do("/api/v1/calendar/papers", new { reason = PlayedImport.Reason, content = JsonNode.Parse(PlayedImport.Paper) });
        Assert.True((bool)answer["changed"]!);
        await Until(server, PlayedImport.End.AddTicks(-1));
        return (await Effects.Of(server.Database), await Effects.Adoption(server.Database));
    }

    private static async Task Until(TestServer server, DateTimeOffset end)
    {
        while (await server.Driver.NextInstant() is { } next && next <= end)
        {
            await server.Driver.StepTo(next);
        }

        await server.Driver.StepTo(end);
    }
}
