using HuiminCoord.Domain.Consolidations;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Offices;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Grains.Registers;

/// <summary>What the office owes itself, as far as the registers know that it is done.</summary>
public static class OfficeBook
{
    /// <summary>What the office has done of what it owes: nothing waits for its review, a table went upward, a bulletin was issued.</summary>
    public static async Task<IReadOnlySet<OfficeDutyAt>> Done(CoordinationDb db, string campaign, Plan plan, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var states = (await db.Consolidations.AsNoTracking().Where(c => c.Campaign == campaign).ToListAsync(cancellation)).ToDictionary(c => c.Duty, c => StoredJson.Read<ConsolidationState>(c.Payload), StringComparer.Ordinal);
        var owed = await db.Obligations.AsNoTracking().Where(o => o.Campaign == campaign && (o.Kind == "monthly" || o.Kind == "annual")).ToListAsync(cancellation);
        var waiting = owed.Where(WaitsSinceItsDate).Select(o => o.Duty).ToHashSet();
        var done = new HashSet<OfficeDutyAt>();
        foreach (var period in OfficeDuties.Periods(plan))
        {
            var state = states.GetValueOrDefault(period.Id.Value);
            (OfficeDutyKind Kind, bool IsDone)[] kinds =
            [
                (OfficeDutyKind.Review, !waiting.Contains(period.Id.Value)),
                (OfficeDutyKind.Consolidation, state?.Last(KeptFor.SentUpward) is not null),
                (OfficeDutyKind.Bulletin, state?.Bulletin?.Issued is not null),
            ];
            done.UnionWith(kinds.Where(d => d.IsDone).Select(d => new OfficeDutyAt(period.Id, d.Kind)));
        }

        return done;
    }

    /// <summary>What came after its date is reviewed in its own time: it does not make the office late once more.</summary>
    private static bool WaitsSinceItsDate(ObligationRow row)
    {
        var facts = ObligationPayload.Of(row).Facts;
        return row.Stage != Stages.Ended && Stages.PartsOf(row).Any(p => p.Value == PartStage.Submitted
            && (row.Due is not { } due || facts.GetValueOrDefault(p.Key)?.WithOfficeSince is not { } since || since < ChinaTime.EndOf(due)));
    }
}
