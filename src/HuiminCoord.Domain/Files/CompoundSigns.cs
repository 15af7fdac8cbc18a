using System.Buffers.Binary;
using System.Text;

namespace HuiminCoord.Domain.Files;

/// <summary>Recognises what an OLE compound file is by the names in its directory (MS-CFB).</summary>
/// <remarks>
/// Directory entries have 128 bytes and lie on multiples of 128, so looking at every such place finds them all, also in a file
/// whose chain of sectors is damaged on purpose.
/// </remarks>
public sealed class CompoundSigns
{
    /// <summary>Length of a directory entry, in bytes.</summary>
    public const int EntryLength = 128;

    private const int LongestName = 64;
    private const byte Stream = 2;

    private bool _macros, _document, _workbook;

    /// <summary>What it is, by the entries seen so far. Every VBA project has a stream <c>_VBA_PROJECT</c>.</summary>
    public FileKind Kind =>
        _macros ? FileKind.Unknown
        : _document ? FileKind.Document
        : _workbook ? FileKind.Workbook
        : FileKind.Unknown;

    /// <summary>Looks at one place of the file.</summary>
    /// <param name="entry">Its 128 bytes.</param>
    public void Take(ReadOnlySpan<byte> entry)
    {
        if (entry.Length < EntryLength || entry[LongestName + 2] != Stream)
        {
            return;
        }

        // The length counts the zero at the end.
        var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[LongestName..]) - 2;
        if (length is > 0 and < LongestName)
        {
            var name = Encoding.Unicode.GetString(entry[..length]);
            _macros |= name.Equals("_VBA_PROJECT", StringComparison.OrdinalIgnoreCase);
            _document |= name == "WordDocument";
            _workbook |= name is "Workbook" or "Book";
        }
    }
}
