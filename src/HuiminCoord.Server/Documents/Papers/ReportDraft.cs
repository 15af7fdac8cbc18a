using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>What one unit hands in for a month or a year on paper: its summary (小结, 总结), and its statistics table.</summary>
/// <param name="Title">In the middle, see <see cref="ReportTitles"/>; line breaks are kept.</param>
/// <param name="Addressee">主送: 联席会议办公室.</param>
/// <param name="Unit">Whose report it is: 署名 and 填报单位.</param>
/// <param name="Period">统计期间; null = not known.</param>
/// <param name="Sections">The summary; sections without a text fall away.</param>
/// <param name="Table">Null for a unit that owes none.</param>
/// <param name="FilledBy">填报人; empty = signed by hand.</param>
/// <param name="ApprovedBy">审核人; empty = signed by hand.</param>
/// <param name="Phone">联系电话; may be empty.</param>
/// <param name="Date">成文日期 and 填报日期; null = written by hand.</param>
public sealed record ReportDraft(
    string Title,
    string Addressee,
    string Unit,
    ReportPeriod? Period,
    IReadOnlyList<SummaryPart> Sections,
    StatisticsTable? Table,
    string FilledBy,
    string ApprovedBy,
    string Phone,
    DateOnly? Date)
{
    /// <summary>送审稿 until the unit has approved it; said under the title and on the sheet.</summary>
    public DraftWord Draft { get; init; }

    /// <summary>零报告: nothing to report this time.</summary>
    public bool Nil { get; init; }

    /// <summary>Prints on every page that this report comes from a rehearsal.</summary>
    public bool Rehearsal { get; init; }
}

/// <summary>A section of a summary.</summary>
/// <param name="Heading">Of level 一、.</param>
/// <param name="Text">Lines become paragraphs.</param>
public sealed record SummaryPart(string Heading, string Text);
