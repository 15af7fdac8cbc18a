using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Tests;
using HuiminCoord.Server.Rehearsals;
using HuiminCoord.Server.Tests.Commands;

namespace HuiminCoord.Server.Tests.Upgrading;

/// <summary>People have data of earlier versions: today's program opens it, goes on with it, and changes nothing that happened.</summary>
public sealed class UpgradeTests(PostgreSqlServer server)
{
    /// <summary>Two months and more after the cut: an annual summary, two monthly ones, a new holiday paper.</summary>
    private static readonly DateTimeOffset Until = ChinaTime.EndOf(new(2020, 12, 31));

    public static TheoryData<string> Versions => [.. EarlierDatabase.Versions];

    public static TheoryData<string, DatabaseProvider> Kept =>
        [.. EarlierDatabase.Versions.SelectMany(v => Enum.GetValues<DatabaseProvider>().Select(p => (v, p)))];

    [Fact]
    public void At_least_one_earlier_version_was_kept() => Assert.Contains("acc7b23", EarlierDatabase.Versions);

    [Theory, MemberData(nameof(Kept))]
    public async Task An_earlier_database_goes_on_as_if_it_had_always_been_todays(string version, DatabaseProvider provider)
    {
        await using var earlier = await EarlierDatabase.Take(version, provider, server);
        var (plan, json) = await earlier.Plan();
        var cut = await earlier.Cursor(plan.Campaign.Value);
        var (query, before) = await Audit(earlier);

        await new Rehearsal(new(plan, json, EarlierDatabase.Seed, ChinaTime.StartOf(plan.Document.IssuedOn), Until, []), earlier.Open).Run(_ => { }, TestContext.Current.CancellationToken);

        await using var database = earlier.Open();
        var after = await EarlierDatabase.Rows(database, query);
        Assert.True(before.Count > 100, $"{before.Count} events are no month");
        Assert.Equal(before, after.Take(before.Count));
        var story = After(cut, await Story(database, plan.Campaign.Value));
        Assert.True(story.Count > 200, $"{story.Count} lines are no two months");
        Assert.Equal(After(cut, await Fresh(plan, json)), story);
    }

