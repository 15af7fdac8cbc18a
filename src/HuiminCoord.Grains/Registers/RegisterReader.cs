using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Offices;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Grains.Storage;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Grains.Registers;

/// <summary>What actors ask the registers: facts over many actors, as of the last relay batch.</summary>
public sealed class RegisterReader(CoordinationDatabase database)
{
    /// <summary>True when the unit owes the duty or ever did: its steps are in the register, so its id cannot be given again.</summary>
    public async Task<bool> WasOwed(string campaign, UnitId unit, DutyId duty)
    {
        await using var db = database.OpenToRead();
        return await db.Obligations.AnyAsync(o => o.Campaign == campaign && o.Unit == unit.Value && o.Duty == duty.Value);
    }

    /// <summary>The first of these ids under which some unit owes or owed something, or null.</summary>
    public async Task<string?> FirstUsed(string campaign, IReadOnlyCollection<string> duties)
    {
        await using var db = database.OpenToRead();
        return await db.Obligations.Where(o => o.Campaign == campaign && duties.Contains(o.Duty)).OrderBy(o => o.Duty).Select(o => o.Duty).FirstOrDefaultAsync();
    }

    /// <summary>Reports due in the window that are neither accepted nor waived, as <c>unit/duty</c>, oldest first. Problems of supervision are no reports: the office could not settle them.</summary>
    public async Task<IReadOnlyList<string>> OpenReports(string campaign, DateWindow window)
    {
        await using var db = database.OpenToRead();
        return await db.Obligations
            .Where(o => o.Campaign == campaign && !o.EnteredLate && o.Due >= window.From && o.Due <= window.To && !Stages.Over.Contains(o.Stage)
                && !db.Problems.Any(p => p.Campaign == campaign && p.Unit == o.Unit && p.Duty == o.Duty))
            .OrderBy(o => o.Due).ThenBy(o => o.Unit).ThenBy(o => o.Duty)
            .Select(o => o.Unit + "/" + o.Duty)
            .ToListAsync();
    }

    /// <summary>What waits for the office, and how the duties it has to speak of stand.</summary>
    /// <param name="due">Duties whose summary is due now.</param>
    /// <param name="asksForDone">Whether something that the office owes itself comes up now.</param>
    public async Task<OfficeFacts> FactsForOffice(Plan plan, IReadOnlyList<DutyId> due, DateOnly today, bool asksForDone = false)
    {
        var campaign = plan.Campaign.Value;
        await using var db = database.OpenToRead();
        var pending = await db.Steps
            .Where(s => s.Campaign == campaign && s.Outcome == StepOutcome.Pending)
            .OrderBy(s => s.PlannedAt).ThenBy(s => s.Unit).ThenBy(s => s.Obligation).ThenBy(s => s.Rung)
            .Select(s => new PendingStep(s.Recipient, s.Unit, s.Obligation, s.Rung, s.PlannedAt))
            .ToListAsync();
        IReadOnlySet<OfficeDutyAt> done = asksForDone ? await OfficeBook.Done(db, campaign, plan) : new HashSet<OfficeDutyAt>();
        if (pending.Count == 0 && due.Count == 0)
        {
            return OfficeFacts.None with { Done = done };
        }

        var subjects = due.Select(d => d.Value).Concat(pending.Select(p => p.Subject)).ToHashSet();
        var rows = await db.Obligations.Where(o => o.Campaign == campaign && !o.EnteredLate && subjects.Contains(o.Duty)).ToListAsync();
        var seats = await db.Seats.Where(s => s.Campaign == campaign && s.Seat == "liaison").ToListAsync();
        return new(pending, Counts(plan, rows, today), WithoutLiaison(plan, seats, today)) { Done = done };
    }

    /// <summary>How each duty stands over the units that owe it.</summary>
    public static IReadOnlyList<DutyCount> Counts(Plan plan, IEnumerable<ObligationRow> rows, DateOnly today)
    {
        var order = plan.Units.Select((u, i) => (u.Id.Value, Rank: i, u.Name)).ToDictionary(u => u.Value);
        return [.. rows
            .Where(o => !Stages.NotOwed.Contains(o.Stage) && order.ContainsKey(o.Unit))
            .GroupBy(o => o.Duty)
            .OrderBy(g => g.First().Due).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new DutyCount(
                new DutyId(g.Key),
                TitleOf(g),
                g.Min(o => o.Due),
                g.Count(),
                g.Count(o => o.Reported),
                g.Count(o => o.Stage == Stages.Submitted),
                g.Count(o => IsExtended(o, today)),
                [.. g.Where(o => IsSilent(o, today)).OrderBy(o => order[o.Unit].Rank).Select(o => order[o.Unit].Name)]))];
    }

    /// <summary>The longest title: a unit that owes no table has a shorter one of its own.</summary>
    public static string TitleOf(IEnumerable<ObligationRow> rows) => rows.Select(r => r.Title).MaxBy(t => t.Length)!;

    /// <summary>未报: it is owed, was not handed in, and no later date was granted that has not passed.</summary>
    public static bool IsSilent(ObligationRow row, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(row);
        return !Stages.NotOwed.Contains(row.Stage) && !row.Reported && !IsExtended(row, today);
    }

    private static bool IsExtended(ObligationRow row, DateOnly today) => !row.Reported && row.ExtensionStage == "granted" && row.Due >= today;

    /// <summary>Names of units that nobody but the leader can be reached in, in plan order.</summary>
    public static IReadOnlyList<string> WithoutLiaison(Plan plan, IEnumerable<SeatRow> liaisons, DateOnly today) =>
        [.. UnitsWithoutLiaison(plan, liaisons, today).Select(u => u.Name)];

    /// <summary>The same units.</summary>
    public static IEnumerable<UnitPlan> UnitsWithoutLiaison(Plan plan, IEnumerable<SeatRow> liaisons, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var living = liaisons.Where(s => s.ValidFrom <= today && (s.ValidTo is null || today <= s.ValidTo)).Select(s => s.Unit).ToHashSet();
        return plan.Units.Where(u => !living.Contains(u.Id.Value));
    }
}
