using FsCheck;
using FsCheck.Fluent;
using static HuiminCoord.Server.Tests.Documents.Workbooks.SampleReports;

namespace HuiminCoord.Server.Tests.Documents.Workbooks;

/// <summary>Whatever happens to a workbook on its way, there is an answer: what could be read, or why nothing was.</summary>
public sealed class WorkbookMutationTests
{
    private static readonly byte[] Whole = WorkbookOf("jiaoyu");

    [Fact]
    public void Any_damaged_file_gets_an_answer() =>
        Prop.ForAll(Changes(Whole.Length).ToArbitrary(), changes => IsAnswer(Changed(Whole, changes))).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    /// <summary>Damage that a package itself would not survive, inside its parts.</summary>
    [Theory]
    [InlineData("xl/worksheets/sheet1.xml")]
    [InlineData("xl/worksheets/sheet3.xml")]
    [InlineData("xl/workbook.xml")]
    [InlineData("xl/_rels/workbook.xml.rels")]
    [InlineData("xl/styles.xml")]
    [InlineData("[Content_Types].xml")]
    public void Any_damaged_part_gets_an_answer(string name)
    {
        var part = System.Text.Encoding.UTF8.GetBytes(SheetXml.Part(Whole, name).ToString());
        Prop.ForAll(Changes(part.Length).ToArbitrary(), changes => IsAnswer(SheetXml.Replaced(Whole, name, Changed(part, changes)))).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Fact]
    public void A_file_that_breaks_off_anywhere_gets_an_answer() =>
        Prop.ForAll(Gen.Choose(0, Whole.Length).ToArbitrary(), length => IsAnswer(Whole[..length])).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static bool IsAnswer(byte[] file)
    {
        var reading = Read("jiaoyu", file);
        return reading.IsRefused ? reading.Sheet.Figures.IsEmpty : reading.Sheet is not null;
    }

    private static Gen<(int At, byte To)[]> Changes(int length) =>
        Gen.Choose(1, 6).SelectMany(count => Gen.Choose(0, length - 1).SelectMany(at => Gen.Choose(0, 255).Select(to => (at, (byte)to))).ArrayOf(count));

    private static byte[] Changed(byte[] whole, (int At, byte To)[] changes)
    {
        var copy = whole.ToArray();
        foreach (var (at, to) in changes)
        {
            copy[at] = to;
        }

        return copy;
    }
}
