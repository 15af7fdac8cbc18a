using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Grains.Reports;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Doors;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Reporting;

/// <summary>A correction of a report that was accepted, and what cumulatives became by it.</summary>
/// <param name="Changes">Its own cumulatives, and those of later reports that were in by then.</param>
internal sealed record AcceptedCorrection(ReportVersionRow Version, IReadOnlyList<CumulativeChange> Changes);

/// <summary>What accepted corrections changed. Versions are kept for ever, so it is worked out and not written down a second time.</summary>
internal static class CorrectionBook
{
    /// <summary>The corrections of one report, earliest first.</summary>
    internal static async Task<IReadOnlyList<AcceptedCorrection>> Read(ReadingScene scene, SheetPlace place, CancellationToken cancellation)
    {
        var unit = place.Unit.Id.Value;
        var rows = await scene.Db.ReportVersions.AsNoTracking().Where(v => v.Campaign == place.Campaign && v.Unit == unit).ToListAsync(cancellation);
        var counting = rows.Where(v => v.Counts(DutyPart.Table)).ToList();
        var hashes = counting.Select(v => v.Sheet).Distinct().ToList();
        var sheets = await scene.Db.ReportSheets.AsNoTracking().Where(s => s.Campaign == place.Campaign && s.Unit == unit && hashes.Contains(s.Hash)).ToListAsync(cancellation);
        var bodies = sheets.ToDictionary(s => (s.Duty, s.Hash), s => SheetText.Read(s.Body).Counted(place.Layout));
        return Replayed(place, counting, v => bodies[(v.Duty, v.Sheet)]);
    }

    /// <summary>Begins with what was accepted first of each report of the series, and lets one correction follow the other.</summary>
    private static List<AcceptedCorrection> Replayed(SheetPlace place, IReadOnlyList<ReportVersionRow> versions, Func<ReportVersionRow, Figures> figures)
    {
        var firsts = versions.Where(v => v.Reason is null).GroupBy(v => new DutyId(v.Duty)).ToDictionary(g => g.Key, g => (At: g.Min(v => v.At), Figures: figures(g.MaxBy(v => v.Version)!)));
        var counted = ReportPeriods.Series(place.Plan, place.Owed.Id).Where(r => firsts.ContainsKey(r.Duty)).Select(r => new PeriodFigures(r.Duty, r.Period, firsts[r.Duty].Figures)).ToList();
        var corrections = new List<AcceptedCorrection>();
        foreach (var version in versions.Where(v => v.Reason is not null).OrderBy(v => v.At))
        {
            var at = counted.FindIndex(p => p.Duty.Value == version.Duty);
            if (at < 0)
            {
                continue;
            }

            var correction = new Correction(counted[at].Duty, counted[at].Figures, figures(version), version.Reason!);
            if (version.Duty == place.Duty)
            {
                corrections.Add(new(version, Cumulatives.Changes(counted.Where(p => firsts[p.Duty].At <= version.At), [correction])));
            }

            counted[at] = counted[at] with { Figures = correction.After };
        }

        return corrections;
    }
}
