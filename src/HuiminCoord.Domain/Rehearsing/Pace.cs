using System.Globalization;
using HuiminCoord.Domain.Deciding;

namespace HuiminCoord.Domain.Rehearsing;

/// <summary>How fast a rehearsal's time flows.</summary>
/// <param name="SecondsPerDay">Real seconds that a campaign day takes.</param>
public sealed record Pace(double SecondsPerDay)
{
    /// <summary>The fastest flow; whoever wants more runs to a day.</summary>
    public const double Fastest = 0.01;

    /// <summary>Real time.</summary>
    public const double Slowest = 86400;

    /// <summary>Paces that are offered, fastest first. Others within the bounds are possible.</summary>
    public static IReadOnlyList<double> Choices { get; } = [0.5, 2, 10, 60, 600, Slowest];

    /// <summary>True within the bounds.</summary>
    public static bool IsPossible(double secondsPerDay) => secondsPerDay is >= Fastest and <= Slowest;

    /// <summary><c>rehearsal.pace-out-of-range</c>, or null.</summary>
    public static Refusal? Refuse(double secondsPerDay) => IsPossible(secondsPerDay) ? null
        : new Refusal("rehearsal.pace-out-of-range", Fastest.ToString(CultureInfo.InvariantCulture), Slowest.ToString(CultureInfo.InvariantCulture));

    /// <summary>Campaign time that passes in so much real time.</summary>
    public TimeSpan Campaign(TimeSpan real) => TimeSpan.FromSeconds(real.TotalSeconds * 86400 / SecondsPerDay);
}
