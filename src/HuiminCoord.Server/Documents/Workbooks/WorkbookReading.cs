using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Server.Documents.Workbooks;

/// <summary>Whose report a workbook is read for.</summary>
internal sealed record WorkbookExpectation(CampaignId Campaign, UnitId Unit, DutyId Duty)
{
    /// <summary>The unit's name and aliases: what 填报单位 may say in a workbook that has lost its mark. Empty = it is not looked at.</summary>
    internal IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>What 统计期间 says; null = it is not looked at.</summary>
    internal ReportPeriod? Period { get; init; }

    /// <summary>Version of the plan whose form is asked for now; 0 = any.</summary>
    internal int Form { get; init; }

    /// <summary>The sections of the summary.</summary>
    internal IReadOnlyList<SummarySection> Summary { get; init; } = [];
}

/// <summary>What a workbook says, with everything that is wrong with it.</summary>
/// <param name="Sheet">What could be read; nothing of a file that is refused as a whole.</param>
/// <param name="Problems">In the order of the sheets.</param>
/// <param name="Mark">Where it comes from; null when it does not say.</param>
internal sealed record WorkbookReading(ReportSheet Sheet, IReadOnlyList<WorkbookProblem> Problems, WorkbookMark? Mark)
{
    /// <summary>填报人, 审核人 and 填报日期 as they stand on the sheet; they decide nothing.</summary>
    internal WorkbookSigns Signs { get; init; } = new("", "", "");

    /// <summary>
    /// Fields (<see cref="SheetFields"/>) of which the workbook says nothing that can be read: a column that is missing, a cell with a problem. They are not in
    /// <see cref="Sheet"/>, which does not mean that somebody has emptied them.
    /// </summary>
    internal IReadOnlySet<string> Untold { get; init; } = new HashSet<string>();

    /// <summary>Where in the workbook a field stands, or would stand: what its figures say about each other is told at their cells, too.</summary>
    internal IReadOnlyDictionary<string, WorkbookPlace> Places { get; init; } = new Dictionary<string, WorkbookPlace>();

    /// <summary>True when the file was not read at all, or is not the one that was expected.</summary>
    internal bool IsRefused => Problems.Any(p => p.RefusesFile);

    /// <summary>True when something has to be put right first; otherwise there are at most questions.</summary>
    internal bool HasErrors => Problems.Any(p => p.Problem.IsError);

    internal static WorkbookReading Refused(string code, IReadOnlyList<string> facts) => new(ReportSheet.Empty, [WorkbookProblem.OfFile(code, facts)], null);
}

/// <summary>A cell of a workbook.</summary>
/// <param name="Sheet">On its tab.</param>
/// <param name="Address">C8.</param>
internal sealed record WorkbookPlace(string Sheet, string Address)
{
    internal static WorkbookPlace Of(SheetRead sheet, int row, int column) => new(sheet.Name, CellName.Of(row, column));
}

/// <summary>Who signs a sheet of paper, as it was typed.</summary>
internal sealed record WorkbookSigns(string FilledBy, string CheckedBy, string FilledOn);

/// <summary>A problem, and where in the workbook it is.</summary>
/// <param name="Sheet">On its tab; null for the file.</param>
/// <param name="Address">Of the cell: <c>C8</c>; null for the sheet.</param>
/// <param name="Problem">With the place in the report, when it has one.</param>
/// <param name="RefusesFile">Nothing of the file is taken.</param>
internal sealed record WorkbookProblem(string? Sheet, string? Address, SheetProblem Problem, bool RefusesFile = false)
{
    internal static WorkbookProblem OfFile(string code, IReadOnlyList<string> facts) => new(null, null, new(null, null, code, true, facts), RefusesFile: true);

    internal static WorkbookProblem At(SheetRead sheet, CellRead? cell, SheetProblem problem) => new(sheet.Name, cell is null ? null : CellName.Of(cell.Row, cell.Column), problem);
}

/// <summary>A file that is no workbook, or one that is not read.</summary>
/// <param name="code">Stable: <c>workbook.too-large</c>.</param>
internal sealed class UnreadableWorkbookException(string code, params string[] facts) : Exception(code)
{
    internal string Code { get; } = code;

    internal IReadOnlyList<string> Facts { get; } = facts;
}
