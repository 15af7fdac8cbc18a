using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>A paper as a DOCX file. The same content is always the same bytes, so a paper can be compared with what was kept of it.</summary>
internal static class PaperFile
{
    /// <summary>The first moment that a ZIP entry can bear; a paper does not tell when it was made.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="rehearsal">Prints on every page that the paper comes from a rehearsal.</param>
    internal static byte[] Make(IEnumerable<OpenXmlElement> content, bool rehearsal) => Make(content, [], rehearsal);

    /// <param name="across">What follows on pages that lie across, after all else; may be empty.</param>
    internal static byte[] Make(IEnumerable<OpenXmlElement> content, IReadOnlyList<OpenXmlElement> across, bool rehearsal)
    {
        using var file = new MemoryStream();
        using (var paper = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            Fill(paper.AddMainDocumentPart(), [.. content], across, rehearsal);
            // The package's own relation would get an id by chance.
            paper.ChangeIdOfPart(paper.MainDocumentPart!, "paper");
        }

        return Steady(file);
    }

    private static void Fill(MainDocumentPart main, List<OpenXmlElement> content, IReadOnlyList<OpenXmlElement> across, bool rehearsal)
    {
        main.AddNewPart<StyleDefinitionsPart>("styles").Styles = PaperStyles.Table();
        main.AddNewPart<FontTablePart>("fonts").Fonts = PaperFonts.Table();
        main.AddNewPart<DocumentSettingsPart>("settings").Settings = PaperPage.Settings();
        main.AddNewPart<FooterPart>("odd").Footer = PaperPage.Number(odd: true);
        main.AddNewPart<FooterPart>("even").Footer = PaperPage.Number(odd: false);
        if (rehearsal)
        {
            main.AddNewPart<HeaderPart>("stamp").Header = PaperPage.Stamp();
        }

        if (across.Count > 0)
        {
            main.AddNewPart<FooterPart>("acrossOdd").Footer = AcrossPage.Number(odd: true);
            main.AddNewPart<FooterPart>("acrossEven").Footer = AcrossPage.Number(odd: false);
            End(content, PaperPage.Section(rehearsal));
        }

        main.Document = new Document(new Body([.. content, .. across, PaperPage.Section(rehearsal, across.Count > 0)]));
    }

    /// <summary>The last paragraph of a section says how its pages look; a page of its own would be the price of another one.</summary>
    private static void End(List<OpenXmlElement> content, SectionProperties section)
    {
        if (content.LastOrDefault() is not Paragraph)
        {
            content.Add(Paragraphs.Blank());
        }

        ((Paragraph)content[^1]).ParagraphProperties!.SectionProperties = section;
    }

    /// <summary>Packs any package anew: in the order of names and without times.</summary>
    internal static byte[] Steady(MemoryStream file)
    {
        using var steady = new MemoryStream();
        using (var from = new ZipArchive(file, ZipArchiveMode.Read))
        using (var to = new ZipArchive(steady, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
            {
                var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = NoTime;
                using var source = entry.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }
        }

        return steady.ToArray();
    }
}
