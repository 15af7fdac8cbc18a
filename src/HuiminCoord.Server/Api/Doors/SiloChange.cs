using System.Diagnostics;

namespace HuiminCoord.Server.Api.Doors;

/// <summary>Asks an actor again while it moves: its silo has stopped or died, and it comes to life elsewhere within seconds.</summary>
/// <remarks>
/// Only for commands with a key: the silo may have died after the commit, and then the second asking is answered by the first's
/// result. Refusals and failed writes are not repeated.
/// </remarks>
internal static class SiloChange
{
    /// <summary>A dead silo is noticed within six seconds; whoever waits longer is told to ask again.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(9);

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);

    /// <summary>Asks until an actor answers, or for as long as a move may take.</summary>
    internal static async Task<T> Outlast<T>(Func<Task<T>> ask, CancellationToken cancellation)
    {
        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (Exception moved) when (IsMove(moved) && Stopwatch.GetElapsedTime(since) < Longest)
            {
                await Task.Delay(Between, cancellation);
            }
        }
    }

    /// <summary>The message did not reach an actor, or its silo went while the answer was awaited.</summary>
    internal static bool IsMove(Exception failure) => failure is OrleansMessageRejectionException or SiloUnavailableException;
}
