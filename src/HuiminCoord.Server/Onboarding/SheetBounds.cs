using System.IO.Compression;
using System.Xml;
using HuiminCoord.Domain.Deciding;

namespace HuiminCoord.Server.Onboarding;

/// <summary>Looks whether an XLSX file can be read without harm: how large it becomes, how far its cells reach.</summary>
/// <remarks>
/// Sizes that a ZIP file states may lie, so everything is inflated once, up to the bound. The spreadsheet reader makes room for
/// every column and row that a cell's address or the sheet's extent names, so each part is looked through, whatever it is called.
/// </remarks>
internal static class SheetBounds
{
    /// <summary>Most bytes of all parts together. A list of 500 rows has some 100 KB.</summary>
    internal const int MostInflated = 16 * 1024 * 1024;

    /// <summary>Most parts; a workbook has about ten.</summary>
    private const int MostParts = 200;

    private const int MostColumns = 100;
    private const int MostRows = 5000;
    private const int MostText = 64 * 1024;

    /// <summary>Why the file is not read; null when it can be.</summary>
    internal static Refusal? Refuse(byte[] file)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            var left = (long)MostInflated;
            return zip.Entries.Count > MostParts ? Unreadable : zip.Entries.Select(part => Refuse(part, ref left)).FirstOrDefault(refusal => refusal is not null);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return Unreadable;
        }
    }

    private static Refusal Unreadable => new("contacts.unreadable");

    private static Refusal? Refuse(ZipArchiveEntry part, ref long left)
    {
        using var inflated = new MemoryStream();
        using var stream = part.Open();
        var buffer = new byte[64 * 1024];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            left -= read;
            if (left < 0)
            {
                return new Refusal("contacts.too-large", $"{ContactLists.MostBytes / 1024}");
            }

            inflated.Write(buffer, 0, read);
        }

        inflated.Position = 0;
        return Look(inflated, part.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A picture is no XML, and no sheet either; a part that breaks off was looked at up to there.</summary>
    private static Refusal? Look(Stream part, bool isXml)
    {
        try
        {
            using var xml = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "c" or "row" or "dimension" && Reaches(xml))
                {
                    return new Refusal("contacts.too-wide", $"{MostColumns}", $"{MostRows}");
                }

                if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && xml.Value.Length > MostText)
                {
                    return Unreadable;
                }
            }

            return null;
        }
        catch (XmlException)
        {
            return isXml ? Unreadable : null;
        }
    }

    private static bool Reaches(XmlReader element)
    {
        var places = element.GetAttribute(element.LocalName == "dimension" ? "ref" : "r")?.Split(':') ?? [];
        return places.Any(IsTooFar);
    }

    /// <summary><c>B12</c>, <c>12</c>.</summary>
    private static bool IsTooFar(string place)
    {
        var letters = place.TakeWhile(char.IsAsciiLetter).ToList();
        var digits = place[letters.Count..];
        var column = letters.Count > 3 ? int.MaxValue : letters.Aggregate(0, (sum, c) => (sum * 26) + (char.ToUpperInvariant(c) - 'A') + 1);
        return column > MostColumns || digits.Length > 5 || !digits.All(char.IsAsciiDigit) || (digits.Length > 0 && int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) > MostRows);
    }
}
