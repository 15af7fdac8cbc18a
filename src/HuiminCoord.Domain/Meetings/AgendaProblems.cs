using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Messages;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Meetings;

/// <summary>Problems of supervision that a meeting speaks of: 逾期未改, or with a later date asked for. One item per unit, never one per problem.</summary>
internal static class AgendaProblems
{
    private const int Minutes = 5;

    internal static IEnumerable<AgendaItem> Of(AgendaFacts facts, Plan plan, WorkingCalendar calendar) =>
        from problem in facts.Problems
        where problem.IsLate(facts.Today) || problem.AskedUntil is not null
        group problem by problem.Unit into found
        orderby plan.Units.TakeWhile(u => u.Id != found.Key).Count(), found.Key.Value
        select Item(found.Key, [.. found.OrderBy(p => p.Due).ThenBy(p => p.Row, StringComparer.Ordinal)], facts.Today, plan, calendar);

    private static AgendaItem Item(UnitId unit, IReadOnlyList<AgendaProblem> problems, DateOnly today, Plan plan, WorkingCalendar calendar)
    {
        var name = plan.Unit(unit)?.Name ?? unit.Value;
        var asked = problems.Any(p => p.AskedUntil is not null);
        return new AgendaItem(
            $"problems.{unit}", AgendaHeading.ToDecide, AgendaReason.SupervisionProblem, AgendaTexts.Fit($"{name}：{string.Join("；", problems.Select(p => State(p, today, calendar)))}。"),
            asked ? "对延期申请作出答复。" : "说明未改原因，明确整改完成日期。", name, Minutes, [.. problems.Select(p => p.Row)], [unit]);
    }

    private static string State(AgendaProblem problem, DateOnly today, WorkingCalendar calendar)
    {
        var late = problem.IsLate(today) ? $"逾期未改，{DateWords.Countdown(problem.Due, today, calendar)}" : $"整改时限{DateWords.Day(problem.Due, today)}";
        var asked = problem.AskedUntil is { } until ? $"，申请延期至{DateWords.Day(until, today)}" : "";
        return $"督导问题{problem.Name} {problem.Text}{late.Insert(0, "，")}{asked}";
    }
}
