using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Grains.Registers;

/// <summary>The register of handed-in versions: which figures count is told by what the unit's actor took and gave back, and by corrections.</summary>
internal static class VersionBook
{
    /// <summary>What a unit handed in with a form.</summary>
    internal static void HandIn(RelayedEvent e, RelayBatch batch, UnitId unit, UnitEvent.Submitted submitted)
    {
        if (submitted.Form is { } form)
        {
            batch.Db.ReportVersions.Add(new ReportVersionRow
            {
                Campaign = e.Campaign, Unit = unit.Value, Duty = submitted.Duty.Value, Version = form.Version, Parts = string.Join(',', submitted.Parts), Sheet = form.Sheet,
                Nil = submitted.Nil, At = submitted.At, OnBehalf = submitted.OnBehalf, Withdrawn = "",
            });
        }
    }

    /// <summary>Parts that the unit took back: what was handed in with them last counts no more.</summary>
    internal static async Task TakeBack(RelayedEvent e, RelayBatch batch, UnitId unit, UnitEvent.Withdrawn withdrawn, CancellationToken ct)
    {
        var rows = await batch.Db.ReportVersions.Where(v => v.Campaign == e.Campaign && v.Unit == unit.Value && v.Duty == withdrawn.Duty.Value).ToListAsync(ct);
        // What this batch has written so far is not in the database yet.
        var all = rows.Union(batch.Db.ReportVersions.Local.Where(v => v.Campaign == e.Campaign && v.Unit == unit.Value && v.Duty == withdrawn.Duty.Value)).ToList();
        foreach (var part in withdrawn.Parts.Keys)
        {
            if (all.Where(v => v.Counts(part)).MaxBy(v => v.Version) is { } last)
            {
                last.Withdrawn = last.Withdrawn.Length == 0 ? part : $"{last.Withdrawn},{part}";
            }
        }
    }

    /// <summary>A correction that was accepted.</summary>
    internal static ReportVersionRow Correction(string campaign, UnitId unit, DutyId duty, ReportEvent.Corrected corrected) => new()
    {
        Campaign = campaign, Unit = unit.Value, Duty = duty.Value, Version = corrected.Version.Number, Parts = string.Join(',', corrected.Version.Parts), Sheet = corrected.Version.Sheet.Hash,
        Nil = corrected.Version.Sheet.Nil, At = corrected.At, OnBehalf = corrected.Version.ReceivedAt is not null, Reason = corrected.Reason, Withdrawn = "",
    };
}
