using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Meetings;

/// <summary>Composes an agenda from what the registers say: a pure function, so the same facts give the same agenda.</summary>
/// <remarks>
/// Open decisions come one by one, oldest first; what a unit owes otherwise is one item per unit and kind, never one per duty.
/// No duty stands in two items, and no open decision is missing. What the office has split stands in its parts.
/// </remarks>
public static class AgendaComposer
{
    private const int MinutesToDecide = 10;
    private const int MinutesOtherwise = 3;

    /// <summary>The items, heading by heading.</summary>
    /// <param name="facts">What the registers say.</param>
    /// <param name="plan">The plan in force: names, order of units, open questions.</param>
    /// <param name="calendar">As known on the day.</param>
    /// <param name="split">Rows that stand in a part of an item, and its id; null = nothing was split.</param>
    public static IReadOnlyList<AgendaItem> Compose(AgendaFacts facts, Plan plan, WorkingCalendar calendar, IReadOnlyDictionary<string, string>? split = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(calendar);
        var parts = new AgendaParts(split);
        return
        [
            .. Blocked(facts, plan), .. AgendaProblems.Of(facts, plan, calendar, parts), .. Gates(facts, calendar), .. Questions(plan, parts), .. Decisions(facts, plan, calendar), .. NotReported(facts, plan, calendar, parts),
            .. Members(facts, plan),
        ];
    }

    /// <summary>Of a unit that joins everybody may read; of one that leaves, and of who sits for whom, only whom it is about.</summary>
    private static IEnumerable<AgendaItem> Members(AgendaFacts facts, Plan plan) =>
        (facts.Members ?? []).OrderBy(m => m.Kind).ThenBy(m => Rank(plan, m.Unit)).ThenBy(m => m.Unit.Value, StringComparer.Ordinal).Select(m => new AgendaItem(
            m.Kind == MemberMatterKind.Seat ? $"seat.{m.Unit}" : $"member.{m.Kind.ToString().ToLowerInvariant()}.{m.Unit}", AgendaHeading.Members, AgendaReason.MemberChange,
            AgendaTexts.Member(m, NameOf(plan, m.Unit), facts.Today), AgendaTexts.MemberProposal(m), m.Kind == MemberMatterKind.Seat ? AgendaTexts.Short(NameOf(plan, m.Unit), AgendaItem.LongestOwner) : AgendaTexts.Office,
            MinutesOtherwise, [MemberRuling.RowOf(m)], m.Kind == MemberMatterKind.Add ? [] : [m.Unit], Subject: m.Subject));

    private static IEnumerable<AgendaItem> Blocked(AgendaFacts facts, Plan plan) =>
        from blocked in facts.Tasks
        let task = plan.Task(blocked.Task)
        where task is not null
        let domain = plan.Domain(task.Domain)
        where domain is not null
        orderby blocked.Since, blocked.Task.Value
        select new AgendaItem(
            $"{(blocked.Dispute is null ? "blocked" : "dispute")}.{blocked.Task}", AgendaHeading.ToDecide, blocked.Dispute is null ? AgendaReason.BlockedTask : AgendaReason.TaskDispute,
            AgendaTexts.Task(task, domain.Name, blocked, plan, facts.Today), AgendaTexts.TaskProposal(blocked), OwnerOf(task, domain, blocked, plan), MinutesToDecide,
            [$"task/{blocked.Task}"], [.. Disputing(blocked).Union([domain.Lead, .. task.Cooperating])]);

    private static IEnumerable<UnitId> Disputing(AgendaTask blocked) => blocked.Dispute is { } dispute ? [dispute.By, dispute.With] : [];

    /// <summary>Both sides of a dispute speak to it.</summary>
    private static string OwnerOf(TaskPlan task, DomainPlan domain, AgendaTask blocked, Plan plan) => AgendaTexts.Short(
        blocked.Dispute is not null ? string.Join("、", Disputing(blocked).Select(u => NameOf(plan, u)))
        : domain.Sections.FirstOrDefault(s => s.Id == task.Section)?.Name ?? NameOf(plan, domain.Lead), AgendaItem.LongestOwner);

