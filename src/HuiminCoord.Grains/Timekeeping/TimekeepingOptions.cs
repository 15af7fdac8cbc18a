namespace HuiminCoord.Grains.Timekeeping;

/// <summary>How the timekeepers work. All times are real.</summary>
public sealed record TimekeepingOptions
{
    /// <summary>The real clock behind all of these; tests put their own here.</summary>
    public TimeProvider RealTime { get; init; } = TimeProvider.System;

    /// <summary>False in a rehearsal: its driver sweeps and drains by itself, and nothing else may.</summary>
    public bool Touching { get; init; } = true;

    /// <summary>How often each silo touches each timekeeper and relay; also how late a wake may be.</summary>
    public TimeSpan TouchEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many actors of one shard are woken at the same time.</summary>
    public int Concurrency { get; init; } = 32;

    /// <summary>How long a wake may take before the sweep goes on without it and lists it as failing.</summary>
    public TimeSpan WakeTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
