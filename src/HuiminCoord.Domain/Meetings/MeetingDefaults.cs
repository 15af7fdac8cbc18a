using System.Globalization;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Meetings;

/// <summary>How a meeting is held unless people say otherwise: as the plan says, or as usual where it says nothing.</summary>
public static class MeetingDefaults
{
    /// <summary>Who presides unless told; it goes into notices, which are Chinese.</summary>
    internal const string Convenor = "联席会议召集人";

    /// <summary>What holds for a kind.</summary>
    public static MeetingPlan Of(MeetingKind kind, Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Meetings?.GetValueOrDefault(kind) ?? new($"{{year}}年第{{n}}次{Name(kind)}", null, null, "", Convenor, 60, 2, 1, null, AgendaConsent.Convenor, null);
    }

    /// <summary>Who presides: over a unit's own meeting its head, unless the plan names somebody beside the convenor.</summary>
    public static string Chair(MeetingPlan meeting, Plan plan, UnitId? holder)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(plan);
        return holder is { } unit && meeting.Chair is "" or Convenor ? $"{AgendaTexts.Short(AgendaComposer.NameOf(plan, unit), 30)}负责同志" : meeting.Chair;
    }

    /// <summary>The title of the next meeting of a kind.</summary>
    /// <param name="day">When it is held.</param>
    /// <param name="before">Days of the meetings of the kind that are not cancelled.</param>
    public static string Title(MeetingPlan meeting, DateOnly day, IEnumerable<DateOnly> before)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        var yearly = meeting.Title.Contains("{year}", StringComparison.Ordinal);
        var number = before.Count(b => !yearly || b.Year == day.Year) + 1;
        return meeting.Title.Replace("{year}", day.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{n}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    /// <summary>Who attends, in the order of the plan.</summary>
    /// <param name="holder">The unit that holds it; it sits there always, and alone where the plan says nothing. Null = the joint meeting's own.</param>
    public static IReadOnlyList<UnitId> Units(MeetingPlan meeting, Plan plan, UnitId? holder = null)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(plan);
        return holder is null ? meeting.Units ?? [.. plan.Units.Select(u => u.Id)] : [.. plan.Units.Select(u => u.Id).Where(u => u == holder || meeting.Units?.Contains(u) == true)];
    }

    /// <summary>What of a composed agenda the kind takes up. An item for which plans have no word is not dropped; members are changed by the joint meeting alone (五、（一）).</summary>
    /// <param name="holder">
    /// The unit that holds it: it speaks of what is its own. What is about nobody in particular, as gates and open questions are, it takes up where the plan says so.
    /// Null = the joint meeting's own, which speaks of all units.
    /// </param>
    public static IReadOnlyList<AgendaItem> Agenda(MeetingKind kind, MeetingPlan meeting, IReadOnlyList<AgendaItem> composed, UnitId? holder = null)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(composed);
        IReadOnlyList<AgendaItem> fitting = kind is MeetingKind.Plenary or MeetingKind.Topic ? composed
            : [.. composed.Where(i => i.Reason != AgendaReason.MemberChange && (holder is not { } unit || i.Units.Contains(unit) || (i.Units.Count == 0 && meeting.Agenda is not null)))];
        return meeting.Agenda is not { } topics ? fitting
            : [.. from item in fitting
                  let topic = Topic(item.Reason)
                  let taken = topics.FirstOrDefault(t => t.Topic == topic)
                  where topic is null || taken is not null
                  select taken?.Minutes is { } minutes ? item with { Minutes = minutes } : item];
    }

    /// <summary>The agenda of the kind as the registers give it now.</summary>
    /// <param name="split">Rows that stand in a part of their item, and its id.</param>
    /// <param name="holder">The unit that holds it; null = the joint meeting's own.</param>
    internal static IReadOnlyList<AgendaItem> Composed(MeetingKind kind, MeetingTerms terms, IReadOnlyDictionary<string, string> split, UnitId? holder) =>
        Agenda(kind, Of(kind, terms.Plan), AgendaComposer.Compose(terms.Facts!, terms.Plan, terms.Calendar, split), holder);

    /// <summary>A warning when answers leave fewer units than the plan asks for. A stand-in counts as coming.</summary>
    public static IEnumerable<TimeWarning> Quorum(MeetingState state, Plan plan)
    {
        ArgumentNullException.ThrowIfNull(state);
        var units = state.Arrangement!.Units;
        var most = units.Count - units.Count(u => state.Replies.TryGetValue(u.Value, out var reply) && reply.Kind == MeetingReplyKind.Absent);
        return state.Stage == MeetingStage.Noticed && Of(state.Kind, plan).Quorum?.Of(units.Count) is { } needed && most < needed
            ? [new(TimeWarningKind.Quorum, most.ToString(CultureInfo.InvariantCulture), needed.ToString(CultureInfo.InvariantCulture))]
            : [];
    }

    private static AgendaTopic? Topic(AgendaReason reason) => reason switch
    {
        AgendaReason.BlockedTask or AgendaReason.TaskDispute => AgendaTopic.BlockedTasks,
        AgendaReason.PhaseGate => AgendaTopic.PhaseGates,
        AgendaReason.OpenQuestions => AgendaTopic.OpenQuestions,
        AgendaReason.OpenDecision => AgendaTopic.OpenDecisions,
        AgendaReason.NotReported => AgendaTopic.NotReported,
        AgendaReason.SupervisionProblem => AgendaTopic.SupervisionProblems,
        _ => null,
    };

    private static string Name(MeetingKind kind) => kind switch
    {
        MeetingKind.Plenary => "全体会议",
        MeetingKind.Topic => "专题会议",
        MeetingKind.Liaison => "联络员会议",
        MeetingKind.Advance => "推进会",
        _ => "调度会",
    };
}
