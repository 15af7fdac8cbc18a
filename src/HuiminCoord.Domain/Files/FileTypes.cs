using System.Collections.Frozen;

namespace HuiminCoord.Domain.Files;

/// <summary>What an extension promises.</summary>
/// <param name="MediaType">As a download says it.</param>
/// <param name="Kind">What the content has to be.</param>
public sealed record FileType(string MediaType, FileKind Kind);

/// <summary>The files that offices send each other. What is not here is refused: web pages, programs, archives, documents with macros.</summary>
/// <remarks>An archive's contents would be judged by nobody; several files can be attached to one act instead.</remarks>
public static class FileTypes
{
    private static readonly FrozenDictionary<string, FileType> ByExtension = new Dictionary<string, FileType>
    {
        ["pdf"] = new("application/pdf", FileKind.Pdf),
        ["ofd"] = new("application/ofd", FileKind.Ofd),
        ["docx"] = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", FileKind.Word),
        ["doc"] = new("application/msword", FileKind.Document),
        ["wps"] = new("application/wps-office.wps", FileKind.Document),
        ["xlsx"] = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", FileKind.Sheet),
        ["xls"] = new("application/vnd.ms-excel", FileKind.Workbook),
        ["et"] = new("application/wps-office.et", FileKind.Workbook),
        ["csv"] = new("text/csv", FileKind.Text),
        ["txt"] = new("text/plain", FileKind.Text),
        ["jpg"] = new("image/jpeg", FileKind.Jpeg),
        ["jpeg"] = new("image/jpeg", FileKind.Jpeg),
        ["png"] = new("image/png", FileKind.Png),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The extensions, for people.</summary>
    public static string Extensions { get; } = string.Join(", ", ByExtension.Keys.Order(StringComparer.Ordinal));

    /// <summary>What the extension of a cleaned name promises; null when such files are not taken in.</summary>
    public static FileType? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ByExtension.GetValueOrDefault(FileNames.Extension(name));
    }
}
