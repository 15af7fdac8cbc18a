using HuiminCoord.Grains.Storage;

namespace HuiminCoord.Grains.Relaying;

/// <summary>Lets a reader wait until the registers show what an answer promised (<c>after=</c>).</summary>
public sealed class RelayProgress(CoordinationDatabase database, TimeProvider time)
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);

    /// <summary>How long a reader waits by default before it is told "not yet".</summary>
    public static readonly TimeSpan DefaultLimit = TimeSpan.FromSeconds(1);

    /// <summary>True as soon as the actor's events up to <paramref name="sequence"/> are told; false when that takes longer than the limit.</summary>
    /// <param name="grain"><c>{type}/{key}</c>, as in an answer.</param>
    /// <param name="sequence">The answer's sequence; 0 is always reached.</param>
    /// <param name="limit">Real time to wait at most.</param>
    /// <param name="cancellation">Gives up earlier.</param>
    public async Task<bool> Reached(string grain, long sequence, TimeSpan? limit = null, CancellationToken cancellation = default)
    {
        var until = time.GetUtcNow() + (limit ?? DefaultLimit);
        while (await Told(grain, cancellation).ConfigureAwait(false) < sequence)
        {
            if (time.GetUtcNow() >= until)
            {
                return false;
            }

            await Task.Delay(Between, time, cancellation).ConfigureAwait(false);
        }

        return true;
    }

    private async Task<long> Told(string grain, CancellationToken cancellation)
    {
        var slash = grain.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            throw new FormatException($"'{grain}' names no actor: write {{type}}/{{key}}.");
        }

        await using var connection = await database.Source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT seq FROM relay_cursor WHERE grain_type = @type AND grain_key = @key";
        command.Set("type", grain[..slash]).Set("key", grain[(slash + 1)..]);
        return await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false) is long told ? told : 0;
    }
}
