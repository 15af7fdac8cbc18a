using DocumentFormat.OpenXml;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>A supervision group's report (督导报告): what went well, what is worth showing to others, and the problems as a table.</summary>
/// <param name="Opening">Who looked at whom, when, and how many problems there are.</param>
/// <param name="Achievements">成绩, visit by visit; may be empty.</param>
/// <param name="Highlights">亮点, visit by visit; may be empty.</param>
/// <param name="Problems">问题, by number; may be empty.</param>
/// <param name="Sender">署名.</param>
/// <param name="Date">成文日期.</param>
public sealed record SupervisionReport(
    string Title, string Opening, IReadOnlyList<string> Achievements, IReadOnlyList<string> Highlights, IReadOnlyList<ReportedProblem> Problems, string Sender, DateOnly Date)
{
    /// <summary>Prints on every page that the report comes from a rehearsal.</summary>
    public bool Rehearsal { get; init; }
}

/// <summary>A line of the table of problems.</summary>
/// <param name="Name">督2-04.</param>
/// <param name="Due">As people say it.</param>
/// <param name="Stage">整改中.</param>
public sealed record ReportedProblem(string Name, string Unit, string Text, string Due, string Stage);

/// <summary>The report in the layout that GB/T 9704-2012 has for the body of a paper (7.3), without its red head.</summary>
internal static class SupervisionPaper
{
    private const int RowHeight = 560;
    private const string Nothing = "无。";

    private static readonly (string Head, int Share, bool Short)[] Columns = [("编号", 14, true), ("单位", 22, false), ("问题", 32, false), ("整改时限", 18, true), ("状态", 14, true)];

    internal static byte[] Make(SupervisionReport report)
    {
        var body = new BodyText();
        return PaperFile.Make(
            [
                .. Paragraphs.Title(report.Title),
                Paragraphs.Blank(),
                .. body.Of(report.Opening),
                .. Section(body, "工作成绩", report.Achievements),
                .. Section(body, "亮点做法", report.Highlights),
                .. Section(body, "发现的问题", report.Problems.Count == 0 ? [] : ["问题及整改情况见下表。"]),
                .. Table(report.Problems),
                Paragraphs.Blank(),
                .. Signature.Of(report.Sender, report.Date),
            ],
            report.Rehearsal);
    }

    private static IEnumerable<OpenXmlElement> Section(BodyText body, string heading, IReadOnlyList<string> texts) =>
        [.. body.Of(new PaperText(1, heading)), .. texts.DefaultIfEmpty(Nothing).SelectMany(t => body.Of(new PaperText(0, t)))];

    private static IEnumerable<OpenXmlElement> Table(IReadOnlyList<ReportedProblem> problems) =>
        problems.Count == 0 ? [] : [PaperTable.Of(Columns, problems.Select(p => (string[])[p.Name, p.Unit, p.Text, p.Due, p.Stage]), RowHeight)];
}
