using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Tests.Simulation.Reference;

/// <summary>What an agenda composes of the facts, and what composing again leaves of the one before.</summary>
internal static class MeetingAgenda
{
    /// <summary>Facts are fresh; what people worded, removed and ordered stays; what is settled goes; what people entered stays.</summary>
    public static void Compose(ReferenceMeeting meeting, ReferenceFacts facts, DateTime now)
    {
        var (before, after) = (meeting.Agenda, new List<ReferenceItem>());
        foreach (var fresh in Taken(meeting.Kind, meeting.PlanAt(now), facts))
        {
            var known = before.Find(i => i.Id == fresh.Id);
            after.Add(known is null ? fresh
                : known.Worded ? fresh with { Removed = known.Removed, Worded = true, Proposal = known.Proposal, Owner = known.Owner, Minutes = known.Minutes }
                : fresh with { Removed = known.Removed });
        }

        after.AddRange(before.Where(i => i.IsEntered));
        var ordered = after.Where(i => before.Exists(b => b.Id == i.Id)).OrderBy(i => before.FindIndex(b => b.Id == i.Id)).Concat(after.Where(i => !before.Exists(b => b.Id == i.Id)));
        meeting.Agenda = [.. ByHeading(ordered)];
    }

    /// <summary>Heading by heading; under each in the order given.</summary>
    public static IEnumerable<ReferenceItem> ByHeading(IEnumerable<ReferenceItem> items) => Enum.GetValues<AgendaHeading>().SelectMany(h => items.Where(i => i.Heading == h));

    /// <summary>What the kind of meeting takes up by itself. Members are for the joint meeting alone.</summary>
    private static IEnumerable<ReferenceItem> Taken(MeetingKind kind, Plan plan, ReferenceFacts facts)
    {
        var topics = plan.Meetings?.GetValueOrDefault(kind)?.Agenda;
        foreach (var item in Composed(plan, facts))
        {
            var topic = topics?.FirstOrDefault(t => Speaks(t.Topic) == item.Reason);
            if (item.Reason == AgendaReason.MemberChange ? kind is MeetingKind.Plenary or MeetingKind.Topic : topics is null || topic is not null)
            {
                yield return item with { Fact = facts.Sentences.GetValueOrDefault(item.Id, ""), Minutes = topic?.Minutes ?? item.Minutes };
            }
        }
    }

    private static AgendaReason? Speaks(AgendaTopic topic) => topic switch
    {
        AgendaTopic.OpenDecisions => AgendaReason.OpenDecision,
        AgendaTopic.NotReported => AgendaReason.NotReported,
        AgendaTopic.OpenQuestions => AgendaReason.OpenQuestions,
        _ => null,
    };

    private static IEnumerable<ReferenceItem> Composed(Plan plan, ReferenceFacts facts)
    {
        var asked = plan.Questions.Where(q => q.Answer is null).Select(q => $"question/{q.Id}").ToList();
        if (asked.Count > 0)
        {
            yield return new("questions", AgendaHeading.ToDecide, AgendaReason.OpenQuestions, "", "逐项明确，或同意继续按默认办理。", "召集人", 10, string.Join(' ', asked), "");
        }

        foreach (var owed in facts.Owed.Where(o => o.Kind == DutyKind.Decision).OrderBy(o => o.Due ?? DateOnly.MaxValue).ThenBy(o => Place(plan, o.Unit)).ThenBy(o => o.Duty, StringComparer.Ordinal))
        {
            yield return new($"decision.{owed.Unit}.{owed.Duty}", AgendaHeading.CarriedOver, AgendaReason.OpenDecision, "", owed.Asked is null ? "说明进展，明确完成日期。" : "对延期申请作出答复。", Name(plan, owed.Unit), 3, owed.Row, owed.Unit.Value);
        }

        foreach (var late in facts.Owed.Where(o => o.Kind != DutyKind.Decision).GroupBy(o => (o.Unit, o.Kind)).OrderBy(g => Place(plan, g.Key.Unit)).ThenBy(g => g.Key.Kind))
        {
            yield return Late(plan, late.Key.Unit, late.Key.Kind, [.. late.OrderBy(o => o.Due ?? DateOnly.MaxValue).ThenBy(o => o.Duty, StringComparer.Ordinal)]);
        }

        foreach (var seat in facts.Seats.OrderBy(s => Place(plan, s.Unit)))
        {
            yield return new($"seat.{seat.Unit}", AgendaHeading.Members, AgendaReason.MemberChange, "", $"同意由{seat.Holder}担任联席会议成员。", Name(plan, seat.Unit), 3, $"member/{seat.Unit}", seat.Unit.Value);
        }
    }

    /// <summary>One item per unit and kind, never one per duty.</summary>
    private static ReferenceItem Late(Plan plan, UnitId unit, DutyKind kind, List<OwedFact> owed)
    {
        var (proposal, owner) = owed.Exists(o => o.Asked is not null) ? ("对延期申请作出答复。", "联席办主任")
            : owed.TrueForAll(o => o.Returned) ? ("按退回意见修改后重报。", Name(plan, unit))
            : ("电话沟通，明确报送日期。", $"{Name(plan, unit)}、联席办");
        return new($"late.{unit}.{kind.ToString().ToLowerInvariant()}", AgendaHeading.NotReported, AgendaReason.NotReported, "", proposal, owner, 3, string.Join(' ', owed.Select(o => o.Row)), unit.Value);
    }

    private static string Name(Plan plan, UnitId unit) => plan.Unit(unit)?.Name ?? unit.Value;

    /// <summary>In the order of the plan; who is no member any more comes last.</summary>
    private static int Place(Plan plan, UnitId unit) => plan.Units.Select(u => u.Id).ToList().IndexOf(unit) is var place && place < 0 ? int.MaxValue : place;
}
