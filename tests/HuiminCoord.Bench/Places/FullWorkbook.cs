using System.IO.Compression;
using System.Xml;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Documents.Workbooks;

namespace HuiminCoord.Bench.Places;

/// <summary>A workbook as the convenor's unit sends it in: eleven rows of 26 figures, every one filled in, and the summary.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Sheet">What has to be read out of it.</param>
/// <param name="Layout">The unit's table.</param>
/// <param name="Expected">Whose report it is.</param>
internal sealed record FullWorkbook(byte[] Bytes, ReportSheet Sheet, TableLayout Layout, WorkbookExpectation Expected)
{
    /// <summary>Fills one in for the last month.</summary>
    /// <param name="salt">Another one makes other figures in every cell.</param>
    public static FullWorkbook Of(ReportedDistrict district, UnitPlan unit, int salt)
    {
        var (plan, month) = (district.Plan, district.Last);
        var (sheet, layout) = (district.Filled(unit, salt, $"{month.Period}{salt}"), TableLayout.Of(plan, plan.Forms!.Table, unit));
        var (mark, period) = (new WorkbookMark(plan.Campaign, unit.Id, month.Id, plan.Version, "0"), ReportPeriods.Of(plan, month)!);
        var head = new WorkbookHead(mark, unit.Name, period, "", "", null, plan.Forms.Summary.Sections);
        var expected = new WorkbookExpectation(plan.Campaign, unit.Id, month.Id) { Names = [unit.Name, .. unit.Aliases], Period = period, Form = plan.Version, Summary = plan.Forms.Summary.Sections };
        return new(TableWorkbook.Write(layout, head, sheet, sheet.Figures, sheet.Figures), sheet, layout, expected);
    }

    /// <summary>Reads it as the server does, without the server around it.</summary>
    public void Read()
    {
        var reading = TableReader.Read(new MemoryStream(Bytes, writable: false), Layout, Expected, WorkbookLimits.Default);
        Expect.That(reading.Problems.Count == 0 && reading.Sheet.Figures.Equals(Sheet.Figures) && reading.Sheet.Texts.Count == Sheet.Texts.Count, "A workbook was not read as it was written.");
    }

    /// <summary>The peer: every part inflated, every part of XML read node by node, nothing made of it.</summary>
    /// <returns>Characters of texts and figures.</returns>
    public long ReadRaw()
    {
        using var zip = new ZipArchive(new MemoryStream(Bytes, writable: false), ZipArchiveMode.Read);
        var length = 0L;
        foreach (var part in zip.Entries)
        {
            using var stream = part.Open();
            using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            while (xml.Read())
            {
                length += xml.NodeType == XmlNodeType.Text ? xml.Value.Length : 0;
            }
        }

        return length;
    }
}
