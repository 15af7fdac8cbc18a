namespace HuiminCoord.Domain.Channels;

/// <summary>When a failed message is tried again, and when it is given up so that the next one can go.</summary>
/// <remarks>
/// Pauses double from 30 seconds to an hour; after 30 attempts, about a day, a message is given up. What is a day old by then has
/// waited behind others or through an outage of ours: it gets three attempts, so that a dead receiver does not cost each message
/// behind the first a day of its own.
/// </remarks>
public static class Retrying
{
    /// <summary>Most attempts for one message.</summary>
    public const int MostAttempts = 30;

    /// <summary>Most attempts for a message of yesterday.</summary>
    public const int MostWhenOld = 3;

    /// <summary>The first pause.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(30);

    /// <summary>The longest pause, also of those that receivers ask for.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>A message that was told longer ago is old.</summary>
    public static readonly TimeSpan Old = TimeSpan.FromDays(1);

    /// <summary>Decides after an attempt.</summary>
    /// <param name="attempt">What it came to.</param>
    /// <param name="failedBefore">Attempts that failed for this message before it.</param>
    /// <param name="age">Real time since the message was told; null = unknown.</param>
    public static Verdict After(Attempt attempt, int failedBefore, TimeSpan? age)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        if (attempt.Error is null)
        {
            return new(DeliveryOutcomes.Sent, 0, TimeSpan.Zero);
        }

        var failed = failedBefore + 1;
        return attempt.Hopeless || failed >= MostAttempts || (failed >= MostWhenOld && age > Old)
            ? new(DeliveryOutcomes.GivenUp, 0, TimeSpan.Zero)
            : new(null, failed, Pause(failed, attempt.Pause));
    }

    private static TimeSpan Pause(int failed, TimeSpan? asked)
    {
        // The seventh doubling is past the longest.
        var own = Shortest * (1 << Math.Min(failed - 1, 7));
        var wanted = asked > own ? asked.Value : own;
        return wanted < Longest ? wanted : Longest;
    }
}
