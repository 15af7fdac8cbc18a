using HuiminCoord.Domain.Rehearsing;
using HuiminCoord.Grains.Clocks;

namespace HuiminCoord.Server.Rehearsals;

/// <summary>A rehearsal's clock, as its course lets it go. What is asked of the course and how far the clock goes are decided one after the other.</summary>
/// <param name="clock">Campaign time; nobody else sets it.</param>
/// <param name="time">Real time.</param>
/// <param name="pace">How fast time flows at first.</param>
/// <param name="paused">Time stands still at first.</param>
internal sealed class SteeredClock(CampaignClock clock, TimeProvider time, Pace pace, bool paused)
{
    private readonly Lock _deciding = new();
    private readonly long _origin = time.GetTimestamp();
    private Course _course = new(pace, paused, null, clock.Now, TimeSpan.Zero);

    /// <summary>How it stands now.</summary>
    internal RehearsalStanding Standing
    {
        get
        {
            lock (_deciding)
            {
                return new(clock.Now, _course.Paused, _course.Pace, _course.RunsUntil);
            }
        }
    }

    private TimeSpan Real => time.GetElapsedTime(_origin);

    /// <summary>Changes the course, from the present instant on.</summary>
    internal void Change(Func<Course, DateTimeOffset, TimeSpan, Course> change)
    {
        lock (_deciding)
        {
            _course = change(_course, clock.Now, Real);
        }
    }

    /// <summary>Goes to an instant at once; one that has been passed happens now.</summary>
    internal DateTimeOffset GoTo(DateTimeOffset instant)
    {
        lock (_deciding)
        {
            clock.Set(instant < clock.Now ? clock.Now : instant);
            return clock.Now;
        }
    }

    /// <summary>Goes on as far as the course allows, but not over the next instant.</summary>
    /// <param name="next">Null = nothing is left to happen: time stands still until somebody acts.</param>
    /// <returns>The instant if it happens now, else null.</returns>
    internal DateTimeOffset? GoOn(DateTimeOffset? next)
    {
        lock (_deciding)
        {
            var reached = _course.Reached(Real);
            if (next <= reached)
            {
                // A busy machine falls behind its pace rather than skipping: instants keep their order and their time.
                return GoTo(next.Value);
            }

            if (next is not null && reached > clock.Now)
            {
                clock.Set(reached);
            }

            _course = _course.RunsUntil is not null ? _course.Pause(clock.Now, Real)
                : next is null ? _course.From(clock.Now, Real)
                : _course;
            return null;
        }
    }
}
