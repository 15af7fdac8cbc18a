using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Server.Documents.Workbooks;

/// <summary>What a workbook is made for, besides its figures.</summary>
/// <param name="Mark">What the file itself says about where it comes from; people do not see it.</param>
/// <param name="Unit">填报单位.</param>
/// <param name="Period">统计期间.</param>
/// <param name="FilledBy">填报人; may be empty.</param>
/// <param name="CheckedBy">审核人; may be empty.</param>
/// <param name="FilledOn">填报日期; null = written by hand.</param>
/// <param name="Summary">What the summary has to speak of.</param>
internal sealed record WorkbookHead(
    WorkbookMark Mark, string Unit, ReportPeriod Period, string FilledBy, string CheckedBy, DateOnly? FilledOn, IReadOnlyList<SummarySection> Summary)
{
    /// <summary>Prints on every page that the workbook comes from a rehearsal.</summary>
    internal bool Rehearsal { get; init; }

    /// <summary>What stands in a year's table already: it says which days are to be added. Null for every other report.</summary>
    internal AnnualPrefill? Annual { get; init; }
}

/// <summary>Where a workbook comes from, in its hidden sheet.</summary>
/// <param name="Form">Version of the plan whose form it is.</param>
/// <param name="Origin">Whatever whoever made it wants to find again: whose draft it was filled from, and which revision of it.</param>
internal sealed record WorkbookMark(CampaignId Campaign, UnitId Unit, DutyId Duty, int Form, string Origin);
