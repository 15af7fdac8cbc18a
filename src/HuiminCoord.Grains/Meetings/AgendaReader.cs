using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Phases;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Amending;
using HuiminCoord.Domain.Tasks;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Phases;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Grains.Supervision;
using HuiminCoord.Grains.Units;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Grains.Meetings;

/// <summary>What an agenda is composed from: the registers as of the last relay batch.</summary>
public sealed class AgendaReader(CoordinationDatabase database)
{
    /// <summary>The plan version that the campaign works by.</summary>
    /// <exception cref="InvalidOperationException">The campaign was not issued: doors ask first.</exception>
    public async Task<int> PlanInForce(string campaign)
    {
        await using var db = database.OpenToRead();
        return (await db.Campaigns.FindAsync(campaign) ?? throw new InvalidOperationException($"{campaign} was not issued.")).PlanVersion;
    }

    /// <summary>Everything that a meeting may have to speak of.</summary>
    /// <param name="plan">The plan in force.</param>
    /// <param name="calendar">As known today.</param>
    /// <param name="today">Asia/Shanghai.</param>
    public async Task<AgendaFacts> Facts(Plan plan, WorkingCalendar calendar, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(calendar);
        await using var db = database.OpenToRead();
        var campaign = plan.Campaign.Value;
        return new(today, await Duties(db, campaign, today), await Blocked(db, campaign), await Gates(db, campaign, calendar, today), await Members(db, plan, today)) { Problems = await ProblemReader.Open(db, campaign) };
    }

    /// <summary>What the meeting has not decided: who sits for a unit, and which units join or leave.</summary>
    private static async Task<IReadOnlyList<AgendaMember>> Members(CoordinationDb db, Plan plan, DateOnly today)
    {
        var campaign = plan.Campaign.Value;
        var asked = (await db.Units.Where(u => u.Campaign == campaign && u.Active && u.Payload != "{}").OrderBy(u => u.Unit).ToListAsync())
            .Select(u => (u.Unit, MemberBook.Of(u)?.Pending)).Where(u => u.Pending is { Agreed: null }).ToList();
        var units = asked.Select(a => a.Unit).ToList();
        var leaders = await db.Seats.Where(s => s.Campaign == campaign && units.Contains(s.Unit) && s.Seat == "leader" && s.ValidFrom <= today && (s.ValidTo == null || s.ValidTo >= today)).ToListAsync();
        var wishes = StoredJson.Read<MembershipWishes>((await db.Campaigns.FindAsync(campaign))!.Payload).Wishes;
        return
        [
            .. asked.Select(a => new AgendaMember(MemberMatterKind.Seat, new UnitId(a.Unit), a.Pending!.Holder, a.Pending.Title, leaders.FirstOrDefault(s => s.Unit == a.Unit)?.Holder, a.Pending.WishedFrom, a.Pending.Reason)),
            .. wishes.Where(w => !w.IsFulfilledBy(plan)).Select(w => AgendaMember.Of(w, plan)),
        ];
    }

    /// <summary>Open decisions, and of the rest what is late, came back, or waits for a later date.</summary>
    private static async Task<IReadOnlyList<AgendaDuty>> Duties(CoordinationDb db, string campaign, DateOnly today)
    {
        var decision = DutyKind.Decision.ToString().ToLowerInvariant();
        var rows = await db.Obligations
            .Where(o => o.Campaign == campaign && Stages.Unfinished.Contains(o.Stage) && !o.EnteredLate)
            .Where(o => !db.Problems.Any(p => p.Campaign == campaign && p.Unit == o.Unit && p.Duty == o.Duty))
            .Where(o => o.Kind == decision || (!o.Reported && o.Due < today) || o.Stage == Stages.Returned || o.ExtensionStage == "asked")
            .OrderBy(o => o.Unit).ThenBy(o => o.Duty)
            .Select(o => new { o.Unit, o.Duty, o.Kind, o.Title, o.Due, o.Stage, o.Reported, o.ExtensionStage, o.ExtensionTo, o.ExtensionReason })
            .ToListAsync();
        return [.. rows.Select(o => new AgendaDuty(
            new UnitId(o.Unit), new DutyId(o.Duty), Enum.Parse<DutyKind>(o.Kind, ignoreCase: true), o.Title, o.Due, o.Stage == Stages.Returned, o.Reported,
            o.ExtensionStage == "asked" ? o.ExtensionTo : null, o.ExtensionStage == "asked" ? o.ExtensionReason : null))];
    }

    /// <summary>What units said when they asked for coordination stands in the audit.</summary>
    private static async Task<IReadOnlyList<AgendaTask>> Blocked(CoordinationDb db, string campaign)
    {
        var blocked = await db.Tasks.Where(t => t.Campaign == campaign && t.BlockedSince != null).OrderBy(t => t.Task).Select(t => t.Task).ToListAsync();
        var keys = blocked.Select(task => $"{campaign}/{task}").ToList();
        var told = await db.Audit.Where(a => a.GrainType == Rooms.Task && keys.Contains(a.GrainKey) && a.EventType == "task.blocked").OrderBy(a => a.Seq).Select(a => new { a.GrainKey, a.Body }).ToListAsync();
        return [.. told.GroupBy(a => a.GrainKey).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
        {
            var last = (TaskEvent.Blocked)StoredJson.Read<TaskEvent>(g.Last().Body);
            return new AgendaTask(new TaskId(RoomKey.IdOf(g.Key)), ChinaTime.DateOf(last.At), last.What, last.Proposal, last.With is { } with ? (last.Unit, with) : null);
        })];
    }

    /// <summary>As near as the office is told of it, or missed, and not passed or waived.</summary>
    private static async Task<IReadOnlyList<AgendaGate>> Gates(CoordinationDb db, string campaign, WorkingCalendar calendar, DateOnly today)
    {
        var rows = await db.Phases.Where(p => p.Campaign == campaign && (p.Stage == "running" || p.Stage == "at-gate")).OrderBy(p => p.ClosesOn).ThenBy(p => p.Phase).ToListAsync();
        return [.. rows.Where(p => PhaseRules.IsNear(p.ClosesOn, calendar, today)).Select(Gate)];
    }

    private static AgendaGate Gate(PhaseRow row)
    {
        var detail = StoredJson.Read<PhaseDetail>(row.Payload);
        return new(new PhaseId(row.Phase), detail.Title, row.ClosesOn, detail.Goals.Except(detail.GoalsMet).Count());
    }
}
