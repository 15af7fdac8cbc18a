using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>What the office makes of all units' reports for one period: a summary, who has reported, and the district's tables.</summary>
/// <param name="Title">In the middle, see <see cref="ReportTitles"/>; line breaks are kept.</param>
/// <param name="Recipients">主送; may be empty.</param>
/// <param name="Sender">署名 and 填报单位: a bureau or an office, a joint meeting has no seal.</param>
/// <param name="Period">统计期间.</param>
/// <param name="Reporting">How each unit stands, in the order of the plan.</param>
/// <param name="Sections">The summary, see <see cref="SummaryParts"/>.</param>
/// <param name="Tables">The district's tables, each attached on pages of its own.</param>
/// <param name="Date">成文日期; null = written by hand.</param>
public sealed record ConsolidatedDraft(
    string Title,
    IReadOnlyList<string> Recipients,
    string Sender,
    ReportPeriod Period,
    IReadOnlyList<ReportingLine> Reporting,
    IReadOnlyList<SummaryPart> Sections,
    IReadOnlyList<StatisticsTable> Tables,
    DateOnly? Date)
{
    /// <summary>填报人 and 审核人 of the tables; empty = signed by hand.</summary>
    public string FilledBy { get; init; } = "";

    /// <inheritdoc cref="FilledBy"/>
    public string ApprovedBy { get; init; } = "";

    /// <summary>联系电话; may be empty.</summary>
    public string Phone { get; init; } = "";

    /// <summary>送审稿 until it is approved; said under the title and on the sheets.</summary>
    public DraftWord Draft { get; init; }

    /// <summary>Prints on every page that this summary comes from a rehearsal.</summary>
    public bool Rehearsal { get; init; }
}

/// <summary>How a unit stands.</summary>
/// <param name="WorkdaysLate">Of a late report; null = not known or not late.</param>
/// <param name="Note">说明: why a report is missing, and when it is expected; may be empty.</param>
public sealed record ReportingLine(string Unit, ReportStanding Standing, int? WorkdaysLate = null, string Note = "");
