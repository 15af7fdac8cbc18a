using System.Text.Json.Nodes;
using HuiminCoord.Domain.Campaigns;
using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Calendars;
using HuiminCoord.Grains.Campaigns;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Tests;
using HuiminCoord.Server.Hosting;
using HuiminCoord.Server.Tests.Upgrading;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HuiminCoord.Server.Tests.Plans;

/// <summary>A version that was never issued may get another text; one that was issued never does.</summary>
public sealed class StoredTextTests(PostgreSqlServer server)
{
    private static readonly DateTimeOffset At = ChinaTime.At(TestServer.Plan.Document.IssuedOn, new TimeOnly(8, 30));

    public static TheoryData<DatabaseProvider> Databases => [.. Enum.GetValues<DatabaseProvider>()];

    [Theory, MemberData(nameof(Databases))]
    public async Task A_corrected_text_takes_the_place_of_one_that_was_stored_and_not_issued(DatabaseProvider provider)
    {
        await using var scratch = await Scratch.New(provider, server);
        using var host = await Begun(scratch.Database);
        var (shelf, wrong, right) = (host.Services.GetRequiredService<PlanShelf>(), Text(2, 4), Text(2, 5));
        Assert.True(await Put(shelf, wrong, "http/a"));
        Assert.Equal(4, (await shelf.Get(TestServer.Campaign, 2)).Settings.ReviewWorkdays);

        Assert.True(await Put(shelf, right, "http/b"));
        Assert.Equal(5, (await shelf.Get(TestServer.Campaign, 2)).Settings.ReviewWorkdays);
        Assert.True((await Issue(host, 2, PlanTexts.HashOf(right))).Changed);

        var unit = await shelf.Terms(TestServer.Campaign, 2, new("jiaoyu"));
        Assert.Equal((5, true), (unit.Settings.ReviewWorkdays, (await shelf.Standing(TestServer.Campaign, 2))!.Issued));
        Assert.False(await Put(shelf, right, "http/c"));
        await Assert.ThrowsAsync<PlanTakenException>(() => Put(shelf, wrong, "http/d"));
        Assert.Equal(right, await Another(scratch.Database).Text(TestServer.Campaign, 2));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_late_retry_does_not_bring_an_older_text_back(DatabaseProvider provider)
    {
        await using var scratch = await Scratch.New(provider, server);
        using var host = await Begun(scratch.Database);
        var (shelf, older, newer) = (host.Services.GetRequiredService<PlanShelf>(), Text(2, 4), Text(2, 5));
        await Put(shelf, older, "http/a");
        Assert.False(await Put(shelf, older, "http/a"));
        await Put(shelf, newer, "http/a");

        await Assert.ThrowsAsync<PlanTakenException>(() => Put(shelf, older, "http/a"));
        Assert.Equal(newer, await shelf.Text(TestServer.Campaign, 2));

        // Sent again on purpose it counts, and from then on for that wish only; the retries of both that came before do not.
        Assert.True(await Put(shelf, older, "http/b"));
        Assert.Equal(older, await shelf.Text(TestServer.Campaign, 2));
        await Assert.ThrowsAsync<PlanTakenException>(() => Put(shelf, newer, "http/a"));
        // So does one that asked for what stood there already.
        Assert.False(await Put(shelf, older, "http/e"));
        await Put(shelf, newer, "http/c");
        await Assert.ThrowsAsync<PlanTakenException>(() => Put(shelf, older, "http/e"));
        await Assert.ThrowsAsync<PlanTakenException>(() => Put(shelf, older, "http/a"));
        await Assert.ThrowsAsync<PlanTakenException>(() => Put(shelf, older, "http/b"));
        Assert.Equal(newer, await shelf.Text(TestServer.Campaign, 2));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Issued_is_the_text_that_was_looked_at_whatever_was_stored_since(DatabaseProvider provider)
    {
        await using var scratch = await Scratch.New(provider, server);
        using var host = await Begun(scratch.Database);
        var (shelf, looked, since) = (host.Services.GetRequiredService<PlanShelf>(), Text(2, 4), Text(2, 5));
        await Put(shelf, looked, "http/a");
        await Put(shelf, since, "http/b");

        Assert.Equal("plan.version-unknown", (await Issue(host, 2, PlanTexts.HashOf("{}"))).Refusal?.Code);
        Assert.True((await Issue(host, 2, PlanTexts.HashOf(looked))).Changed);

        Assert.Equal(looked, await shelf.Text(TestServer.Campaign, 2));
        Assert.Equal("plan.version-taken", (await Issue(host, 2, PlanTexts.HashOf(since))).Refusal?.Code);
        var again = await Issue(host, 2, null);
        Assert.Equal((false, null), (again.Changed, again.Refusal));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Of_two_who_store_and_issue_at_the_same_moment_one_wins_with_its_own_text(DatabaseProvider provider)
    {
        await using var scratch = await Scratch.New(provider, server);
        using var host = await Begun(scratch.Database);
        var shelf = host.Services.GetRequiredService<PlanShelf>();
        for (var version = 2; version <= 13; version++)
        {
            string[] texts = [Text(version, version + 2), Text(version, version + 22)];
            var answers = await Task.WhenAll(texts.Select(text => Task.Run(() => StoreAndIssue(host, shelf, text))));

            var winner = Array.FindIndex(answers, a => a?.Changed == true);
            Assert.True(winner >= 0, $"Nobody has issued version {version}.");
            Assert.True(answers[1 - winner] is null or { Changed: false, Refusal.Code: "plan.version-taken" });
            Assert.Equal(new PlanText(PlanTexts.HashOf(texts[winner]), texts[winner], true), await shelf.Standing(TestServer.Campaign, version));
            var unit = await shelf.Terms(TestServer.Campaign, version, new("jiaoyu"));
            Assert.Equal(PlanReader.Read(texts[winner]).Plan!.Settings.ReviewWorkdays, unit.Settings.ReviewWorkdays);
        }
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_an_earlier_program_stored_without_a_name_counts_as_it_did(DatabaseProvider provider)
    {
        await using var scratch = await Scratch.New(provider, server);
        using var host = await Begun(scratch.Database);
        var (shelf, text) = (host.Services.GetRequiredService<PlanShelf>(), Text(2, 4));
        await Put(shelf, text, "http/a");
        await using (var command = scratch.Database.Source.CreateCommand("UPDATE plan_document SET hash = '', stored_for = NULL"))
        {
            Assert.Equal(2, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }

        var first = (await shelf.Standing(TestServer.Campaign, 1))!;
        Assert.Equal((true, TestServer.PlanJson), (first.Issued, first.Json));
        Assert.False(await Put(shelf, text, "http/b"));
        Assert.True((await Issue(host, 2, null)).Changed);
        Assert.Equal(text, await Another(scratch.Database).Text(TestServer.Campaign, 2));
    }

    private static async Task<Answer?> StoreAndIssue(IHost host, PlanShelf shelf, string text)
    {
        var plan = PlanReader.Read(text).Plan!;
        try
        {
            await shelf.Put(plan, text, At, null);
        }
        catch (PlanTakenException)
        {
            return null;
        }

        return await Issue(host, plan.Version, PlanTexts.HashOf(text));
    }

    private static async Task<IHost> Begun(CoordinationDatabase database)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.SetMinimumLevel(LogLevel.Critical);
        builder.AddCoordination(database, CampaignClock.Virtual(At));
        var host = builder.Build();
        await host.StartAsync();
        Assert.True(await Put(host.Services.GetRequiredService<PlanShelf>(), TestServer.PlanJson, null));
        Assert.True((await Issue(host, 1, null)).Changed);
        return host;
    }

    private static Task<bool> Put(PlanShelf shelf, string text, string? key) => shelf.Put(PlanReader.Read(text).Plan!, text, At, key);

    private static Task<Answer> Issue(IHost host, int version, string? text) =>
        host.Services.GetRequiredService<IGrainFactory>().GetGrain<ICampaignGrain>(TestServer.Campaign).Do(new CampaignCommand.Issue(version, text), null);

    /// <summary>What another server reads.</summary>
    private static PlanShelf Another(CoordinationDatabase database) => new(database, new CalendarShelf(database, ShippedCalendars.HolidayTable));

    private static string Text(int version, int reviewWorkdays)
    {
        var plan = JsonNode.Parse(TestServer.PlanJson)!;
        plan["version"] = version;
        plan["amendment"] = new JsonObject { ["reason"] = "审核时限", ["decidedBy"] = "officeDirector" };
        plan["settings"]!["reviewWorkdays"] = reviewWorkdays;
        return plan.ToJsonString();
    }
}
