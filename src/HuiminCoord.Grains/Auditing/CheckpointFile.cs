using System.Text;
using HuiminCoord.Domain.Auditing;

namespace HuiminCoord.Grains.Auditing;

/// <summary>The published checkpoints: lines in a file that is only ever appended to, also by several servers at once.</summary>
/// <remarks>
/// What could not be written is owed until the next time, of each campaign the newest alone: it speaks for all rows before it. Another
/// way out, such as mail, can be given the same lines.
/// </remarks>
public sealed class CheckpointFile(string path)
{
    private const int Attempts = 10;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);

    private readonly Dictionary<string, SignedCheckpoint> _owed = [];

    /// <summary>Appends checkpoints, and those that are owed, and sees them onto the disk.</summary>
    /// <exception cref="IOException">They could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public async Task Append(IReadOnlyList<SignedCheckpoint> checkpoints, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(checkpoints);
        SignedCheckpoint[] all = [.. _owed.Values, .. checkpoints];
        if (all.Length == 0)
        {
            return;
        }

        foreach (var checkpoint in checkpoints)
        {
            _owed[checkpoint.Said.Campaign] = checkpoint;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        await using var file = await Alone(() => new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), cancellation).ConfigureAwait(false);
        var torn = IsTorn(file);
        file.Seek(0, SeekOrigin.End);
        await file.WriteAsync(Encoding.UTF8.GetBytes((torn ? "\n" : "") + string.Concat(all.Select(c => CheckpointLine.Of(c) + "\n"))), cancellation).ConfigureAwait(false);
        file.Flush(flushToDisk: true);
        _owed.Clear();
    }

    /// <summary>All lines of such a file, also while a server appends to it.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static async Task<IReadOnlyList<string>> Lines(string path, CancellationToken cancellation = default)
    {
        await using var file = await Alone(() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), cancellation).ConfigureAwait(false);
        using var reader = new StreamReader(file, Encoding.UTF8);
        return (await reader.ReadToEndAsync(cancellation).ConfigureAwait(false)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>A power failure may leave half a line; the next one must not go on in it.</summary>
    private static bool IsTorn(FileStream file)
    {
        if (file.Length == 0)
        {
            return false;
        }

        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() != '\n';
    }

    /// <summary>Somebody else has the file for a moment: a second server that appends, or one who reads.</summary>
    private static async Task<FileStream> Alone(Func<FileStream> open, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return open();
            }
            catch (IOException busy) when (attempt < Attempts && busy is not FileNotFoundException and not DirectoryNotFoundException)
            {
                await Task.Delay(Between, cancellation).ConfigureAwait(false);
            }
        }
    }
}
