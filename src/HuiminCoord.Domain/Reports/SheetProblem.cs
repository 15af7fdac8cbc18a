namespace HuiminCoord.Domain.Reports;

/// <summary>Something about a sheet that is wrong, or that looks wrong.</summary>
/// <param name="At">The cell; null for the summary and for the sheet as a whole.</param>
/// <param name="Place">The summary's section, or another place that is no cell; else null.</param>
/// <param name="Code">Stable: <c>sheet.missing</c>, <c>sheet.exceeds</c>.</param>
/// <param name="IsError">A sheet with an error is not handed in; a warning is only asked about.</param>
/// <param name="Facts">What the sentence needs: codes of columns, figures as they are printed.</param>
/// <param name="IsAnswered">A warning that the unit has explained at the cell: nobody is asked again, and whoever reviews reads the note.</param>
public sealed record SheetProblem(CellAt? At, string? Place, string Code, bool IsError, IReadOnlyList<string> Facts, bool IsAnswered = false);
