using HuiminCoord.Server.Documents.Workbooks;
using static HuiminCoord.Server.Tests.Documents.Workbooks.SampleReports;

namespace HuiminCoord.Server.Tests.Documents.Workbooks;

/// <summary>Files that are made to do harm, and files that are something else: each is refused by its code, and costs little.</summary>
public sealed class HostileWorkbookTests
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>Whatever comes in, reading it makes room for less than this.</summary>
    private const long MostAllocated = 150 * Megabyte;

    public static TheoryData<string> Kinds { get; } = [.. HostileFiles.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_is_refused_by_its_code_and_costs_little(string kind)
    {
        var (file, code) = (HostileFiles.All[kind].File(), HostileFiles.All[kind].Code);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = Read("scjg", file);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(reading.IsRefused);
        Assert.Contains(code, reading.Problems.Select(p => p.Problem.Code));
        Assert.True(allocated < MostAllocated, $"{allocated / Megabyte} MB for a file of {file.Length / 1024} KB");
    }

    [Fact]
    public void A_stream_that_tells_no_length_is_read_to_the_bound()
    {
        using var endless = new Endless();
        Assert.Equal(["workbook.too-large"], TableReader.Read(endless, LayoutOf("scjg"), ExpectedOf("scjg"), WorkbookLimits.Default).Problems.Select(p => p.Problem.Code));
        Assert.InRange(endless.Told, 20 * Megabyte, 21 * Megabyte);
    }

    [Fact]
    public void What_a_workbook_names_outside_of_itself_is_never_looked_for()
    {
        var named = SheetXml.With(WorkbookOf("scjg"), "xl/_rels/workbook.xml.rels", rels =>
        {
            foreach (var sheet in rels.Root!.Elements().Where(r => r.Attribute("Id")!.Value == "sheet3"))
            {
                sheet.SetAttributeValue("TargetMode", "External");
                sheet.SetAttributeValue("Target", "file:///etc/passwd");
            }
        });
        var reading = Read("scjg", named);
        Assert.Empty(reading.Problems);
        Assert.Empty(reading.Sheet.Texts);
        Assert.Equal(FilledOf("scjg").Figures, reading.Sheet.Figures);
    }

    [Fact]
    public void The_largest_workbook_that_is_read_costs_little()
    {
        var texts = SheetXml.Replaced(WorkbookOf("scjg"), "xl/worksheets/sheet4.xml", HostileFiles.Cells(4, n => $"<c t=\"inlineStr\"><is><t>{n * 7919 % 99991}立案</t></is></c>"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = Read("scjg", texts);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(FilledOf("scjg").Figures, reading.Sheet.Figures);
        Assert.True(allocated < MostAllocated, $"{allocated / Megabyte} MB");
    }

    private sealed class Endless : MemoryStream
    {
        internal long Told { get; private set; }

        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer)
        {
            Told += buffer.Length;
            return buffer.Length;
        }
    }
}
