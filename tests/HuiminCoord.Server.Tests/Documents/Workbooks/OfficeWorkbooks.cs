using System.Xml.Linq;
using static HuiminCoord.Server.Tests.Documents.Workbooks.SampleReports;

namespace HuiminCoord.Server.Tests.Documents.Workbooks;

/// <summary>A workbook of ours that an office program has opened and saved in several ways; once for all tests that read them.</summary>
public sealed class OfficeWorkbooks : IAsyncLifetime
{
    private static readonly XNamespace Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0", Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0", Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        CalcExt = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0";

    private readonly string _folder = Directory.CreateTempSubdirectory("workbooks-").FullName;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        await File.WriteAllBytesAsync(In("whole.xlsx"), WorkbookOf("scjg"));
        await OfficeProgram.Convert(_folder, "ods", "whole.xlsx");
        await OfficeProgram.Convert(_folder, "fods", "whole.xlsx");
        File.Copy(In("whole.ods"), In("ods.ods"));
        File.Copy(In("whole.fods"), In("fods.fods"));
        Edit(In("whole.fods"), In("edited.fods"));
        Directory.CreateDirectory(In("saved"));
        File.Copy(In("whole.xlsx"), In("xlsx.xlsx"));
        await OfficeProgram.Convert(_folder, "xlsx", "xlsx.xlsx", "ods.ods", "fods.fods", "edited.fods");
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    internal byte[] Saved(string way) => File.ReadAllBytes(In($"saved/{way}.xlsx"));

    /// <summary>As people edit: other figures as numbers and as text, one deleted, other words, a row and a sheet more.</summary>
    private static void Edit(string from, string to)
    {
        var book = XDocument.Load(from, LoadOptions.PreserveWhitespace);
        var sheets = book.Descendants(Table + "table").ToList();
        var rows = sheets[0].Descendants(Table + "table-row").ToList();
        Set(rows[7], 2, "4321", isNumber: true);
        Set(rows[7], 3, null, isNumber: true);
        Set(rows[7], 12, "12.340000000000001", isNumber: true);
        Set(rows[8], 2, "１，２５０", isNumber: false);
        Set(sheets[2].Descendants(Table + "table-row").ElementAt(5), 1, "改过的话。", isNumber: false);
        rows[4].AddBeforeSelf(new XElement(Table + "table-row", new XElement(Table + "table-cell")));
        sheets[0].AddBeforeSelf(new XElement(Table + "table", new XAttribute(Table + "name", "台账"), new XElement(Table + "table-row", new XElement(Table + "table-cell", new XAttribute(Office + "value-type", "string"), new XElement(Text + "p", "自用")))));
        book.Save(to, SaveOptions.DisableFormatting);
    }

    /// <summary>The cell of a row that covers a column: cells that look alike are written once, with their number.</summary>
    private static void Set(XElement row, int column, string? value, bool isNumber)
    {
        foreach (var cell in row.Elements().Where(e => e.Name.LocalName is "table-cell" or "covered-table-cell").ToList())
        {
            var times = (int?)cell.Attribute(Table + "number-columns-repeated") ?? 1;
            if (column < times)
            {
                Assert.Equal(1, times);
                cell.Elements().Remove();
                cell.Attributes().Where(a => a.Name.Namespace == Office || a.Name.Namespace == CalcExt || a.Name.LocalName == "formula").Remove();
                if (value is not null)
                {
                    cell.Add(new XAttribute(Office + "value-type", isNumber ? "float" : "string"), new XElement(Text + "p", value));
                    cell.Add(isNumber ? new XAttribute(Office + "value", value) : null);
                }

                return;
            }

            column -= times;
        }
    }

    private string In(string name) => Path.Combine(_folder, name);
}
