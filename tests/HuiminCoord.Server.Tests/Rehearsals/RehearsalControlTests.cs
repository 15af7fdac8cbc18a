using HuiminCoord.Domain.Rehearsing;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Rehearsals;
using HuiminCoord.Server.Serving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace HuiminCoord.Server.Tests.Rehearsals;

/// <summary>A rehearsal is steered while people watch it and act in it.</summary>
public sealed class RehearsalControlTests
{
    [Fact]
    public async Task Time_flows_at_its_pace_and_another_pace_does_not_make_it_jump()
    {
        await using var steered = await SteeredServer.Begin(pace: 60);
        await steered.Pass(TimeSpan.FromSeconds(60));
        Assert.Equal(SteeredServer.Start.AddDays(1), steered.Now);

        Assert.Null(steered.Control.SetPace(600));
        await steered.Beat();
        Assert.Equal(SteeredServer.Start.AddDays(1), steered.Now);
        await steered.Pass(TimeSpan.FromSeconds(600));

        Assert.Equal(SteeredServer.Start.AddDays(2), steered.Now);
        Assert.Equal("rehearsal.pace-out-of-range", steered.Control.SetPace(0)!.Code);
    }

    [Fact]
    public async Task Paused_virtual_time_stands_still_and_what_people_do_is_told()
    {
        await using var steered = await SteeredServer.Begin(pace: 2);
        steered.Control.Pause();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{TestServer.Path}/units/jiaoyu/receipts/plan-1/confirm");
        request.Headers.Add("Idempotency-Key", "read-it");
        var (status, _) = await steered.Server.Send(request);

        await steered.Pass(TimeSpan.FromHours(1));

        Assert.Equal((200, SteeredServer.Start), (status, steered.Now));
        await using var db = steered.Server.Database.OpenToRead();
        var told = await db.Audit.SingleAsync(a => a.EventType == "unit.receipt-confirmed", TestContext.Current.CancellationToken);
        Assert.Equal(SteeredServer.Start, told.At);
        steered.Control.Resume();
        await steered.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(SteeredServer.Start.AddHours(12), steered.Now);
    }

