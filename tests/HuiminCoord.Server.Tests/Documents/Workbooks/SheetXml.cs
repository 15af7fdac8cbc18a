using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace HuiminCoord.Server.Tests.Documents.Workbooks;

/// <summary>The parts of a workbook, as tests look at them and change them.</summary>
internal static class SheetXml
{
    internal static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    internal static XDocument Part(byte[] workbook, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook), ZipArchiveMode.Read);
        using var part = zip.GetEntry(name)!.Open();
        return XDocument.Load(part);
    }

    internal static XElement Cell(XDocument sheet, string address) => sheet.Descendants(Main + "c").Single(c => c.Attribute("r")!.Value == address);

    /// <summary>The same workbook with a part changed.</summary>
    internal static byte[] With(byte[] workbook, string name, Action<XDocument> change)
    {
        var part = Part(workbook, name);
        change(part);
        return Replaced(workbook, name, part.Declaration + part.ToString(SaveOptions.DisableFormatting));
    }

    /// <summary>The same workbook with other text in a part, or with one more part.</summary>
    internal static byte[] Replaced(byte[] workbook, string name, string text) => Replaced(workbook, name, Encoding.UTF8.GetBytes(text));

    internal static byte[] Replaced(byte[] workbook, string name, byte[] content)
    {
        using var file = new MemoryStream();
        file.Write(workbook);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(name)?.Delete();
            using var part = zip.CreateEntry(name).Open();
            part.Write(content);
        }

        return file.ToArray();
    }

    /// <summary>Puts what a program saves into a cell: <c>n:12.0</c> a number, <c>s:１２</c> a text, <c>e:#REF!</c>, <c>f:12</c> a formula with its value, empty for nothing.</summary>
    internal static void Set(XDocument sheet, string address, string said)
    {
        var cell = Cell(sheet, address);
        cell.Elements().Remove();
        cell.Attribute("t")?.Remove();
        var value = said.Length > 2 ? said[2..] : "";
        XElement[] content = said.Split(':')[0] switch
        {
            "n" => [new(Main + "v", value)],
            "s" => [new(Main + "is", new XElement(Main + "t", value))],
            "e" => [new(Main + "f", "1/0"), new(Main + "v", value)],
            "b" => [new(Main + "v", value)],
            "f" => [new(Main + "f", "SUM(A1)"), new(Main + "v", value)],
            "u" => [new(Main + "f", "SUM(A1)")],
            _ => [],
        };
        cell.Add(content.Cast<object>().ToArray());
        if (said.Split(':')[0] is var kind and ("s" or "e" or "b"))
        {
            cell.SetAttributeValue("t", kind switch { "s" => "inlineStr", _ => kind });
        }
    }

    /// <summary>Every cell of a sheet somewhere else; whatever names places (merged cells, rules) falls away.</summary>
    internal static void Move(XDocument sheet, Func<(int Row, int Column), (int Row, int Column)> to)
    {
        var data = sheet.Descendants(Main + "sheetData").Single();
        var cells = data.Descendants(Main + "c").Select(c => (Cell: c, At: to(Server.Documents.Workbooks.CellName.Find(c.Attribute("r")!.Value)!.Value))).ToList();
        data.RemoveNodes();
        foreach (var row in cells.GroupBy(c => c.At.Row).OrderBy(r => r.Key))
        {
            data.Add(new XElement(Main + "row", new XAttribute("r", row.Key), row.OrderBy(c => c.At.Column).Select(c =>
            {
                c.Cell.SetAttributeValue("r", Server.Documents.Workbooks.CellName.Of(c.At.Row, c.At.Column));
                return c.Cell;
            })));
        }

        sheet.Root!.Elements().Where(e => e.Name.LocalName is "mergeCells" or "dataValidations" or "dimension" or "sheetViews").Remove();
    }

    /// <summary>A workbook as another program makes it: texts shared, a sheet per table of texts; what looks like a number is one.</summary>
    internal static byte[] Made(params (string Name, string[][] Rows)[] sheets)
    {
        var texts = sheets.SelectMany(s => s.Rows).SelectMany(r => r).Distinct().ToList();
        var parts = sheets.Index().Select(s => ($"xl/worksheets/sheet{s.Index + 1}.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{string.Concat(s.Item.Rows.Select(row =>
            $"<row>{string.Concat(row.Select(c => c.Length == 0 ? "<c/>" : char.IsAsciiDigit(c[0]) ? $"<c><v>{c}</v></c>" : $"<c t=\"s\"><v>{texts.IndexOf(c)}</v></c>"))}</row>"))}</sheetData></worksheet>"));
        const string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", package = "http://schemas.openxmlformats.org/package/2006";
        return Zip(
        [
            ("[Content_Types].xml", $"<Types xmlns=\"{package}/content-types\"><Default Extension=\"xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"),
            ("_rels/.rels", $"<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"a\" Type=\"{office}/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>"),
            ("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{office}\"><sheets>{string.Concat(sheets.Index().Select(s => $"<sheet name=\"{s.Item.Name}\" sheetId=\"{s.Index + 1}\" r:id=\"s{s.Index + 1}\"/>"))}</sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{package}/relationships\">{string.Concat(sheets.Index().Select(s => $"<Relationship Id=\"s{s.Index + 1}\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet{s.Index + 1}.xml\"/>"))}<Relationship Id=\"t\" Type=\"{office}/sharedStrings\" Target=\"../xl/sharedStrings.xml\"/></Relationships>"),
            ("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{string.Concat(texts.Select(t => $"<si><r><t xml:space=\"preserve\">{new XText(t)}</t></r></si>"))}</sst>"),
            .. parts,
        ]);
    }

    internal static byte[] Zip(IEnumerable<(string Name, string Text)> parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
                part.Write(text);
            }
        }

        return file.ToArray();
    }
}
