using HuiminCoord.Domain.Deciding;

namespace HuiminCoord.Server.Documents.Workbooks;

/// <summary>How much of a workbook is looked at; whatever is beyond is refused, however small the file is that says it.</summary>
/// <param name="Packed">Bytes of the file.</param>
/// <param name="Inflated">Bytes of all its parts together, counted while they are inflated: what the file states may lie.</param>
/// <param name="Ratio">How many times larger than packed a part of more than 1 MB may be.</param>
/// <param name="Parts">Parts; a workbook has about fifteen.</param>
/// <param name="Part">Bytes of a part that is read.</param>
/// <param name="Elements">Elements of XML in all parts that are read.</param>
/// <param name="Cells">Cells that say something, in all sheets.</param>
/// <param name="Columns">Columns of a sheet that are looked at.</param>
/// <param name="Rows">Rows of a sheet that are looked at.</param>
/// <param name="Text">UTF-16 characters of a section of the summary.</param>
/// <param name="Texts">Texts that cells share.</param>
internal sealed record WorkbookLimits(long Packed, long Inflated, int Ratio, int Parts, long Part, int Elements, int Cells, int Columns, int Rows, int Text, int Texts)
{
    /// <summary>Below this size nothing is asked about ratios.</summary>
    internal const int SmallPart = 1024 * 1024;

    /// <summary>Longest tag of XML: what a reader of XML holds at once.</summary>
    internal const int Tag = 64 * 1024;

    /// <summary>Sheets that are looked at, and relations of a part.</summary>
    internal const int Sheets = 256;

    /// <summary>Problems that are told; whoever has more has sent something else.</summary>
    internal const int Problems = 1_000;

    /// <summary>Deepest nesting of XML.</summary>
    internal const int Depth = 64;

    internal static WorkbookLimits Default { get; } = new(20 * 1024 * 1024, 100 * 1024 * 1024, 100, 2_000, 8 * 1024 * 1024, 1_000_000, 100_000, 512, 2_000, FreeText.MaxLength, 100_000);
}
