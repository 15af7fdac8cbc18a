using System.Globalization;
using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Plans.Amending;

/// <summary>Parts of a plan as lines for people. Two parts that differ in anything have different lines.</summary>
internal static class PlanWords
{
    internal static IReadOnlyList<(string Name, string Value)> Head(Plan plan) =>
    [
        ("title", plan.Title),
        ("district", plan.District.Name),
        ("document", $"{plan.Document.Number} {plan.Document.Issuer} {Day(plan.Document.IssuedOn)} {plan.Document.File}".TrimEnd()),
        ("window", Window(plan.Window)),
        ("convenor", plan.Convenor.Value),
    ];

    internal static IReadOnlyList<(string Name, string Value)> Settings(PlanSettings s) =>
    [
        ("roll", $"{s.Roll}"),
        ("cutoff", $"{s.Cutoff}"),
        ("digestAt", PlanJson.Time(s.DigestAt)),
        ("closeOfBusiness", PlanJson.Time(s.CloseOfBusiness)),
        ("longRestDays", Number(s.LongRestDays)),
        ("reviewWorkdays", Number(s.ReviewWorkdays)),
        ("correctionWorkdays", Number(s.CorrectionWorkdays)),
        ("staleTaskDays", Number(s.StaleTaskDays)),
        ("slowTaskDays", Number(s.SlowTaskDays)),
        ("officePhone", s.OfficePhone),
    ];

    internal static IReadOnlyList<(string Name, string Value)> Ladders(Plan plan) =>
        [.. plan.Ladders.OrderBy(l => l.Key).Select(l => ($"{l.Key}".ToLowerInvariant(), Ladder(l.Value)))];

    internal static string Unit(UnitPlan unit) => $"{unit.Name}（{string.Join("、", unit.Aliases)}）{unit.Table}";

    internal static string Domain(DomainPlan domain) =>
        $"{domain.Name}：{domain.Goal} {domain.Lead}（{string.Join("、", domain.Sections.Select(s => $"{s.Id} {s.Name}"))}）{Ids(domain.Cooperating)} ← {domain.Clause}";

    internal static string Task(TaskPlan task) =>
        $"{task.Domain}{Number(task.Number)} {task.Title} {task.Section} {Ids(task.Cooperating)} {string.Join("、", task.Venues)} ← {task.Clause}";

    internal static string Phase(PhasePlan phase) =>
        $"{phase.Title} {Window(phase.Window)}：{string.Join("；", phase.Goals.Select(g => $"{g.Id} {g.Text}"))} ← {phase.Clause}";

    internal static string Names(Plan plan, IEnumerable<UnitId> units) => string.Join("、", units.Select(u => plan.Unit(u)?.Name ?? u.Value));

    private static string Ladder(Ladder ladder) =>
        $"{string.Join("; ", ladder.Rungs.Select(r => $"{r.Id} {(r.Offset is { } o ? Number(o) : "issue")} {PlanJson.Time(r.At)} → {string.Join(",", r.To)}"))}; weekly {Number(ladder.Weekly)}";

    internal static string Window(DateWindow window) => $"{Day(window.From)} — {Day(window.To)}";

    private static string Ids(IEnumerable<UnitId> units) => string.Join("、", units.Select(u => u.Value));

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
