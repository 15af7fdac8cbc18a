using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace HuiminCoord.Server.Documents.Workbooks;

/// <summary>Texts of cells: those that cells share, and those that stand in a cell itself.</summary>
internal static partial class CellTexts
{
    /// <summary>The texts that cells name by number.</summary>
    internal static List<string> Shared(PackageParts parts, string? name, WorkbookLimits limits)
    {
        var texts = new List<string>();
        parts.Read(name, xml =>
        {
            if (xml.LocalName != "si")
            {
                return;
            }

            if (texts.Count == limits.Texts)
            {
                throw new UnreadableWorkbookException("workbook.too-many-cells");
            }

            texts.Add(Rich(parts, xml, limits));
        });
        return texts;
    }

    /// <summary>The text of an element whose runs may look different; how Chinese is pronounced (rPh) is not a part of it.</summary>
    internal static string Rich(PackageParts parts, XmlReader xml, WorkbookLimits limits)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var (text, depth, aside) = (parts.Pieces.Clear(), xml.Depth, int.MaxValue);
        while (parts.Inside(xml, depth))
        {
            aside = xml.LocalName == "rPh" ? xml.Depth : xml.Depth <= aside ? int.MaxValue : aside;
            if (xml.LocalName == "t" && aside == int.MaxValue)
            {
                Append(parts, xml, limits.Text + 1);
            }
        }

        return Plain(text.ToString());
    }

    /// <summary>The text of an element without elements; one character more than is allowed tells that it was longer.</summary>
    internal static string Simple(PackageParts parts, XmlReader xml, WorkbookLimits limits)
    {
        parts.Pieces.Clear();
        Append(parts, xml, limits.Text + 1);
        return parts.Pieces.ToString();
    }

    /// <summary>_x000D_ is how the format writes what XML cannot; breaks become line feeds.</summary>
    internal static string Plain(string text) =>
        (text.Contains("_x", StringComparison.Ordinal) ? Escapes().Replace(text, Unescape) : text).ReplaceLineEndings("\n");

    private static string Unescape(Match escape)
    {
        var c = (char)int.Parse(escape.Groups[1].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return char.IsSurrogate(c) ? "\ufffd" : char.IsControl(c) && c is not ('\t' or '\n' or '\r') ? "" : c.ToString();
    }

    private static void Append(PackageParts parts, XmlReader xml, int most)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        var (depth, buffer, text) = (xml.Depth, parts.Piece, parts.Pieces);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                int read;
                while (text.Length < most && (read = xml.ReadValueChunk(buffer, 0, Math.Min(buffer.Length, most - text.Length))) > 0)
                {
                    text.Append(buffer, 0, read);
                }
            }
        }
    }

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escapes();
}
