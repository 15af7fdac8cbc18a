namespace HuiminCoord.Grains.Clocks;

/// <summary>What time it is for the campaigns. Orleans' own clocks, accounts and tokens stay on real time.</summary>
/// <remarks>
/// Live, it is the silo's clock corrected by the database's, so that all silos agree. In a rehearsal a driver sets it and
/// nothing else moves it.
/// </remarks>
public sealed class CampaignClock
{
    /// <summary>Beyond this the silo is not ready: its own clock is too wrong to be trusted between two samples.</summary>
    public static readonly TimeSpan LargestSkew = TimeSpan.FromSeconds(2);

    private readonly TimeProvider? _silo;
    private long _virtualTicks;
    private long _skewTicks;

    private CampaignClock(TimeProvider? silo, DateTimeOffset start)
    {
        _silo = silo;
        _virtualTicks = start.UtcTicks;
    }

    /// <summary>The real time.</summary>
    public static CampaignClock Live(TimeProvider silo)
    {
        ArgumentNullException.ThrowIfNull(silo);
        return new CampaignClock(silo, default);
    }

    /// <summary>A time that only <see cref="Set"/> moves.</summary>
    public static CampaignClock Virtual(DateTimeOffset start) => new(null, start);

    /// <summary>True in a rehearsal.</summary>
    public bool IsVirtual => _silo is null;

    /// <summary>Campaign time, UTC.</summary>
    public DateTimeOffset Now => _silo is null
        ? new DateTimeOffset(Interlocked.Read(ref _virtualTicks), TimeSpan.Zero)
        : _silo.GetUtcNow() + Skew;

    /// <summary>Real time as the database has it, UTC; in a rehearsal this machine's. For measuring: campaigns go by <see cref="Now"/>.</summary>
    public DateTimeOffset RealNow => (_silo ?? TimeProvider.System).GetUtcNow() + Skew;

    /// <summary>How far the database's clock is ahead of the silo's, from the last sample.</summary>
    public TimeSpan Skew => new(Interlocked.Read(ref _skewTicks));

    /// <summary>False while the two clocks are further apart than <see cref="LargestSkew"/>.</summary>
    public bool IsReady => Skew.Duration() <= LargestSkew;

    /// <summary>Moves a virtual clock; it never goes back.</summary>
    /// <exception cref="InvalidOperationException">The clock is live, or <paramref name="now"/> lies before its time.</exception>
    public void Set(DateTimeOffset now)
    {
        if (!IsVirtual || now < Now)
        {
            throw new InvalidOperationException(IsVirtual ? $"Virtual time cannot go back from {Now:O} to {now:O}." : "A live clock cannot be set.");
        }

        Interlocked.Exchange(ref _virtualTicks, now.UtcTicks);
    }

    /// <summary>Compares the silo's clock with the database's; a virtual clock needs no comparison.</summary>
    /// <param name="askDatabase">Answers the database's time; the moment in the middle of the question counts.</param>
    public async Task Sample(Func<Task<DateTimeOffset>> askDatabase)
    {
        ArgumentNullException.ThrowIfNull(askDatabase);
        if (_silo is null)
        {
            return;
        }

        var asked = _silo.GetUtcNow();
        var database = await askDatabase().ConfigureAwait(false);
        var answered = _silo.GetUtcNow();
        Interlocked.Exchange(ref _skewTicks, (database - (asked + ((answered - asked) / 2))).Ticks);
    }
}
