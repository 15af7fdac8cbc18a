using System.Globalization;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Messages;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Meetings;

/// <summary>Problems of supervision that a meeting speaks of: 逾期未改, or with a later date asked for. One item per unit, never one per problem, unless the office has split it.</summary>
internal static class AgendaProblems
{
    private const int Minutes = 5;

    internal static IEnumerable<AgendaItem> Of(AgendaFacts facts, Plan plan, WorkingCalendar calendar, AgendaParts parts) =>
        from problem in facts.Problems
        where problem.IsLate(facts.Today) || problem.AskedUntil is not null
        group problem by (problem.Unit, Part: parts.Of(problem.Row)) into found
        orderby AgendaComposer.Rank(plan, found.Key.Unit), found.Key.Unit.Value, found.Key.Part.Length, found.Key.Part
        select Item(found.Key.Unit, AgendaParts.Id($"problems.{found.Key.Unit}", found.Key.Part), [.. found.OrderBy(p => p.Due).ThenBy(p => p.Row, StringComparer.Ordinal)], facts.Today, plan, calendar);

    private static AgendaItem Item(UnitId unit, string id, IReadOnlyList<AgendaProblem> problems, DateOnly today, Plan plan, WorkingCalendar calendar)
    {
        var name = AgendaComposer.NameOf(plan, unit);
        // Two lines of the one page: those that ask for a date come first, because only they can be answered.
        var said = problems.OrderBy(p => p.AskedUntil is null).Take(2).Select(p => State(p, today, calendar));
        return new AgendaItem(
            id, AgendaHeading.ToDecide, AgendaReason.SupervisionProblem, AgendaTexts.Fit(string.Create(CultureInfo.InvariantCulture, $"{name}督导问题{problems.Count}个：{string.Join("；", said)}{(problems.Count > 2 ? "等" : "")}。")),
            Proposal(problems.Any(p => p.IsLate(today)), problems.Any(p => p.AskedUntil is not null)), name, Minutes, [.. problems.Select(p => p.Row)], [unit]);
    }

    private static string State(AgendaProblem problem, DateOnly today, WorkingCalendar calendar)
    {
        var late = problem.IsLate(today) ? $"逾期未改，{DateWords.Countdown(problem.Due, today, calendar)}" : $"整改时限{DateWords.Day(problem.Due, today)}";
        var asked = problem.AskedUntil is { } until ? $"，申请延期至{DateWords.Day(until, today)}" : "";
        return $"{problem.Name} {AgendaTexts.Short(problem.Text, 30)}，{late}{asked}";
    }

    private static string Proposal(bool late, bool asked) => (late, asked) switch
    {
        (true, true) => "对延期申请作出答复；逾期的说明原因，明确整改完成日期。",
        (_, true) => "对延期申请作出答复。",
        _ => "说明未改原因，明确整改完成日期。",
    };
}
