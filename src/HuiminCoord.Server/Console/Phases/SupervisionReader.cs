using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Phases;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Phases;
using HuiminCoord.Server.Api.Tasks;
using HuiminCoord.Server.Console.Tasks;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Console.Phases;

/// <summary>Reads what supervision looks at: registers for how things stand, the audit for what was said.</summary>
internal sealed class SupervisionReader(RegisterReader registers)
{
    /// <summary>Happenings that are shown, and from how far back.</summary>
    private const int MostRecent = 8, RecentDays = 60;

    /// <param name="scene">A campaign whose reader reaches all units and tasks.</param>
    internal async Task<Supervision> Read(ReadingScene scene, CancellationToken cancellation)
    {
        var (campaign, plan) = (scene.Campaign.Id, scene.Campaign.Plan);
        var rows = await scene.Db.Obligations.AsNoTracking().Where(o => o.Campaign == campaign).ToListAsync(cancellation);
        var counts = RegisterReader.Counts(plan, rows, scene.Campaign.Today);
        return new(
            plan,
            scene.Campaign.Now,
            PhaseMonth.Of(plan, counts, scene.Campaign.Today),
            await Gates(scene, rows, cancellation),
            [.. (await TaskReader.Reached(scene, cancellation)).Select(TaskLine.Of)],
            await TaskHistory.Recent(scene, scene.Campaign.Now.AddDays(-RecentDays), MostRecent, cancellation));
    }

    private async Task<IReadOnlyList<Gate>> Gates(ReadingScene scene, List<ObligationRow> obligations, CancellationToken cancellation)
    {
        var (campaign, plan) = (scene.Campaign.Id, scene.Campaign.Plan);
        var rows = await scene.Db.Phases.AsNoTracking().Where(p => p.Campaign == campaign).ToDictionaryAsync(p => p.Phase, cancellation);
        var evidence = await Evidence(scene, cancellation);
        var gates = new List<Gate>();
        foreach (var phase in plan.Phases.Where(p => rows.ContainsKey(p.Id.Value)))
        {
            var view = PhaseEndpoints.View(phase, rows[phase.Id.Value]);
            // What was open when the phase was left is history; nobody acts on it here.
            var open = view.Stage is "passed" or "waived" ? [] : await registers.OpenReports(campaign, phase.Window);
            gates.Add(Gate.Of(view, evidence, Grouped(open, obligations, plan)));
        }

        return gates;
    }

    private static async Task<IReadOnlyList<GoalEvidence>> Evidence(ReadingScene scene, CancellationToken cancellation)
    {
        var keys = scene.Campaign.Plan.Phases.Select(p => $"{scene.Campaign.Id}/{p.Id}").ToList();
        var told = await scene.Db.Audit.AsNoTracking()
            .Where(a => a.GrainType == Rooms.Phase && keys.Contains(a.GrainKey) && a.EventType == "phase.goal-met").ToListAsync(cancellation);
        return [.. told.Select(row => StoredJson.Read<PhaseEvent>(row.Body) is PhaseEvent.GoalMet met
            ? new GoalEvidence(RoomKey.IdOf(row.GrainKey), met.Goal, met.Evidence, row.At, Signature.Of(row.Actor).Seat) : null).OfType<GoalEvidence>()];
    }

    /// <summary>The gate's own list, <c>unit/duty</c>, one line for each duty; earliest first as it came.</summary>
    private static IReadOnlyList<OpenReport> Grouped(IReadOnlyList<string> open, List<ObligationRow> obligations, Plan plan)
    {
        var known = obligations.ToDictionary(o => $"{o.Unit}/{o.Duty}");
        var planned = plan.Duties.SelectMany(Occurrence.Of).Select(o => o.Id.Value).ToHashSet();
        return [.. open.Select(key => known.GetValueOrDefault(key)).OfType<ObligationRow>().GroupBy(o => o.Duty).Select(g => new OpenReport(
            new DutyId(g.Key),
            RegisterReader.TitleOf(g),
            g.Min(o => o.Due!.Value),
            [.. plan.Units.Where(u => g.Any(o => o.Unit == u.Id.Value)).Select(u => u.Name)],
            planned.Contains(g.Key) ? null : TaskOf(g.Key, plan)))];
    }

    /// <summary>A milestone is owed under its task's name and its own: <c>chi-1-m1</c>.</summary>
    private static string? TaskOf(string duty, Plan plan) =>
        plan.Tasks.FirstOrDefault(t => duty.StartsWith($"{t.Id}-", StringComparison.Ordinal))?.Id.Value;
}
