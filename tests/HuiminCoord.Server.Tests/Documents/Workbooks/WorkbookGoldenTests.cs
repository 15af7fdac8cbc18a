using System.Xml.Linq;
using HuiminCoord.Server.Tests.Api.Whole;
using static HuiminCoord.Server.Tests.Documents.Workbooks.SampleReports;

namespace HuiminCoord.Server.Tests.Documents.Workbooks;

/// <summary>The parts of our workbooks, as committed beside this file: whoever changes them sees what changed.</summary>
public sealed class WorkbookGoldenTests
{
    private const string Folder = "tests/HuiminCoord.Server.Tests/Documents/Workbooks/golden/";

    [Theory]
    [InlineData("jiaoyu", "xl/workbook.xml")]
    [InlineData("jiaoyu", "xl/styles.xml")]
    [InlineData("jiaoyu", "xl/worksheets/sheet1.xml")]
    [InlineData("jiaoyu", "xl/worksheets/sheet3.xml")]
    [InlineData("jiaoyu", "xl/worksheets/sheet5.xml")]
    [InlineData("district", "xl/worksheets/sheet2.xml")]
    public async Task A_part_is_what_was_committed(string workbook, string part)
    {
        var path = $"{Folder}{workbook}-{Path.GetFileNameWithoutExtension(part)}.xml";
        var now = $"{Plain(SheetXml.Part(workbook == "district" ? District() : WorkbookOf(workbook), part).Root!)}\n";
        if (Golden.Writing)
        {
            Directory.CreateDirectory(Golden.At(Folder));
            await Golden.Write(path, now);
            return;
        }

        Golden.Same(path, await File.ReadAllTextAsync(Golden.At(path), TestContext.Current.CancellationToken), now);
    }

    /// <summary>One element a line, without prefixes: a difference shows its cell.</summary>
    private static XElement Plain(XElement element) => new(
        element.Name.LocalName,
        element.Attributes().Where(a => !a.IsNamespaceDeclaration).OrderBy(a => a.Name.LocalName, StringComparer.Ordinal).Select(a => new XAttribute(a.Name.LocalName, a.Value)),
        element.HasElements ? element.Elements().Select(Plain) : element.Value);
}