    private static IEnumerable<AgendaItem> Gates(AgendaFacts facts, WorkingCalendar calendar) =>
        facts.Gates.OrderBy(g => g.ClosesOn).ThenBy(g => g.Phase.Value, StringComparer.Ordinal).Select(g => new AgendaItem(
            $"gate.{g.Phase}", AgendaHeading.ToDecide, AgendaReason.PhaseGate, AgendaTexts.Gate(g, facts.Today, calendar),
            g.GoalsOpen == 0 ? "组织验收。" : "对照目标逐项落实后组织验收。", AgendaTexts.Office, MinutesToDecide, [$"phase/{g.Phase}"], []));

    private static IEnumerable<AgendaItem> Questions(Plan plan, AgendaParts parts) =>
        from question in plan.Questions
        where question.Answer is null
        group question by parts.Of($"question/{question.Id}") into open
        orderby open.Key.Length, open.Key
        select new AgendaItem(
            AgendaParts.Id("questions", open.Key), AgendaHeading.ToDecide, AgendaReason.OpenQuestions, AgendaTexts.Questions([.. open]), "逐项明确，或同意继续按默认办理。", "召集人", MinutesToDecide,
            [.. open.Select(q => $"question/{q.Id}")], []);

    private static IEnumerable<AgendaItem> Decisions(AgendaFacts facts, Plan plan, WorkingCalendar calendar) =>
        facts.Duties.Where(d => d.Kind == DutyKind.Decision)
            .OrderBy(d => d.Due ?? DateOnly.MaxValue).ThenBy(d => Rank(plan, d.Unit)).ThenBy(d => d.Unit.Value, StringComparer.Ordinal).ThenBy(d => d.Duty.Value, StringComparer.Ordinal)
            .Select(d => new AgendaItem(
                $"decision.{d.Unit}.{d.Duty}", AgendaHeading.CarriedOver, AgendaReason.OpenDecision, AgendaTexts.Decision(d, facts.Today, calendar),
                d.AskedUntil is null ? "说明进展，明确完成日期。" : "对延期申请作出答复。", NameOf(plan, d.Unit), MinutesOtherwise, [Row(d)], [d.Unit]));

    private static IEnumerable<AgendaItem> NotReported(AgendaFacts facts, Plan plan, WorkingCalendar calendar, AgendaParts parts) =>
        from duty in facts.Duties
        where duty.Kind != DutyKind.Decision && (duty.IsLate(facts.Today) || duty.Returned || duty.AskedUntil is not null)
        group duty by (duty.Unit, duty.Kind, Part: parts.Of(Row(duty))) into owed
        orderby Rank(plan, owed.Key.Unit), owed.Key.Unit.Value, owed.Key.Kind, owed.Key.Part.Length, owed.Key.Part
        select Group(owed.Key.Unit, AgendaParts.Id($"late.{owed.Key.Unit}.{owed.Key.Kind.ToString().ToLowerInvariant()}", owed.Key.Part), [.. owed.OrderBy(d => d.Due ?? DateOnly.MaxValue).ThenBy(d => d.Duty.Value, StringComparer.Ordinal)], facts.Today, plan, calendar);

    private static AgendaItem Group(UnitId unit, string id, IReadOnlyList<AgendaDuty> duties, DateOnly today, Plan plan, WorkingCalendar calendar)
    {
        var name = NameOf(plan, unit);
        var (proposal, owner) = AgendaTexts.Answer(duties, name);
        var fact = AgendaTexts.Fit($"{name}：{string.Join("；", duties.Select(d => AgendaTexts.State(d, today, calendar)))}。");
        return new AgendaItem(id, AgendaHeading.NotReported, AgendaReason.NotReported, fact, proposal, owner, MinutesOtherwise, [.. duties.Select(Row)], [unit]);
    }

    private static string Row(AgendaDuty duty) => $"obligation/{duty.Unit}/{duty.Duty}";

    internal static string NameOf(Plan plan, UnitId unit) => plan.Unit(unit)?.Name ?? unit.Value;

    /// <summary>The plan's order; a unit that has left comes last.</summary>
    internal static int Rank(Plan plan, UnitId unit) => plan.Units.TakeWhile(u => u.Id != unit).Count();
}
