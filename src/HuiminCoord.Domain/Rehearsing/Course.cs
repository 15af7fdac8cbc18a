using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Rehearsing;

/// <summary>How time goes in a rehearsal that people steer: it stands still, flows at a pace, or runs to a day as fast as it goes.</summary>
/// <remarks>
/// Real time is counted from any fixed moment. Every change begins anew at the campaign's present instant: time never jumps,
/// and what a busy machine fell behind is not made up for afterwards.
/// </remarks>
/// <param name="Pace">The flow while it is neither paused nor running.</param>
/// <param name="Paused">Time stands still.</param>
/// <param name="RunsUntil">It runs up to 24:00 before this day, then it is paused; null = it does not run.</param>
/// <param name="At">Campaign time at which it began to go like this.</param>
/// <param name="Since">Real time at which it did.</param>
public sealed record Course(Pace Pace, bool Paused, DateOnly? RunsUntil, DateTimeOffset At, TimeSpan Since)
{
    /// <summary>The campaign instant up to which things may have happened by now.</summary>
    public DateTimeOffset Reached(TimeSpan real) =>
        RunsUntil is { } day ? ChinaTime.StartOf(day)
        : Paused ? At
        : At + Pace.Campaign(real - Since);

    /// <summary>The same, counted from now on.</summary>
    public Course From(DateTimeOffset now, TimeSpan real) => this with { At = now, Since = real };

    /// <summary>Time stands still from now on; a run ends.</summary>
    public Course Pause(DateTimeOffset now, TimeSpan real) => From(now, real) with { Paused = true, RunsUntil = null };

    /// <summary>Time flows from now on; a run ends.</summary>
    public Course Resume(DateTimeOffset now, TimeSpan real) => From(now, real) with { Paused = false, RunsUntil = null };

    /// <summary>Another flow, for now or for when it goes on.</summary>
    public Course AtPace(Pace pace, DateTimeOffset now, TimeSpan real) => From(now, real) with { Pace = pace };

    /// <summary>As fast as it goes, whether it was paused or not.</summary>
    public Course Run(DateOnly day, DateTimeOffset now, TimeSpan real) => From(now, real) with { Paused = false, RunsUntil = day };

    /// <summary><c>rehearsal.day-passed</c>, or null: time does not go back.</summary>
    public static Refusal? RefuseRun(DateOnly day, DateTimeOffset now) =>
        ChinaTime.StartOf(day) > now ? null : new Refusal("rehearsal.day-passed", $"{day:yyyy-MM-dd}", $"{ChinaTime.DateOf(now):yyyy-MM-dd}");
}
