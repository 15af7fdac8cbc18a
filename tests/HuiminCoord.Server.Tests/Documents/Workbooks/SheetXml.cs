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
}
