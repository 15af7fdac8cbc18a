using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Domain.Supervision;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Meetings;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Grains.Supervision;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Rehearsals;

/// <summary>How one unit did over a campaign. Entered-late duties are not counted: they can be neither on time nor late.</summary>
/// <param name="Open">Not reported at the end.</param>
/// <param name="Messages">Digests by rung, and other messages by kind.</param>
public sealed record UnitResult(string Unit, string Name, int Duties, int OnTime, int Late, int Waived, int Open, IReadOnlyDictionary<string, int> Messages);

/// <summary>One meeting as it was held, and what has become of what it decided.</summary>
/// <param name="Items">On its agenda.</param>
/// <param name="Carried">Of these, decisions of earlier meetings that were still open.</param>
/// <param name="Attended">Units that sat in it, by themselves or by a stand-in.</param>
/// <param name="Decisions">How what it decided stands at the end.</param>
public sealed record MeetingResult(string Title, DateOnly Held, int Items, int Carried, int Attended, int Units, FollowUpTally Decisions);

/// <summary>What a campaign's registers say at the end.</summary>
public static class RehearsalReport
{
    /// <summary>The plan in force at the end: meetings may have changed the member units.</summary>
    public static async Task<Plan> PlanAtTheEnd(CoordinationDatabase database, string campaign, CancellationToken cancellation = default)
    {
        var shelf = new PlanTexts(database, new StoredDocuments(database));
        await using var db = database.OpenToRead();
        var version = await db.Campaigns.Where(c => c.Campaign == campaign).Select(c => c.PlanVersion).SingleAsync(cancellation);
        return PlanReader.Read((await shelf.Standing(campaign, version))!.Json).Plan!;
    }

    /// <summary>The meetings that sat, earliest first.</summary>
    /// <param name="today">Whether a decision is overdue is judged on this day.</param>
    public static async Task<IReadOnlyList<MeetingResult>> Meetings(CoordinationDatabase database, string campaign, DateOnly today, CancellationToken cancellation = default)
    {
        await using var db = database.OpenToRead();
        var rows = await db.Meetings.AsNoTracking().Where(m => m.Campaign == campaign).OrderBy(m => m.StartsAt).ToListAsync(cancellation);
        var meetings = rows.Select(r => (Id: r.Meeting, State: StoredJson.Read<MeetingState>(r.Payload))).Where(m => m.State.Session is not null).ToList();
        var decided = (await FollowUpReader.Of(db, campaign, meetings, today, cancellation)).ToLookup(d => d.Meeting);
        return [.. meetings.Select(m => Result(m.State, decided[m.Id]))];
    }

    /// <summary>What supervision groups found, and how much of it they struck off.</summary>
    public static async Task<(int Visits, int Problems, int StruckOff)> Supervision(CoordinationDatabase database, string campaign, CancellationToken cancellation = default)
    {
        await using var db = database.OpenToRead();
        var groups = await db.Supervisions.AsNoTracking().Where(s => s.Campaign == campaign).ToListAsync(cancellation);
        var problems = await ProblemReader.All(db, campaign, cancellation);
        return (groups.Sum(g => StoredJson.Read<SupervisionState>(g.Payload).Visits.Count), problems.Count, problems.Count(p => p.Problem.Stage == ProblemStage.StruckOff));
    }

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

    private static MeetingResult Result(MeetingState meeting, IEnumerable<FollowUp> decided)
    {
        var items = meeting.Agenda.Where(i => i.Removed is null).ToList();
        return new(
            meeting.Arrangement!.Title, ChinaTime.DateOf(meeting.Arrangement.StartsAt), items.Count, items.Count(i => i.Reason == AgendaReason.OpenDecision),
            meeting.Session!.Attendance.Values.Count(a => a.Kind is AttendanceKind.Present or AttendanceKind.StandIn), meeting.Arrangement.Units.Count, FollowUpTally.Of(decided));
    }

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
