using System.Security.Cryptography;
using System.Text;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Grains.Keeping;

namespace HuiminCoord.Grains.Reports;

/// <summary>A sheet as it is kept: its text, and the hash that names it.</summary>
public sealed record SheetText(string Hash, string Body)
{
    /// <summary>The same sheet always gives the same text.</summary>
    public static SheetText Of(ReportSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var body = StoredJson.Write(sheet with { Texts = Sorted(sheet.Texts), Notes = Sorted(sheet.Notes) });
        return new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body))), body);
    }

    /// <summary>The sheet that a text keeps.</summary>
    public static ReportSheet Read(string body) => StoredJson.Read<ReportSheet>(body);

    private static SortedDictionary<string, string> Sorted(IReadOnlyDictionary<string, string> texts) => new(texts.ToDictionary(), StringComparer.Ordinal);
}
