using System.Xml.Linq;
using static HuiminCoord.Server.Tests.Documents.Workbooks.SampleReports;

namespace HuiminCoord.Server.Tests.Documents.Workbooks;

/// <summary>Workbooks that another program has saved: what our users have in front of them is not our file any more.</summary>
public sealed class OfficeWorkbookTests(OfficeWorkbooks office) : IClassFixture<OfficeWorkbooks>
{
    [Theory]
    [InlineData("xlsx")]
    [InlineData("ods")]
    [InlineData("fods")]
    public void What_another_program_saves_is_read_without_loss(string way)
    {
        var (reading, filled) = (Read("scjg", office.Saved(way)), FilledOf("scjg"));
        Assert.Empty(reading.Problems);
        Assert.Equal(filled.Figures, reading.Sheet.Figures);
        Assert.Equal(filled.Texts, reading.Sheet.Texts);
        Assert.Equal(filled.Notes, reading.Sheet.Notes);
        Assert.Equal((filled.Phone, filled.Nil, HeadOf("scjg").Mark), (reading.Sheet.Phone, reading.Sheet.Nil, reading.Mark));
    }

    [Fact]
    public void What_another_program_has_edited_is_read_as_it_was_edited()
    {
        var reading = Read("scjg", office.Saved("edited"));
        Assert.Empty(reading.Problems);
        var expected = FilledOf("scjg").Figures.With(new("chi-shipin", "officers"), 4321).With(new("chi-shipin", "value"), 1234).With(new("chi-shipin", "subjects"), null).With(new("chi-yiyao", "officers"), 1250);
        Assert.Equal(expected, reading.Sheet.Figures);
        Assert.Equal("改过的话。", reading.Sheet.Texts["problems"]);
    }

    [Fact]
    public void Our_sums_are_computed_there_as_here()
    {
        var (ours, theirs) = (SheetXml.Part(WorkbookOf("scjg"), "xl/worksheets/sheet1.xml"), SheetXml.Part(office.Saved("xlsx"), "xl/worksheets/sheet1.xml"));
        var sums = ours.Descendants(SheetXml.Main + "c").Where(c => c.Element(SheetXml.Main + "f") is not null).Select(c => (At: c.Attribute("r")!.Value, Value: Number(c))).ToList();
        Assert.True(sums.Count > 100);
        Assert.All(sums, sum => Assert.Equal(sum.Value, Number(SheetXml.Cell(theirs, sum.At)), 0.001));
    }

    private static double Number(XElement cell) => double.Parse(cell.Element(SheetXml.Main + "v")!.Value, System.Globalization.CultureInfo.InvariantCulture);
}
