using HuiminCoord.Server.Console.Uploads;

namespace HuiminCoord.Server.Console.Sheets;

/// <summary>What is attached to a sheet that is being filled in. Its text and 零报告 are the sheet's own; a draft of a form without a sheet is read as well.</summary>
/// <param name="Text">Of a form without a sheet.</param>
/// <param name="Nil">The same.</param>
/// <param name="Files">Attached, in the order in which they came.</param>
public sealed record SheetFiles(string Text, bool Nil, IReadOnlyList<DraftFile> Files)
{
    internal static SheetFiles None { get; } = new("", false, []);

    internal SheetFiles With(DraftFile file) => this with { Files = [.. Files.Where(f => f.Hash != file.Hash), file] };

    internal SheetFiles Without(DraftFile file) => this with { Files = [.. Files.Where(f => f != file)] };
}
