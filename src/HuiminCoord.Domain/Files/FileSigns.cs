namespace HuiminCoord.Domain.Files;

/// <summary>How the content of a file is recognised by its first bytes, and a package by what lies in it.</summary>
public static class FileSigns
{
    /// <summary>So many bytes of the start are looked at; a shorter file has fewer.</summary>
    public const int StartLength = 8;

    /// <summary>The part of an office package that says what the others are.</summary>
    public const string ContentTypes = "[Content_Types].xml";

    /// <summary>True for a ZIP package: DOCX, XLSX and OFD are such, and so are archives.</summary>
    public static bool IsPackage(ReadOnlySpan<byte> start) => start is [0x50, 0x4B, 0x03, 0x04, ..];

    /// <summary>True for an OLE compound file: DOC, XLS, WPS and ET are such, and so are installers.</summary>
    public static bool IsCompound(ReadOnlySpan<byte> start) => start is [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..];

    /// <summary>What the start alone says.</summary>
    public static FileKind OfStart(ReadOnlySpan<byte> start) =>
        start.StartsWith("%PDF-"u8) ? FileKind.Pdf
        : start is [0xFF, 0xD8, 0xFF, ..] ? FileKind.Jpeg
        : start is [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] ? FileKind.Png
        : FileKind.Unknown;

    /// <summary>What a package is.</summary>
    /// <param name="parts">Names of its parts.</param>
    /// <param name="contentTypes">Text of its <see cref="ContentTypes"/>; empty when it has none.</param>
    public static FileKind OfPackage(IReadOnlyCollection<string> parts, string contentTypes)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(contentTypes);
        return parts.Any(RunsMacros) || Says("macroEnabled") || Says("vbaProject") ? FileKind.Unknown
            : Says("wordprocessingml.document.main+xml") ? FileKind.Word
            : Says("spreadsheetml.sheet.main+xml") ? FileKind.Sheet
            : contentTypes.Length == 0 && parts.Contains("OFD.xml") ? FileKind.Ofd
            : FileKind.Unknown;

        bool Says(string word) => contentTypes.Contains(word, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>VBA, and the macro sheets of older Excel.</summary>
    private static bool RunsMacros(string part) =>
        part.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) || part.Contains("macrosheets", StringComparison.OrdinalIgnoreCase);
}