    [Fact]
    public async Task A_step_ends_where_the_preview_said_and_a_paused_rehearsal_stays_paused()
    {
        await using var steered = await SteeredServer.Begin(paused: true);
        var before = await steered.Control.Look(TestContext.Current.CancellationToken);

        var after = await steered.Control.StepToNext(TestContext.Current.CancellationToken);
        await steered.Pass(TimeSpan.FromHours(1));

        Assert.Equal(ChinaTime.At(new(2020, 9, 17), new(9, 0)), before.Next!.At);
        Assert.Equal((before.Next.At, true), (after.Standing.Now, after.Standing.Paused));
        Assert.Equal(before.Next.At, steered.Now);
        await using var db = steered.Server.Database.OpenToRead();
        Assert.Equal(11, await db.Inbox.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Steps_pass_over_mornings_on_which_nobody_hears_anything()
    {
        await using var steered = await SteeredServer.Begin(paused: true);
        var ends = new List<string>();
        for (var step = 0; step < 4; step++)
        {
            ends.Add($"{(await steered.Control.StepToNext(TestContext.Current.CancellationToken)).Standing.Now.ToOffset(ChinaTime.Offset):MM-dd HH:mm}");
        }

        // Not 09-17 09:01, when the office looks and has nothing to say.
        Assert.Equal(["09-17 09:00", "09-18 09:00", "09-18 09:01", "09-18 15:00"], ends);
    }

    [Fact]
    public async Task A_step_while_time_flows_goes_on_from_there()
    {
        await using var steered = await SteeredServer.Begin(pace: 60);

        var stepped = await steered.Control.StepToNext(TestContext.Current.CancellationToken);
        await steered.Pass(TimeSpan.FromSeconds(60));

        Assert.False(stepped.Standing.Paused);
        Assert.Equal(stepped.Standing.Now.AddDays(1), steered.Now);
    }

    [Fact]
    public async Task A_run_goes_to_its_day_in_one_beat_and_is_paused_there()
    {
        await using var steered = await SteeredServer.Begin(seed: 3, pace: 86400);

        Assert.Null(steered.Control.RunUntil(new(2020, 10, 1)));
        Assert.Equal(new DateOnly(2020, 10, 1), steered.Control.Standing.RunsUntil);
        await steered.Beat();

        Assert.Equal(new RehearsalStanding(ChinaTime.StartOf(new(2020, 10, 1)), true, new Pace(86400), null), steered.Control.Standing);
        Assert.Equal("rehearsal.day-passed", steered.Control.RunUntil(new(2020, 10, 1))!.Code);
        await using var db = steered.Server.Database.OpenToRead();
        Assert.True(await db.Audit.CountAsync(a => a.EventType == "unit.submitted", TestContext.Current.CancellationToken) > 5);
    }

    [Fact]
    public async Task After_the_last_event_a_run_is_paused_and_time_stands_still()
    {
        // Nobody acts, and the office looks for 90 days after the campaign.
        await using var steered = await SteeredServer.Begin(pace: 0.5, start: ChinaTime.At(new(2021, 10, 29), new(8, 30)));
        Assert.Null(steered.Control.RunUntil(new(2030, 1, 1)));
        await steered.Beat();

        var end = await steered.Control.Look(TestContext.Current.CancellationToken);
        steered.Control.Resume();
        await steered.Pass(TimeSpan.FromDays(1));

        Assert.True(end is { Ended: true, Next: null, Standing: { Paused: true, RunsUntil: null } });
        Assert.InRange(end.Standing.Now, ChinaTime.StartOf(new(2022, 1, 1)), ChinaTime.StartOf(new(2022, 3, 1)));
        Assert.Equal(end.Standing.Now, steered.Now);
    }

    [Fact]
    public async Task Whoever_watches_sees_changes_and_instants_until_they_leave()
    {
        await using var steered = await SteeredServer.Begin(paused: true);
        using var leaving = new CancellationTokenSource();
        await using var seen = steered.Control.Watch(leaving.Token).GetAsyncEnumerator(TestContext.Current.CancellationToken);

        Assert.True((await Next(seen)).Paused);
        steered.Control.Resume();
        Assert.False((await Next(seen)).Paused);
        steered.Control.SetPace(2);
        Assert.Equal(2, (await Next(seen)).Pace.SecondsPerDay);
        await steered.Control.StepToNext(TestContext.Current.CancellationToken);
        Assert.Equal(ChinaTime.At(new(2020, 9, 17), new(9, 0)), (await Next(seen)).Now);
        var after = seen.MoveNextAsync();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await after);
    }

    [Fact]
    public async Task Beats_come_by_themselves_in_a_served_rehearsal()
    {
        await using var steered = await SteeredServer.Begin(pace: 2, paused: true);
        using var paced = new PacedRehearsal(
            new ServeSettings(TestServer.Plan, TestServer.PlanJson, "", "", new(SteeredServer.Start, new Pace(2), null, Paused: true)),
            steered.Control, steered.Time, steered.Server.Service<IHostApplicationLifetime>(), NullLogger<PacedRehearsal>.Instance);
        await paced.StartAsync(TestContext.Current.CancellationToken);
        await using var seen = steered.Control.Watch(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await Next(seen);

        Assert.Null(steered.Control.RunUntil(new(2020, 9, 19)));
        while (await Next(seen) is { Paused: false })
        {
            steered.Time.Advance(TimeSpan.FromMilliseconds(40));
        }

        await paced.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(ChinaTime.StartOf(new(2020, 9, 19)), steered.Now);
    }

    private static async Task<RehearsalStanding> Next(IAsyncEnumerator<RehearsalStanding> seen)
    {
        Assert.True(await seen.MoveNextAsync());
        return seen.Current;
    }
}
