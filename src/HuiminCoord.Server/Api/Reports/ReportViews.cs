using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Reporting;

namespace HuiminCoord.Server.Api.Reports;

/// <summary>A unit's report as it is filled in.</summary>
/// <param name="Title">2020年9月小结和统计表.</param>
/// <param name="Stage">filling, waiting, handing, handed, reopened or correction.</param>
/// <param name="Parts">Stage of each part with the office.</param>
/// <param name="Period">统计期间; null = the plan gives none.</param>
/// <param name="Form">The table as this unit fills it in.</param>
/// <param name="Head">The sheet's last revision.</param>
/// <param name="Fields">What stands in it, and who typed it.</param>
/// <param name="Previous">上期, by the cell, as printed.</param>
/// <param name="Cumulative">累计 up to the period before, by the cell, as printed.</param>
/// <param name="Problems">What is wrong with it, or looks wrong.</param>
/// <param name="Waiting">The version that waits for the unit's own approval.</param>
/// <param name="Correction">The correction that waits for the office.</param>
/// <param name="Remarks">What the unit's approver, or the office about a correction, had to say.</param>
/// <param name="Refusal">Why what was approved last could not be handed in.</param>
/// <param name="ReopeningAsked">Why somebody wishes to open the accepted report again.</param>
/// <param name="OpenedFor">Why it was opened again.</param>
/// <param name="Versions">What was handed in, the latest first.</param>
/// <param name="Prefill">What an annual report begins with: its months, added up; null for every other.</param>
/// <param name="LaterChanges">While it is corrected: cumulatives that become others by what stands in it, its own and those of later reports.</param>
/// <param name="Corrections">Corrections that were accepted, with what each changed.</param>
public sealed record ReportView(
    string Unit, string Duty, string Title, string Stage, IReadOnlyDictionary<string, PartStage> Parts, ReportPeriod? Period, ReportFormView Form, long Head, IReadOnlyList<FieldMark> Fields,
    IReadOnlyDictionary<string, string> Previous, IReadOnlyDictionary<string, string> Cumulative, IReadOnlyList<SheetProblemView> Problems, WaitingVersionView? Waiting, WaitingVersionView? Correction,
    IReadOnlyList<Remark> Remarks, string? Refusal, string? ReopeningAsked, string? OpenedFor, IReadOnlyList<ReportVersionView> Versions, AnnualPrefillView? Prefill, IReadOnlyList<CumulativeChangeView> LaterChanges,
    IReadOnlyList<AcceptedCorrectionView> Corrections);

/// <summary>The forms as one unit fills them in.</summary>
/// <param name="Sections">The unit's rows.</param>
/// <param name="Columns">All columns.</param>
/// <param name="Summary">Sections of the summary.</param>
/// <param name="Approval">leader or scan.</param>
public sealed record ReportFormView(string Title, IReadOnlyList<ReportSectionView> Sections, IReadOnlyList<ReportColumnView> Columns, IReadOnlyList<SummarySection> Summary, ReportApproval Approval)
{
    internal static ReportFormView Of(SheetPlace place) => new(
        place.Forms.Table.Title,
        [.. place.Layout.Sections.Select(s => new ReportSectionView(s.Id, s.Name, place.Forms.Table.Joint is { } joint && place.Layout.IsSupporting(new(s.Id, joint))))],
        [.. place.Forms.Table.Columns.Select(c => new ReportColumnView(c.Code, c.Name, c.Unit, c.Kind, c.Group, place.Layout.Sections.Any(s => place.Layout.Applies(new(s.Id, c.Code)))))],
        place.Forms.Summary.Sections, place.Forms.Approval);
}

/// <summary>A row.</summary>
/// <param name="Supports">Its joint actions are led by another unit: the cell means 其中：配合.</param>
public sealed record ReportSectionView(string Id, string Name, bool Supports);

/// <summary>A column.</summary>
/// <param name="Applies">False: the unit cannot have it; it is grey, not zero.</param>
public sealed record ReportColumnView(string Code, string Name, string Unit, FigureKind Kind, string Group, bool Applies);

/// <summary>Something that is wrong, or looks wrong.</summary>
/// <param name="Field">The field; null = the sheet as a whole.</param>
/// <param name="Code">Stable.</param>
/// <param name="IsError">True: it cannot be handed in like this.</param>
/// <param name="Facts">Columns and figures that the sentence needs.</param>
/// <param name="IsAnswered">The unit has said something about it.</param>
public sealed record SheetProblemView(string? Field, string Code, bool IsError, IReadOnlyList<string> Facts, bool IsAnswered)
{
    internal static SheetProblemView Of(SheetProblem problem) =>
        new(problem.At?.ToString() ?? (problem.Place is { } place ? SheetFields.OfText(place) : null), problem.Code, problem.IsError, problem.Facts, problem.IsAnswered);
}

/// <summary>A version that waits.</summary>
/// <param name="At">When it was proposed.</param>
public sealed record WaitingVersionView(int Number, IReadOnlyList<string> Parts, bool Nil, DateTimeOffset At, int Files)
{
    internal static WaitingVersionView? Of(ReportVersion? version) =>
        version is null ? null : new(version.Number, version.Parts, version.Sheet.Nil, version.At, version.Sheet.Files?.Count ?? 0);
}

/// <summary>A version that was handed in.</summary>
/// <param name="At">When it counts as handed in; for a correction when it was accepted.</param>
/// <param name="OnBehalf">代录.</param>
/// <param name="Reason">Why an accepted report was corrected; null = no correction.</param>
/// <param name="Withdrawn">Parts that were taken back since.</param>
public sealed record ReportVersionView(int Number, IReadOnlyList<string> Parts, bool Nil, DateTimeOffset At, bool OnBehalf, string? Reason, IReadOnlyList<string> Withdrawn)
{
    internal static ReportVersionView Of(ReportVersionRow row) => new(
        row.Version, row.Parts.Split(','), row.Nil, row.At, row.OnBehalf, row.Reason, row.Withdrawn.Length == 0 ? [] : row.Withdrawn.Split(','));
}

/// <summary>What was handed in with one version.</summary>
/// <param name="Fields">Each field's text.</param>
public sealed record ReportVersionDetail(ReportVersionView Version, IReadOnlyDictionary<string, string> Fields);
