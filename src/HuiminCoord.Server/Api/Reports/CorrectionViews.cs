using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Reporting;

namespace HuiminCoord.Server.Api.Reports;

/// <summary>A correction that was accepted, and what it changed.</summary>
/// <param name="Version">Its version.</param>
/// <param name="At">When it was accepted.</param>
/// <param name="Changes">Cumulatives that became others by it: its own, and those of later reports that were in by then.</param>
public sealed record AcceptedCorrectionView(int Version, DateTimeOffset At, string Reason, IReadOnlyList<CumulativeChangeView> Changes)
{
    internal static AcceptedCorrectionView Of(AcceptedCorrection correction, SheetPlace place) =>
        new(correction.Version.Version, correction.Version.At, correction.Version.Reason ?? "", [.. correction.Changes.Select(c => CumulativeChangeView.Of(c, place))]);
}

/// <summary>A cumulative figure that a correction changes.</summary>
/// <param name="Duty">The report up to which it counts.</param>
/// <param name="Before">As printed; null = nobody had filled the cell in.</param>
/// <param name="After">As printed; null = nobody has filled it in any more.</param>
/// <param name="Reason">Why the report is corrected.</param>
/// <param name="Corrected">The report that is corrected.</param>
public sealed record CumulativeChangeView(string Duty, string Field, string? Before, string? After, string Reason, string Corrected)
{
    internal static CumulativeChangeView Of(CumulativeChange change, SheetPlace place) => new(
        change.Period.Value, change.Cell.ToString(), place.Printed(change.Cell, change.Before), place.Printed(change.Cell, change.After), change.Reason, change.Corrected.Value);
}
