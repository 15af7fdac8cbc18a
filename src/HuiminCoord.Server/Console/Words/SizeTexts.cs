namespace HuiminCoord.Server.Console.Words;

/// <summary>How large files are, as pages say it.</summary>
internal static class SizeTexts
{
    private const long Kibi = 1024;

    /// <summary>At least 1 KB: 0 would look like nothing.</summary>
    internal static string Size(this PageWords words, long bytes) => bytes < Kibi * Kibi
        ? words["size.kb", Math.Max(1, (bytes + (Kibi / 2)) / Kibi)]
        : words["size.mb", Math.Round(bytes / (double)(Kibi * Kibi), 1)];
}
