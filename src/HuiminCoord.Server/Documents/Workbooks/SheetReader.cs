using System.Globalization;
using System.Xml;

namespace HuiminCoord.Server.Documents.Workbooks;

/// <summary>Reads the sheets of a workbook: texts and figures as they were saved. Nothing is computed.</summary>
/// <param name="shared">Texts that cells name by number.</param>
/// <param name="days">Numbers of looks that show a number as a day.</param>
internal sealed class SheetReader(PackageParts parts, WorkbookLimits limits, List<string> shared, HashSet<int> days)
{
    private readonly List<CellRead> _cells = [];
    private string? _far;
    private int _row, _column;

    /// <summary>Every sheet, hidden ones too, in the order of their tabs.</summary>
    internal static List<SheetRead> Sheets(PackageParts parts, WorkbookLimits limits)
    {
        var workbook = parts.Relations("").Find(r => r.Type == "officeDocument").Target ?? throw new UnreadableWorkbookException("workbook.damaged");
        var relations = parts.Relations(workbook);
        var shared = CellTexts.Shared(parts, relations.Find(r => r.Type == "sharedStrings").Target, limits);
        var days = DayLooks.Read(parts, relations.Find(r => r.Type == "styles").Target);
        var sheets = new List<(string Name, string? Part)>();
        parts.Read(workbook, xml =>
        {
            if (xml.LocalName == "sheet" && relations.Find(r => r.Type == "worksheet" && r.Id == RelationId(xml)).Target is { } part)
            {
                PackageParts.WithinSheets(sheets.Count);
                sheets.Add((xml.GetAttribute("name") ?? "", part));
            }
        });
        return [.. sheets.Select(s => new SheetReader(parts, limits, shared, days).Read(s.Name, s.Part))];
    }

    private static string? RelationId(XmlReader sheet)
    {
        string? id = null;
        for (var more = sheet.MoveToFirstAttribute(); more; more = sheet.MoveToNextAttribute())
        {
            id = sheet.LocalName == "id" && sheet.NamespaceURI.Length > 0 ? sheet.Value : id;
        }

        sheet.MoveToElement();
        return id;
    }

    private SheetRead Read(string name, string? part)
    {
        parts.Read(part, xml =>
        {
            if (xml.LocalName == "row")
            {
                (_row, _column) = (int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row <= CellName.LastRow ? row : _row + 1, 0);
            }
            else if (xml.LocalName == "c")
            {
                Cell(xml);
            }
        });
        return new SheetRead(name, _cells, _far);
    }

    private void Cell(XmlReader xml)
    {
        var (address, type, look) = (xml.GetAttribute("r"), xml.GetAttribute("t"), xml.GetAttribute("s"));
        var at = address is null ? (_row, _column + 1) : CellName.Find(address) ?? throw new UnreadableWorkbookException("workbook.damaged");
        (_row, _column) = at;
        var (text, isFormula) = Content(xml, type == "s");
        if (text.Length == 0 && !isFormula)
        {
            return;
        }

        if (_row > limits.Rows || _column > limits.Columns)
        {
            _far ??= CellName.Of(_row, _column);
            return;
        }

        var kind = type switch
        {
            "s" or "str" or "inlineStr" => CellReadKind.Text,
            "b" => CellReadKind.Truth,
            "e" => CellReadKind.Failure,
            "d" => CellReadKind.Day,
            _ => int.TryParse(look, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && days.Contains(index) ? CellReadKind.Day : CellReadKind.Number,
        };
        parts.CountCell();
        _cells.Add(new(_row, _column, text, kind, isFormula && text.Length == 0 && type != "str"));
    }

    private (string Text, bool IsFormula) Content(XmlReader xml, bool isShared)
    {
        if (xml.IsEmptyElement)
        {
            return ("", false);
        }

        var (text, isFormula, depth) = ("", false, xml.Depth);
        while (parts.Inside(xml, depth))
        {
            isFormula |= xml.LocalName == "f";
            text = xml.LocalName switch
            {
                "v" when isShared => Named(CellTexts.Simple(parts, xml, limits)),
                "v" => CellTexts.Plain(CellTexts.Simple(parts, xml, limits)),
                "is" => CellTexts.Rich(parts, xml, limits),
                _ => text,
            };
        }

        return (text, isFormula);
    }

    private string Named(string number) => int.TryParse(number.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count
        ? shared[index] : throw new UnreadableWorkbookException("workbook.damaged");
}
