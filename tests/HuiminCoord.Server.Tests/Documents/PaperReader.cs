using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace HuiminCoord.Server.Tests.Documents;

/// <summary>A paper as tests look at it.</summary>
internal sealed class PaperReader : IDisposable
{
    private readonly WordprocessingDocument _paper;

    internal PaperReader(byte[] paper) => _paper = WordprocessingDocument.Open(new MemoryStream(paper), isEditable: false);

    internal MainDocumentPart Main => _paper.MainDocumentPart!;

    internal SectionProperties Section => Main.Document!.Body!.Elements<SectionProperties>().Single();

    /// <summary>Each paragraph's text; a tab is one, a break in a title is nothing.</summary>
    internal List<string> Lines => [.. Main.Document!.Descendants<Paragraph>().Select(Text).Where(line => line.Length > 0)];

    internal IEnumerable<string> Faults => new OpenXmlValidator(FileFormatVersions.Office2019).Validate(_paper, TestContext.Current.CancellationToken)
        .Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}");

    public void Dispose() => _paper.Dispose();

    internal Style Style(string id) => Main.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(s => s.StyleId == id);

    internal Paragraph Paragraph(string beginning) => Main.Document!.Descendants<Paragraph>().First(p => Text(p).StartsWith(beginning, StringComparison.Ordinal));

    /// <summary>Every part of a file that is XML, as any program would read it.</summary>
    internal static IEnumerable<XDocument> Parts(byte[] paper)
    {
        using var zip = new ZipArchive(new MemoryStream(paper), ZipArchiveMode.Read);
        foreach (var entry in zip.Entries)
        {
            using var part = entry.Open();
            yield return XDocument.Load(part);
        }
    }

    internal static string Text(Paragraph paragraph) =>
        string.Concat(paragraph.Descendants().Select(e => e is Text text ? text.Text : e is TabChar ? "\t" : ""));
}
