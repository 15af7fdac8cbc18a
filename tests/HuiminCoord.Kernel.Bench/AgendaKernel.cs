using BenchmarkDotNet.Attributes;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Kernel.Bench;

/// <summary>An agenda over far more open rows than a district has: 10,000 duties of eleven units, every fifth a decision, every task blocked.</summary>
[MemoryDiagnoser]
public class AgendaKernel
{
    private const int Rows = 10_000;

    private static readonly DateOnly Today = new(2020, 11, 30);
    private static readonly DutyKind[] Kinds = [DutyKind.Monthly, DutyKind.Annual, DutyKind.Other, DutyKind.Monthly, DutyKind.Decision];

    private readonly WorkingCalendar _calendar = Shipped.Calendars.AsKnownOn(Today);

    private readonly AgendaFacts _facts = new(
        Today,
        [.. Enumerable.Range(0, Rows).Select(n => new AgendaDuty(
            Shipped.Plan.Units[n % Shipped.Plan.Units.Count].Id, new DutyId($"duty-{n}"), Kinds[n % Kinds.Length], $"事项{n}", Today.AddDays(-(n % 60) - 1), n % 7 == 0, n % 3 == 0))],
        [.. Shipped.Plan.Tasks.Select(t => new AgendaTask(t.Id, Today.AddDays(-20), "职责尚未明确", "请会议研究"))],
        [.. Shipped.Plan.Phases.Select(p => new AgendaGate(p.Id, p.Title, p.Window.To, 2))]);

    [Benchmark(Description = "AgendaComposer.Compose, 10,000 open rows")]
    public IReadOnlyList<AgendaItem> Compose() => AgendaComposer.Compose(_facts, Shipped.Plan, _calendar);
}
