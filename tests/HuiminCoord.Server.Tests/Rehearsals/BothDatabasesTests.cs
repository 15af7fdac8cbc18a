using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Tests;
using HuiminCoord.Server.Commands;
using HuiminCoord.Server.Rehearsals;

namespace HuiminCoord.Server.Tests.Rehearsals;

/// <summary>The first three months tell the same story on both databases, restart included.</summary>
public sealed class BothDatabasesTests(PostgreSqlServer server) : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("huimin-both-").FullName;

    [Fact]
    public async Task SQLite_and_PostgreSQL_tell_the_same_story_to_the_byte()
    {
        var place = await server.NewDatabase();

        var onSqlite = await Story(() => CoordinationDatabase.InDirectory(_directory));
        var onPostgreSql = await Story(() => CoordinationDatabase.OnPostgreSql(place));

        Assert.True(onSqlite.Length > 100_000, $"a story of {onSqlite.Length} bytes is no three months");
        Assert.Equal(onSqlite, onPostgreSql);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private static async Task<string> Story(Func<CoordinationDatabase> open)
    {
        var file = PlanFile.Shipped();
        var plan = file.Require();
        var request = new RehearsalRequest(
            plan, file.Json, 7, ChinaTime.StartOf(plan.Document.IssuedOn), ChinaTime.EndOf(new(2020, 12, 10)), [ChinaTime.StartOf(new(2020, 10, 20))]);
        await new Rehearsal(request, open).Run(_ => { }, TestContext.Current.CancellationToken);
        await using var database = open();
        using var timeline = new MemoryStream();
        await RehearsalTimeline.Write(database, plan.Campaign.Value, timeline);
        return System.Text.Encoding.UTF8.GetString(timeline.ToArray());
    }
}
