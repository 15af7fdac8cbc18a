using System.Runtime.ExceptionServices;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Rehearsing;
using HuiminCoord.Grains.Clocks;

namespace HuiminCoord.Server.Rehearsals;

/// <summary>Steers a rehearsal while people watch it: pause, pace, to the next event, to a day. Safe for any number of threads.</summary>
/// <remarks>
/// Whatever is asked here changes when instants happen in real time, never which ones happen, nor their order: the story stays the
/// same to the byte. So nothing of it is kept or audited, and a restart begins at the pace that the command line names.
/// </remarks>
/// <param name="driver">Lets instants happen; from now on nobody else may ask it to.</param>
/// <param name="previews">Foresees.</param>
/// <param name="clock">Campaign time.</param>
/// <param name="time">Real time.</param>
/// <param name="pace">How fast time flows at first.</param>
/// <param name="paused">Time stands still at first.</param>
public sealed class RehearsalControl(RehearsalDriver driver, EventPreviews previews, CampaignClock clock, TimeProvider time, Pace pace, bool paused) : IDisposable
{
    /// <summary>Held while an instant happens, and while somebody looks at what lies between two.</summary>
    private readonly SemaphoreSlim _turn = new(1);

    private readonly SteeredClock _clock = new(clock, time, pace, paused);
    private readonly StandingWatchers _watchers = new();
    private ExceptionDispatchInfo? _failure;

    /// <summary>How it stands now.</summary>
    public RehearsalStanding Standing => _clock.Standing;

    /// <summary>How it stands, and what comes next. Reads the database: ask when somebody wants to see it.</summary>
    public async Task<RehearsalOutlook> Look(CancellationToken cancellation = default)
    {
        using var turn = await TakeTurn(cancellation);
        var plan = await previews.Plan(cancellation);
        return new(Standing, await previews.Next(plan, cancellation), plan);
    }

    /// <summary>The present standing, then the newest after each change; changes between two looks become one.</summary>
    /// <remarks>The even flow of time is no change: an instant that happened is one.</remarks>
    public IAsyncEnumerable<RehearsalStanding> Watch(CancellationToken cancellation = default) => _watchers.Watch(() => Standing, cancellation);

    /// <summary>Time stands still; an instant that has begun still ends. What people do meanwhile is told.</summary>
    public void Pause() => Change((course, now, real) => course.Pause(now, real));

    /// <summary>Time flows on from where it stands.</summary>
    public void Resume() => Change((course, now, real) => course.Resume(now, real));

    /// <summary>Another pace, from the present instant on.</summary>
    /// <returns><c>rehearsal.pace-out-of-range</c>, or null.</returns>
    public Refusal? SetPace(double secondsPerDay)
    {
        var refusal = Pace.Refuse(secondsPerDay);
        if (refusal is null)
        {
            Change((course, now, real) => course.AtPace(new Pace(secondsPerDay), now, real));
        }

        return refusal;
    }

    /// <summary>Runs up to 24:00 before a day, or to the end if that comes first, as fast as it goes; then it is paused.</summary>
    /// <remarks>What the day begins with has happened then, such as duties that open on it.</remarks>
    /// <returns><c>rehearsal.day-passed</c>, or null.</returns>
    public Refusal? RunUntil(DateOnly day)
    {
        var refusal = Course.RefuseRun(day, Standing.Now);
        if (refusal is null)
        {
            Change((course, now, real) => course.Run(day, now, real));
        }

        return refusal;
    }

    /// <summary>Lets everything up to the next event happen now; if time flows or runs, it goes on from there.</summary>
    /// <returns>How it stands once the event has happened.</returns>
    /// <exception cref="InvalidOperationException">An actor failed to wake: the rehearsal does not go on over it.</exception>
    public async Task<RehearsalOutlook> StepToNext(CancellationToken cancellation = default)
    {
        using (await TakeTurn(cancellation))
        {
            var plan = await previews.Plan(cancellation);
            var target = (await previews.Next(plan, cancellation))?.At ?? DateTimeOffset.MaxValue;
            // Once begun it is carried out, whoever has gone away meanwhile.
            var next = await driver.NextInstant(CancellationToken.None);
            while (next is { } instant)
            {
                await Happen(_clock.GoTo(instant));
                next = await driver.NextInstant(CancellationToken.None) is { } then && then <= target ? then : null;
            }

            Change((course, now, real) => course.From(now, real));
        }

        return await Look(cancellation);
    }

    /// <summary>Starts a campaign, or goes on with it; time goes from here.</summary>
    internal async Task Begin(Plan plan, string planJson, int? seed, CancellationToken cancellation)
    {
        using var turn = await TakeTurn(cancellation);
        await driver.Begin(plan, planJson, seed, cancellation);
        Change((course, now, real) => course.From(now, real));
    }

    /// <summary>Lets happen what is due by now, and tells what people have done.</summary>
    /// <exception cref="InvalidOperationException">An actor failed to wake, now or at somebody's step.</exception>
    internal async Task Beat(CancellationToken cancellation)
    {
        _failure?.Throw();
        while (await OneInstant(cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<bool> OneInstant(CancellationToken cancellation)
    {
        using var turn = await TakeTurn(cancellation);
        var ran = Standing.RunsUntil is not null;
        if (_clock.GoOn(await driver.NextInstant(cancellation)) is { } instant)
        {
            await Happen(instant);
            return true;
        }

        if (ran)
        {
            _watchers.Publish(Standing);
        }

        if ((await driver.Drain()).Applied > 0)
        {
            await driver.FollowAmendments(cancellation);
        }

        return false;
    }

    private async Task Happen(DateTimeOffset instant)
    {
        try
        {
            await driver.StepTo(instant);
            // Somebody's amendment may have been told with it.
            await driver.FollowAmendments();
        }
        catch (Exception failure)
        {
            // Whoever stepped is told; the next beat must not go on over it.
            _failure = ExceptionDispatchInfo.Capture(failure);
            throw;
        }

        _watchers.Publish(Standing);
    }

    private void Change(Func<Course, DateTimeOffset, TimeSpan, Course> change)
    {
        _clock.Change(change);
        _watchers.Publish(Standing);
    }

    private async Task<Turn> TakeTurn(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        return new Turn(_turn);
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
