using HuiminCoord.Domain.Plans;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Rehearsals;

/// <summary>How one unit did over a campaign. Entered-late duties are not counted: they can be neither on time nor late.</summary>
/// <param name="Open">Not reported at the end.</param>
/// <param name="Messages">Digests by rung, and other messages by kind.</param>
public sealed record UnitResult(string Unit, string Name, int Duties, int OnTime, int Late, int Waived, int Open, IReadOnlyDictionary<string, int> Messages);

/// <summary>What a campaign's registers say at the end.</summary>
public static class RehearsalReport
{
    /// <summary>One line per unit, in plan order.</summary>
    public static async Task<IReadOnlyList<UnitResult>> Of(CoordinationDatabase database, Plan plan, CancellationToken cancellation = default)
    {
        var campaign = plan.Campaign.Value;
        await using var db = database.OpenToRead();
        var duties = (await db.Obligations.Where(o => o.Campaign == campaign && !o.EnteredLate).ToListAsync(cancellation)).ToLookup(o => o.Unit);
        var steps = (await db.Steps.Where(s => s.Campaign == campaign && s.Outcome == StepOutcome.Delivered).ToListAsync(cancellation)).ToLookup(s => s.Unit);
        return [.. plan.Units.Select(u => Result(u, [.. duties[u.Id.Value]], steps[u.Id.Value]))];
    }

    /// <summary>Messages over all recipients, by kind.</summary>
    public static async Task<IReadOnlyList<(string Kind, int Count)>> Messages(CoordinationDatabase database, Plan plan, CancellationToken cancellation = default)
    {
        var campaign = plan.Campaign.Value;
        await using var db = database.OpenToRead();
        var rows = await db.Inbox.Where(i => i.Campaign == campaign).GroupBy(i => i.Kind).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
        return [.. rows.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => (r.Key, r.Count))];
    }

    /// <summary>Rung names as the closing table shows them: the ladder's, with later extensions counted under the same name.</summary>
    private static string Family(string rung) => rung.Split('.')[0];

    private static UnitResult Result(UnitPlan unit, IReadOnlyList<ObligationRow> duties, IEnumerable<StepRow> steps)
    {
        var byRung = steps.GroupBy(s => Family(s.Rung)).ToDictionary(g => g.Key, g => g.Select(s => (s.InboxSlot, s.Recipient)).Distinct().Count());
        var waived = duties.Count(d => Stages.NotOwed.Contains(d.Stage));
        return new(
            unit.Id.Value,
            unit.Name,
            duties.Count,
            duties.Count(d => d.OnTime == true),
            duties.Count(d => d.OnTime == false),
            waived,
            duties.Count(d => !d.Reported && !Stages.NotOwed.Contains(d.Stage)),
            byRung);
    }
}
