using HuiminCoord.Domain.Meetings;

namespace HuiminCoord.Domain.Tests.Simulation.Reference;

/// <summary>What a meeting decides: something to do, an owner and a day.</summary>
internal static class MeetingDecided
{
    public static List<string> Refuse(ReferenceMeeting meeting, MeetingCommand command, DateTime now)
    {
        var decisions = meeting.Session!.Decisions;
        return command switch
        {
            MeetingCommand.RecordDecision c =>
            [
                .. Wording(meeting, c.Wording, now),
                .. Verdict.Reasons(("agenda.item-unknown", c.Item is not null && !MeetingSitting.IsOn(meeting, c.Item)), ("decision.too-many", decisions.Count >= 60)),
            ],
            MeetingCommand.ChangeDecision c => decisions.Find(d => d.Number == c.Number) is not { } known ? ["decision.unknown"] : [.. Wording(meeting, c.Wording, now), .. Verdict.Reasons(("decision.dropped", known.Dropped is not null))],
            MeetingCommand.DropDecision c => decisions.Exists(d => d.Number == c.Number) ? MeetingItems.ShortReason(c.Reason) : ["decision.unknown"],
            _ => throw new InvalidOperationException(command.ToString()),
        };
    }

    public static void Apply(ReferenceMeeting meeting, MeetingCommand command, DateTime now)
    {
        var decisions = meeting.Session!.Decisions;
        switch (command)
        {
            case MeetingCommand.RecordDecision c:
                decisions.Add(Worded(meeting, decisions.Count + 1, c.Item, c.Wording, now));
                break;
            case MeetingCommand.ChangeDecision c:
                var known = decisions.FindIndex(d => d.Number == c.Number);
                decisions[known] = Worded(meeting, c.Number, decisions[known].Item, c.Wording, now);
                break;
            case MeetingCommand.DropDecision c:
                var place = decisions.FindIndex(d => d.Number == c.Number);
                decisions[place] = decisions[place] with { Dropped = decisions[place].Dropped ?? c.Reason.Trim() };
                break;
        }
    }

    /// <summary>As it is read in a list: without line breaks, without the full stop at its end, and never longer than the list has room.</summary>
    public static string Title(string text)
    {
        var bare = text.ReplaceLineEndings(" ").Trim().TrimEnd('。', '；', '.').TrimEnd();
        return bare.Length <= 60 ? bare : bare[..59] + "…";
    }

    private static List<string> Wording(ReferenceMeeting meeting, DecisionWording w, DateTime now)
    {
        var (plan, today) = (meeting.PlanAt(now), DateOnly.FromDateTime(now));
        return Verdict.Reasons(
            ("decision.text-needed", Title(w.Text).Length == 0),
            ("agenda.text-too-long", w.Text.Length > MeetingItems.LongestText || w.Dissent.Length > MeetingItems.LongestText),
            ("text.too-long", w.Text.Length > 4000 || w.Clause.Length > 60),
            ("decision.owner-needed", w.Owner is null),
            ("unit.unknown", (w.Owner is { } owner && plan.Unit(owner) is null) || w.With.Any(u => plan.Unit(u) is null)),
            ("decision.due-needed", w.Due is not null == w.Workdays is not null),
            ("decision.workdays-out-of-range", w.Workdays is < 1 or > 250),
            ("decision.due-past", w.Due < today),
            ("due.too-far", w.Due > today.AddYears(2)));
    }

    /// <summary>Who cooperates stands in the order of the plan, each once, and never the owner.</summary>
    private static ReferenceDecision Worded(ReferenceMeeting meeting, int number, string? item, DecisionWording w, DateTime now) => new(
        number, item, w.Text.Trim(), w.Owner!.Value, string.Join(' ', meeting.PlanAt(now).Units.Select(u => u.Id).Where(u => w.With.Contains(u) && u != w.Owner)), w.Due, w.Workdays, w.Clause.Trim(), w.Dissent.Trim());
}