    [Theory, MemberData(nameof(Kept))]
    public async Task Opening_it_twice_upgrades_it_once_and_to_what_a_new_database_is(string version, DatabaseProvider provider)
    {
        await using var earlier = await EarlierDatabase.Take(version, provider, server);
        await using var database = earlier.Open();
        var rows = await EarlierDatabase.Rows(database, "SELECT count(*) FROM audit");
        await database.CreateOrUpgrade(TestContext.Current.CancellationToken);
        var once = await EarlierDatabase.Rows(database, "SELECT version, name FROM schema_version ORDER BY version");

        await database.CreateOrUpgrade(TestContext.Current.CancellationToken);

        Assert.Equal(once, await EarlierDatabase.Rows(database, "SELECT version, name FROM schema_version ORDER BY version"));
        Assert.Equal(rows, await EarlierDatabase.Rows(database, "SELECT count(*) FROM audit"));
        await using var scratch = await Scratch.New(provider, server);
        Assert.Equal(await Shape(scratch.Database), await Shape(database));
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task Today_s_server_shows_what_happened_then(string version)
    {
        await using var earlier = await EarlierDatabase.Take(version, DatabaseProvider.Sqlite, server);
        var kept = (await Audit(earlier)).Rows.Count;
        await using var today = await TestServer.Start(earlier.Folder, begin: false);

        var shown = 0;
        for (string? next = ""; next is not null; next = (string?)(await Page(next))["next"])
        {
            shown += (await Page(next))["items"]!.AsArray().Count;
        }

        Assert.Equal(kept, shown);
        Assert.Equal(11, (await today.Get($"{TestServer.Path}/board?period=2020-09"))["item"]!["units"]!.AsArray().Count);
        Assert.Equal("plan-1", (string)(await today.Get($"{TestServer.Path}/units/jiaoyu/receipts"))["items"]![0]!["paper"]!);
        Assert.NotEmpty((await today.Get($"{TestServer.Path}/inbox?recipient=convenor"))["item"]!["items"]!.AsArray());

        Task<System.Text.Json.Nodes.JsonNode> Page(string next) => today.Get($"{TestServer.Path}/audit?limit=200&next={next}");
    }

    /// <summary>The newest one may have today's text: without an older one the next test would show little.</summary>
    [Fact]
    public async Task Some_of_them_have_another_text_than_is_shipped_now()
    {
        await using var oldest = await EarlierDatabase.Take("acc7b23", DatabaseProvider.Sqlite, server);
        Assert.NotEqual(TestServer.PlanJson, (await oldest.Plan()).Json);
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task It_is_served_with_its_own_plan_whatever_text_is_shipped_now(string version)
    {
        await using var earlier = await EarlierDatabase.Take(version, DatabaseProvider.Sqlite, server);
        var (_, json) = await earlier.Plan();
        using (var served = ServerProcess.Start(earlier.Folder, "serve", "--data", earlier.Folder, "--urls", "http://127.0.0.1:0", "--pace", "86400"))
        {
            await served.Printed(l => l.Any(x => x.StartsWith("Listening", StringComparison.Ordinal)), "that it listens");
            served.Kill();
        }

        await using var database = earlier.Open();
        Assert.Equal([json], await EarlierDatabase.Rows(database, "SELECT json FROM plan_document"));
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_with_a_sentence_and_not_touched()
    {
        await using var newer = await EarlierDatabase.Take(EarlierDatabase.Versions[0], DatabaseProvider.Sqlite, server);
        await using (var database = newer.Open())
        {
            await EarlierDatabase.Rows(database, "INSERT INTO schema_version (version, name) VALUES (4711, '4711-from-the-future.sql')");
        }

        var before = SHA256.HashData(await File.ReadAllBytesAsync(newer.File, TestContext.Current.CancellationToken));
        var (code, _, errors) = await ServerProcess.Run(newer.Folder, "serve", "--data", newer.Folder, "--urls", "http://127.0.0.1:0");

        Assert.Equal(1, code);
        Assert.StartsWith("The database has schema version 4711; this program knows versions up to", Assert.Single(errors), StringComparison.Ordinal);
        Assert.Equal(before, SHA256.HashData(await File.ReadAllBytesAsync(newer.File, TestContext.Current.CancellationToken)));
    }

    /// <summary>Every audit row with the columns there are now, in the order of what happened, and how to ask for them again.</summary>
    private static async Task<(string Query, List<string> Rows)> Audit(EarlierDatabase earlier)
    {
        await using var database = earlier.Open();
        var query = $"SELECT {await EarlierDatabase.Columns(database, "audit")} FROM audit ORDER BY at, grain_type, grain_key, seq";
        return (query, await EarlierDatabase.Rows(database, query));
    }

    private static async Task<List<string>> Fresh(HuiminCoord.Domain.Plans.Plan plan, string json)
    {
        var directory = Directory.CreateTempSubdirectory("huimin-fresh-").FullName;
        try
        {
            await new Rehearsal(new(plan, json, EarlierDatabase.Seed, ChinaTime.StartOf(plan.Document.IssuedOn), Until, []), () => CoordinationDatabase.InDirectory(directory)).Run(_ => { }, TestContext.Current.CancellationToken);
            await using var database = CoordinationDatabase.InDirectory(directory);
            return await Story(database, plan.Campaign.Value);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task<List<string>> Story(CoordinationDatabase database, string campaign)
    {
        using var timeline = new MemoryStream();
        await RehearsalTimeline.Write(database, campaign, timeline, TestContext.Current.CancellationToken);
        return [.. Encoding.UTF8.GetString(timeline.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static List<string> After(DateTimeOffset cut, List<string> story) =>
        [.. story.Where(line => JsonDocument.Parse(line).RootElement.GetProperty("at").GetDateTimeOffset() > cut)];

    /// <summary>Tables, columns and indexes; not the order in which they came.</summary>
    private static Task<List<string>> Shape(CoordinationDatabase database) => EarlierDatabase.Rows(
        database,
        database.Provider == DatabaseProvider.Sqlite
            ? "SELECT m.type, m.name, c.name, c.type, c.\"notnull\", c.pk FROM sqlite_master m LEFT JOIN pragma_table_xinfo(m.name) c WHERE m.name NOT LIKE 'sqlite_%' ORDER BY 1, 2, 3"
            : "SELECT table_name, column_name, data_type, is_nullable, coalesce(column_default, '') FROM information_schema.columns WHERE table_schema = 'public' UNION ALL SELECT tablename, indexname, indexdef, '', '' FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1, 2, 3");
}
