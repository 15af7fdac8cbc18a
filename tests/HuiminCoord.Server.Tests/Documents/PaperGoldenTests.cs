using System.IO.Compression;
using System.Text.RegularExpressions;
using HuiminCoord.Server.Tests.Api.Whole;

namespace HuiminCoord.Server.Tests.Documents;

/// <summary>The text part of each paper of reports, as it is committed: whoever changes the layout sees what moves.</summary>
public sealed partial class PaperGoldenTests
{
    /// <summary>The others say nothing that these do not.</summary>
    public static TheoryData<string> Kinds { get; } = ["report-managing", "report-summary", "bulletin"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Text_parts_are_as_they_were(string kind)
    {
        var path = $"tests/HuiminCoord.Server.Tests/Documents/Golden/{kind}.xml";
        var now = Lined(SampleReports.Make(kind));
        if (Golden.Writing)
        {
            await Golden.Write(path, now);
        }

        Golden.Same(path, await File.ReadAllTextAsync(Golden.At(path), TestContext.Current.CancellationToken), now);
    }

    /// <summary>A line for each paragraph and each cell, so that differences can be read.</summary>
    private static string Lined(byte[] paper)
    {
        using var zip = new ZipArchive(new MemoryStream(paper), ZipArchiveMode.Read);
        using var part = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return Beginning().Replace(part.ReadToEnd(), "\n$0") + "\n";
    }

    [GeneratedRegex("<w:(p|tr|tbl|sectPr)>")]
    private static partial Regex Beginning();
}
