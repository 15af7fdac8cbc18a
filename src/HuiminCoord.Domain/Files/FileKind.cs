namespace HuiminCoord.Domain.Files;

/// <summary>What the bytes of a file themselves are, whatever its name says. Stored by name: cases are append-only.</summary>
public enum FileKind
{
    /// <summary>Nothing that is taken in.</summary>
    Unknown,

    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>JPEG.</summary>
    Jpeg,

    /// <summary>PNG.</summary>
    Png,

    /// <summary>A text document in a package (DOCX), without macros.</summary>
    Word,

    /// <summary>A spreadsheet in a package (XLSX), without macros.</summary>
    Sheet,

    /// <summary>版式文档 in a package (OFD, GB/T 33190).</summary>
    Ofd,

    /// <summary>A text document of the older form (DOC, WPS), without macros.</summary>
    Document,

    /// <summary>A spreadsheet of the older form (XLS, ET), without macros.</summary>
    Workbook,

    /// <summary>Plain text in any usual encoding, GB 18030 included, that does not begin like a web page.</summary>
    Text,
}
