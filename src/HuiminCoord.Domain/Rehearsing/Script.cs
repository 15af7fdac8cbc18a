using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Tasks;
using HuiminCoord.Domain.Time;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Rehearsing;

/// <summary>Everything that people do in a rehearsal: a function of plan, holiday papers and seed, and of nothing else.</summary>
public static class Script
{
    /// <summary>What people do under the versions of a plan, each from its issue on until the next.</summary>
    /// <param name="versions">The versions in force, one after the other, with the instants of their issue.</param>
    public static IReadOnlyList<PlayedAction> Of(IReadOnlyList<IssuedPlan> versions, WorkingCalendars calendars, int seed)
    {
        ArgumentNullException.ThrowIfNull(versions);
        var all = versions.SelectMany((version, i) => Of(version.Plan, versions[0].Plan, calendars, seed, unit => versions.First(v => v.Plan.Unit(unit) is not null).At, versions[0].At)
            .Where(a => (i == 0 || a.At > version.At) && (i + 1 == versions.Count || a.At <= versions[i + 1].At)));
        return PlayedAction.InOrder(all);
    }

    /// <summary>All actions after the issue, in the order in which they happen.</summary>
    /// <param name="calendars">People live on the days as they turned out to be: the latest papers count.</param>
    public static IReadOnlyList<PlayedAction> Of(Plan plan, WorkingCalendars calendars, int seed, DateTimeOffset issuedAt) => Of(plan, plan, calendars, seed, _ => issuedAt, issuedAt);

    /// <param name="first">The first version, by which the supervision group was ordered.</param>
    /// <param name="joinedAt">A unit that joined later hears of the campaign then.</param>
    private static IReadOnlyList<PlayedAction> Of(Plan plan, Plan first, WorkingCalendars calendars, int seed, Func<UnitId, DateTimeOffset> joinedAt, DateTimeOffset issuedAt)
    {
        var calendar = calendars.Latest;
        var units = plan.Units.SelectMany(u => new UnitPlayer(seed, new UnitTerms(plan, u, calendars), calendar, joinedAt(u.Id)).All());
        var tasks = plan.Tasks.SelectMany(t => OfTask(plan, t, calendar, seed, issuedAt));
        var phases = plan.Phases.SelectMany(p => OfPhase(p, calendar, issuedAt));
        var meetings = new MeetingPlayer(seed, plan, calendar, issuedAt).All();
        var visits = new SupervisionPlayer(seed, plan, [.. first.Units.Select(u => u.Id).Where(u => u != first.Convenor)], calendar, issuedAt).All();
        var consolidations = new ConsolidationPlayer(seed, plan, calendar).All();
        return PlayedAction.InOrder(units.Concat(tasks).Concat(phases).Concat(meetings).Concat(visits).Concat(consolidations).Where(a => a.At > issuedAt));
    }

    /// <summary>The lead unit reports each month; now and then a task needs coordination for two weeks, or is forgotten.</summary>
    private static IEnumerable<PlayedAction> OfTask(Plan plan, TaskPlan task, WorkingCalendar calendar, int seed, DateTimeOffset issuedAt)
    {
        var lead = plan.Domain(task.Domain)!.Lead;
        var by = Recipients.Of(lead, SeatKind.Liaison);
        var months = Math.Max(1, Months(ChinaTime.DateOf(issuedAt), plan.Window.To));
        for (var month = 1; month <= months; month++)
        {
            var first = ChinaTime.DateOf(issuedAt).AddDays(1 - ChinaTime.DateOf(issuedAt).Day).AddMonths(month);
            var at = ChinaTime.At(calendar.RollForward(first.AddDays(9)), new TimeOnly(14, 0)).AddMinutes(SeededChoice.Of(seed, $"{task.Id}/{month}", 120));
            var key = $"play/{task.Id}/{first:yyyy-MM}";
            var choice = SeededChoice.Of(seed, $"{task.Id}/{month}/manner", 24);
            if (choice == 0)
            {
                yield return new PlayedAction.ToTask(at, by, $"{key}/blocked", task.Id, new TaskCommand.RaiseBlock(lead, "跨部门职责需要明确", "请联席办协调"));
                var solved = ChinaTime.At(calendar.AddWorkingDays(ChinaTime.DateOf(at), 9), new TimeOnly(15, 0));
                yield return new PlayedAction.ToTask(solved, Recipients.Office, $"{key}/solved", task.Id, new TaskCommand.SolveBlock("已协调明确分工"));
            }
            else if (choice != 1)
            {
                yield return new PlayedAction.ToTask(at, by, $"{key}/progress", task.Id, new TaskCommand.ReportProgress(lead, "本月按计划推进，佐证材料存本单位台账。", 100 * month / months));
            }
        }
    }

    private static IEnumerable<PlayedAction> OfPhase(PhasePlan phase, WorkingCalendar calendar, DateTimeOffset issuedAt)
    {
        var last = calendar.DoBy(phase.Window.To);
        var day = ChinaTime.At(last, new TimeOnly(16, 0)) <= issuedAt ? calendar.AddWorkingDays(ChinaTime.DateOf(issuedAt), 5) : last;
        foreach (var goal in phase.Goals)
        {
            yield return new PlayedAction.GoalOf(ChinaTime.At(day, new TimeOnly(16, 10)), Recipients.Office, $"play/{phase.Id}/{goal.Id}", phase.Id, goal.Id, "佐证材料已归档。");
        }

        // Reports still under review keep the gate shut; the office tries again each week.
        for (var week = 0; week < 6; week++)
        {
            var at = ChinaTime.At(calendar.RollForward(day.AddDays(7 * week)), new TimeOnly(16, 40));
            yield return new PlayedAction.PassGate(at, Recipients.Office, $"play/{phase.Id}/gate-{week}", phase.Id);
        }
    }

    private static int Months(DateOnly from, DateOnly to) => ((to.Year - from.Year) * 12) + to.Month - from.Month;
}

/// <summary>A plan version and the instant of its issue.</summary>
public sealed record IssuedPlan(Plan Plan, DateTimeOffset At);
