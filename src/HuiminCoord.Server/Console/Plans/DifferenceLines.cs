using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Amending;
using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>A difference of two versions, as pages say it.</summary>
/// <param name="Topic">报送时限, 提醒步骤 …</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Was">Empty for something new.</param>
/// <param name="Is">Empty for something that ends.</param>
public sealed record DifferenceLine(string Topic, string Subject, string Was, string Is);

/// <summary>Says in the page's language what <see cref="PlanComparison"/> found: things by their names instead of their ids.</summary>
internal sealed class DifferenceLines(PageWords words, Plan before, Plan after)
{
    private readonly Dictionary<string, Occurrence> _was = Occurrences(before), _is = Occurrences(after);
    private readonly PlanLines _say = new(words);
    private readonly FormDifferences _forms = new(words, before, after);

    private PageWords Words { get; } = words;

    /// <summary>All of them, in their order.</summary>
    internal IReadOnlyList<DifferenceLine> Of(IEnumerable<PlanDifference> differences) => [.. differences.Select(Line)];

    private DifferenceLine Line(PlanDifference d)
    {
        var (subject, was, becomes) = d.Kind switch
        {
            DifferenceKind.Head => (Words[$"plan.head.{d.Subject}"], Head(d.Subject, before, d.Was), Head(d.Subject, after, d.Is)),
            DifferenceKind.Setting => (Words[$"plan.setting.{d.Subject[(d.Subject.IndexOf('.', StringComparison.Ordinal) + 1)..]}"], d.Was, d.Is),
            DifferenceKind.Ladder => Ladder(d),
            DifferenceKind.Meeting => Meeting(d),
            DifferenceKind.ColumnAdded or DifferenceKind.ColumnEnds or DifferenceKind.Column => _forms.Column(d),
            DifferenceKind.RowAdded or DifferenceKind.RowEnds or DifferenceKind.Row => _forms.Row(d),
            DifferenceKind.Form => _forms.Fact(d),
            DifferenceKind.UnitJoins or DifferenceKind.UnitLeaves or DifferenceKind.Unit => Of(d, p => p.Units, u => u.Id.Value, u => u.Name, (_, u) => _say.Unit(u)),
            DifferenceKind.Domain => Of(d, p => p.Domains, x => x.Id, x => x.Name, _say.Domain),
            DifferenceKind.TaskAdded or DifferenceKind.TaskEnds or DifferenceKind.Task => Of(d, p => p.Tasks, t => t.Id.Value, t => t.Title, _say.Task),
            DifferenceKind.PhaseAdded or DifferenceKind.Phase => Of(d, p => p.Phases, p => p.Id.Value, p => p.Title, (_, p) => PlanLines.Phase(p)),
            DifferenceKind.Answer => (Question(d.Subject)?.Ask ?? d.Subject, d.Was, d.Is),
            DifferenceKind.Question => Of(d, p => p.Questions, q => q.Id, q => q.Ask, (_, q) => $"{q.Ask} {q.Default}"),
            DifferenceKind.Clause => Of(d, p => p.Clauses, c => c.Id, c => c.Where, (_, c) => c.Gist),
            DifferenceKind.Duty => (Title(d.Subject), Duty(_was, before, d.Subject), Duty(_is, after, d.Subject)),
            _ => (Title(d.Subject), d.Was, d.Is),
        };
        // Two things may be told apart by their ids alone: then the ids are said.
        return was == becomes ? new(Words[$"plan.diff.{d.Kind}"], subject, d.Was, d.Is) : new(Words[$"plan.diff.{d.Kind}"], subject, was, becomes);
    }

    private (string Subject, string Was, string Is) Of<T>(PlanDifference d, Func<Plan, IReadOnlyList<T>> list, Func<T, string> id, Func<T, string> name, Func<Plan, T, string> say)
        where T : class
    {
        var (was, becomes) = (list(before).FirstOrDefault(x => id(x) == d.Subject), list(after).FirstOrDefault(x => id(x) == d.Subject));
        return ((becomes ?? was) is { } seen ? name(seen) : d.Subject, was is null ? "" : say(before, was), becomes is null ? "" : say(after, becomes));
    }

    private (string Subject, string Was, string Is) Ladder(PlanDifference d)
    {
        var word = d.Subject[(d.Subject.IndexOf('.', StringComparison.Ordinal) + 1)..];
        var kind = Enum.GetValues<DutyKind>().First(k => string.Equals($"{k}", word, StringComparison.OrdinalIgnoreCase));
        return (Words[$"plan.kind.{kind}"], Ladder(before, kind), Ladder(after, kind));
    }

    private (string Subject, string Was, string Is) Meeting(PlanDifference d)
    {
        var word = d.Subject[(d.Subject.IndexOf('.', StringComparison.Ordinal) + 1)..];
        var kind = Enum.GetValues<MeetingKind>().First(k => string.Equals($"{k}", word, StringComparison.OrdinalIgnoreCase));
        return (Words[$"plan.meeting.{word}"], Meeting(before, kind), Meeting(after, kind));
    }

    private string Meeting(Plan plan, MeetingKind kind) => plan.Meetings?.GetValueOrDefault(kind) is { } meeting ? new PlanMeetings(Words).Line(plan, meeting) : "";

    private string Ladder(Plan plan, DutyKind kind) => plan.Ladders.TryGetValue(kind, out var ladder) ? _say.Ladder(ladder) : "";

    /// <summary>The convening unit is named by its id in the comparison.</summary>
    private string Head(string fact, Plan plan, string value) => fact == "convenor" ? _say.Names(plan, [plan.Convenor]) : value;

    private OpenQuestion? Question(string id) => after.Questions.FirstOrDefault(q => q.Id == id) ?? before.Questions.FirstOrDefault(q => q.Id == id);

    private string Title(string duty) => (_is.GetValueOrDefault(duty) ?? _was.GetValueOrDefault(duty))?.Title ?? duty;

    private string Duty(Dictionary<string, Occurrence> known, Plan plan, string duty) => known.TryGetValue(duty, out var occurrence) ? _say.Duty(plan, occurrence) : "";

    private static Dictionary<string, Occurrence> Occurrences(Plan plan) => plan.Duties.SelectMany(Occurrence.Of).ToDictionary(o => o.Id.Value);
}
