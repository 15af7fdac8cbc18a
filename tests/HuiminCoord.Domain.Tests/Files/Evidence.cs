using HuiminCoord.Domain.Files;

namespace HuiminCoord.Domain.Tests.Files;

/// <summary>Files that acts carry.</summary>
internal static class Evidence
{
    /// <summary>A file that fits.</summary>
    internal static FileRef Pdf { get; } = new(new string('a', 64), "佐证.pdf", "application/pdf", 1024);

    /// <summary>One more than an act may carry.</summary>
    internal static IReadOnlyList<FileRef> TooMany { get; } = [.. Enumerable.Repeat(Pdf, FileRules.MostFiles + 1)];
}
