using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Commands;
using HuiminCoord.Server.Rehearsals;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Tests.Rehearsals;

/// <summary>The worst campaign: nobody ever answers. Documents must stay small, and the ladder must end.</summary>
public sealed class SilentCampaignTests : IAsyncLifetime
{
    /// <summary>PostgreSQL moves longer rows out of the page (TOAST), and every rung would rewrite them.</summary>
    private const int LargestDocument = 2048;

    private readonly string _directory = Directory.CreateTempSubdirectory("huimin-silent-").FullName;

    [Fact]
    public async Task Documents_stay_small_and_reminders_end_when_nobody_answers_for_fourteen_months()
    {
        await using var database = CoordinationDatabase.InDirectory(_directory);

        Assert.Equal([], await LargerThan(database, LargestDocument));
        await using var db = database.OpenToRead();
        var steps = await db.Steps.Where(s => s.Unit == "jiaoyu" && s.Obligation == "monthly-2020-10").ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            ["convenor plus-3", "jiaoyu/leader due", "jiaoyu/leader plus-1", "jiaoyu/leader plus-2", "jiaoyu/leader t-1", "jiaoyu/leader t-5", "jiaoyu/leader week-1", "jiaoyu/leader week-2", "office plus-3"],
            steps.Select(s => $"{s.Recipient} {s.Rung}").Order(StringComparer.Ordinal));
        Assert.All(steps, s => Assert.Equal(StepOutcome.Delivered, s.Outcome));
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var file = PlanFile.Shipped();
        var plan = file.Require();
        var request = new RehearsalRequest(plan, file.Json, null, ChinaTime.StartOf(plan.Document.IssuedOn), ChinaTime.EndOf(new(2021, 11, 30)), []);
        await new Rehearsal(request, () => CoordinationDatabase.InDirectory(_directory)).Run(_ => { }, TestContext.Current.CancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(_directory, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static async Task<IReadOnlyList<string>> LargerThan(CoordinationDatabase database, int bytes)
    {
        await using var command = database.Source.CreateCommand("SELECT grain_type || '/' || grain_key || ' ' || length(payload) || ' ' || CAST(payload AS TEXT) FROM grain_state WHERE length(payload) > " + bytes);
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var found = new List<string>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
        {
            found.Add(rows.GetString(0));
        }

        return found;
    }
}
