using System.Globalization;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>Parts of a plan as lines for people, in the page's language.</summary>
internal sealed class PlanLines(PageWords words)
{
    /// <summary>Nine o'clock goes without saying: it is when all usual reminders come.</summary>
    private static readonly TimeOnly Usual = new(9, 0);

    private PageWords Words { get; } = words;

    /// <summary>每月28日（2020-09至2021-09）; 2020-12-03; 不设时限.</summary>
    internal string Schedule(DutySchedule schedule) => schedule switch
    {
        DutySchedule.Once once => once.OpensOn is { } opens ? Words["plan.due.opens", DateTexts.Short(once.Due), DateTexts.Short(opens)] : DateTexts.Short(once.Due),
        DutySchedule.Monthly m => Words["plan.due.monthly", m.Day, Month(m.From), Month(m.To)],
        _ => Words["plan.due.none"],
    };

    /// <summary>前5、前1个工作日 → 联络人；…</summary>
    internal string Rungs(IEnumerable<Rung> rungs)
    {
        var groups = new List<(string To, List<string> Moments)>();
        foreach (var rung in rungs)
        {
            var to = string.Join(Words["page.comma"], rung.To.Select(r => Words[$"plan.role.{r}"]));
            if (groups.Count == 0 || groups[^1].To != to)
            {
                groups.Add((to, []));
            }

            groups[^1].Moments.Add(Moment(rung));
        }

        return groups.Count == 0 ? "—" : string.Join(Words["plan.rung.next"], groups.Select(g => Words["plan.rung.to", string.Join(Words["page.comma"], g.Moments), g.To]));
    }

    /// <summary>A whole ladder in a line.</summary>
    internal string Ladder(Ladder ladder) =>
        Rungs(ladder.Rungs) + (ladder.Weekly == 0 ? "" : Words["plan.rung.next"] + Words["plan.rung.weekly", ladder.Weekly]);

    /// <summary>Names of units; all of them in one word.</summary>
    internal string Debtors(Plan plan, IReadOnlyList<UnitId> units) =>
        units.Count == plan.Units.Count ? Words["plan.units.all", units.Count] : Names(plan, units);

    /// <summary>Names of units, in order.</summary>
    internal string Names(Plan plan, IEnumerable<UnitId> units) =>
        string.Join(Words["page.comma"], units.Select(u => plan.Unit(u)?.Name ?? u.Value));

    /// <summary>Where a clause stands and what it says; the id where there is none.</summary>
    internal static string Clause(Plan plan, string id) => plan.Clauses.FirstOrDefault(c => c.Id == id) is { } clause ? $"{clause.Where}：{clause.Gist}" : id;

    /// <summary>A unit with its other names and its table.</summary>
    internal string Unit(UnitPlan unit) =>
        unit.Name + (unit.Aliases.Count == 0 ? "" : Words["plan.unit.aliases", string.Join(Words["page.comma"], unit.Aliases)]) + Words["plan.unit.table", Words[$"plan.table.{unit.Table}"]];

    /// <summary>A domain with its lead, sections and units.</summary>
    internal string Domain(Plan plan, DomainPlan domain) => Words[
        "plan.domain.line", domain.Goal, Names(plan, [domain.Lead]), string.Join(Words["page.comma"], domain.Sections.Select(s => s.Name)), Names(plan, domain.Cooperating)];

    /// <summary>A task with its section and units.</summary>
    internal string Task(Plan plan, TaskPlan task) => Words[
        "plan.task.line", task.Title, plan.Domain(task.Domain)?.Sections.FirstOrDefault(s => s.Id == task.Section)?.Name ?? task.Section, Names(plan, task.Cooperating)];

    /// <summary>A phase with its days and goals.</summary>
    internal static string Phase(PhasePlan phase) =>
        $"{phase.Title}（{DateTexts.Short(phase.Window.From)} – {DateTexts.Short(phase.Window.To)}）{string.Join(" ", phase.Goals.Select((g, i) => $"{i + 1}. {g.Text}"))}";

    /// <summary>A duty of a month or a day, without its date.</summary>
    internal string Duty(Plan plan, Occurrence occurrence)
    {
        var duty = occurrence.Duty;
        var parts = duty.Parts.Count == 0 ? "" : Words["plan.duty.parts", string.Join(Words["page.comma"], duty.Parts.Select(p => Words[$"plan.part.{p}"]))];
        var phase = duty.Phase is { } id ? Words["plan.duty.phase", plan.Phase(id)?.Title ?? id.Value] : "";
        var opens = occurrence.OpensOn is { } day ? Words["plan.duty.opens", DateTexts.Short(day)] : "";
        return $"{occurrence.Title}{parts}{phase}{opens}{Words["plan.duty.clause", plan.Clauses.FirstOrDefault(c => c.Id == duty.Clause)?.Where ?? duty.Clause]}";
    }

    /// <summary>2020-09.</summary>
    internal static string Month(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>09:00.</summary>
    internal static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private string Moment(Rung rung)
    {
        var day = rung.Offset switch
        {
            null => Words["plan.rung.issue"],
            0 => Words["plan.rung.due"],
            < 0 => Words["plan.rung.before", -rung.Offset.Value],
            _ => Words["plan.rung.after", rung.Offset.Value],
        };
        return rung.At == Usual ? day : $"{day} {Time(rung.At)}";
    }
}
