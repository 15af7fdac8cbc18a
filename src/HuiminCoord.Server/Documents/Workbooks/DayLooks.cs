using System.Globalization;

namespace HuiminCoord.Server.Documents.Workbooks;

/// <summary>Looks of cells that show a number as a day: who types 9-1 has got one, and did not mean 44075.</summary>
internal static class DayLooks
{
    internal static HashSet<int> Read(PackageParts parts, string? styles)
    {
        var (formats, looks, index, isCells) = (new HashSet<int>(), new HashSet<int>(), 0, false);
        parts.Read(styles, xml =>
        {
            isCells = xml.LocalName == "cellXfs" || (isCells && xml.LocalName is not ("cellStyles" or "dxfs" or "cellStyleXfs"));
            if (xml.LocalName == "numFmt" && Shows(xml.GetAttribute("formatCode") ?? ""))
            {
                formats.Add(Number(xml.GetAttribute("numFmtId")));
            }
            else if (isCells && xml.LocalName == "xf")
            {
                var format = Number(xml.GetAttribute("numFmtId"));
                if (format is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) || formats.Contains(format))
                {
                    looks.Add(index);
                }

                index++;
            }
        });
        return looks;
    }

    /// <summary>Years and days outside of quotation marks and brackets (colours).</summary>
    private static bool Shows(string code)
    {
        var (quoted, bracketed) = (false, false);
        foreach (var c in code)
        {
            quoted ^= c == '"';
            bracketed = c == '[' || (bracketed && c != ']');
            if (!quoted && !bracketed && (c is 'y' or 'Y' or 'd' or 'D'))
            {
                return true;
            }
        }

        return false;
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
