using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>
/// The monthly bulletin (工作通报第N期). A joint meeting has no seal and issues nothing: a bureau or the district's office does, and gives it its
/// number afterwards.
/// </summary>
/// <param name="Title">In the middle, see <see cref="ReportTitles"/>; line breaks are kept.</param>
/// <param name="Issue">Of 工作通报第N期, which the software numbers; 0 = not numbered yet.</param>
/// <param name="Issuer">Who issues it, see <see cref="PaperIssuer"/>: 发文机关, 署名, 印发机关.</param>
/// <param name="Period">统计期间 of the month.</param>
/// <param name="Figures">Of each unit and of the district.</param>
/// <param name="Columns">The columns of the figures, in order.</param>
/// <param name="Recipients">主送.</param>
/// <param name="CopiedTo">抄送; may be empty.</param>
/// <param name="Date">成文日期; null = written by hand.</param>
public sealed record BulletinDraft(
    string Title,
    int Issue,
    string Issuer,
    ReportPeriod Period,
    BulletinFigures Figures,
    IReadOnlyList<TableColumn> Columns,
    IReadOnlyList<string> Recipients,
    IReadOnlyList<string> CopiedTo,
    DateOnly? Date)
{
    /// <summary>Whether it is issued. A draft has no red head, says 征求意见稿, and bears neither date nor seal.</summary>
    public bool IsIssued { get; init; }

    /// <summary>Last day for objections to a draft; null = not said.</summary>
    public DateOnly? ObjectionsUntil { get; init; }

    /// <summary>发文字号 as people typed it in; null = a blank one to be written in.</summary>
    public string? Number { get; init; }

    /// <summary>What the office adds under headings of its own: 有关要求.</summary>
    public IReadOnlyList<SummaryPart> Remarks { get; init; } = [];

    /// <summary>Code of the column by which units are ranked; null = they are not, and there is no such column.</summary>
    public string? RankBy { get; init; }

    /// <summary>印发日期; null = the bulletin's date.</summary>
    public DateOnly? PrintedOn { get; init; }

    /// <summary>Prints on every page that this bulletin comes from a rehearsal.</summary>
    public bool Rehearsal { get; init; }
}
