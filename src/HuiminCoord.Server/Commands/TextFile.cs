using System.Text;
using HuiminCoord.Server.Settings;

namespace HuiminCoord.Server.Commands;

/// <summary>Files that people name on the command line.</summary>
internal static class TextFile
{
    /// <summary>The file's UTF-8 text.</summary>
    /// <exception cref="CommandRefusedException">It cannot be read, or is longer than anything of its kind.</exception>
    internal static string Read(FileInfo file, int mostBytes)
    {
        try
        {
            // Not by its length: a device has none and never ends.
            using var stream = file.OpenRead();
            var text = new byte[mostBytes + 1];
            var length = stream.ReadAtLeast(text, text.Length, throwOnEndOfStream: false);
            return length > mostBytes
                ? throw new CommandRefusedException($"{file}: a file of this kind has at most {mostBytes / 1024} KB; this one has more.")
                : Encoding.UTF8.GetString(text, 0, length);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new CommandRefusedException($"{file}: {unreadable.Message}", unreadable);
        }
    }
}
