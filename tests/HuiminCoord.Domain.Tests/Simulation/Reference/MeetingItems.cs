using HuiminCoord.Domain.Meetings;

namespace HuiminCoord.Domain.Tests.Simulation.Reference;

/// <summary>What people do to an agenda: why it is refused, and what it changes.</summary>
internal static class MeetingItems
{
    public const int LongestText = 200;

    private const int LongestOwner = 60;
    private const int Most = 60;

    public static List<string> Refuse(ReferenceMeeting meeting, MeetingCommand command) => command switch
    {
        MeetingCommand.Compose => [],
        MeetingCommand.AddItem c =>
        [
            .. Wording(c.Fact, c.Proposal, c.Owner, c.Minutes), .. Full(meeting),
            .. Verdict.Reasons(("agenda.heading-unknown", !Enum.IsDefined(c.Heading)), ("unit.unknown", c.Units.Any(u => !meeting.Invites(u)))),
        ],
        MeetingCommand.SuggestItem c => [.. Wording(c.Fact, c.Proposal, "unit", 5), .. Full(meeting), .. Verdict.Reasons(("meeting.not-invited", !meeting.Invites(c.Unit)))],
        MeetingCommand.ChangeItem c => meeting.Agenda.Find(i => i.Id == c.Id) is not { } item ? ["agenda.item-unknown"]
            : [.. Wording("a fact", c.Proposal, c.Owner, c.Minutes), .. Seen(meeting, c.Revision, Changed(item, c) is { } changed && changed with { Worded = item.Worded } != item)],
        MeetingCommand.RemoveItem c => meeting.Agenda.Find(i => i.Id == c.Id) is not { } item ? ["agenda.item-unknown"] : [.. ShortReason(c.Reason), .. Seen(meeting, c.Revision, item.Removed is null)],
        MeetingCommand.RestoreItem c => meeting.Agenda.Find(i => i.Id == c.Id) is not { } item ? ["agenda.item-unknown"] : Seen(meeting, c.Revision, item.Removed is not null),
        MeetingCommand.OrderItems c => !meeting.Agenda.Select(i => i.Id).Order(StringComparer.Ordinal).SequenceEqual(c.Ids.Order(StringComparer.Ordinal)) ? ["agenda.order-incomplete"]
            : Seen(meeting, c.Revision, !Ordered(meeting, c).SequenceEqual(meeting.Agenda)),
        _ => throw new InvalidOperationException(command.ToString()),
    };

    public static void Apply(ReferenceMeeting meeting, MeetingCommand command, ReferenceFacts? facts, DateTime now)
    {
        var before = meeting.Agenda.ToList();
        switch (command)
        {
            case MeetingCommand.Compose:
                MeetingAgenda.Compose(meeting, facts!, now);
                break;
            case MeetingCommand.AddItem c:
                Add(meeting, c);
                break;
            case MeetingCommand.SuggestItem c:
                var name = meeting.PlanAt(now).Unit(c.Unit)?.Name ?? c.Unit.Value;
                Enter(meeting, new(NextId(meeting), AgendaHeading.ToDecide, AgendaReason.EnteredByUnit, c.Fact.Trim(), c.Proposal.Trim(), name, 5, "", c.Unit.Value));
                break;
            case MeetingCommand.ChangeItem c:
                Replace(meeting, c.Id, i => Changed(i, c) is var changed && changed with { Worded = i.Worded } == i ? i : changed);
                break;
            case MeetingCommand.RemoveItem c:
                Replace(meeting, c.Id, i => i with { Removed = i.Removed ?? c.Reason.Trim() });
                break;
            case MeetingCommand.RestoreItem c:
                Replace(meeting, c.Id, i => i with { Removed = null });
                break;
            case MeetingCommand.OrderItems c:
                meeting.Agenda = Ordered(meeting, c);
                break;
        }

        Count(meeting, command is MeetingCommand.Compose, before, now);
    }

    public static List<string> ShortReason(string reason) => Verdict.Reasons(("reason.needed", reason.Trim().Length == 0), ("text.too-long", reason.Length > 4000), ("agenda.text-too-long", reason.Length > LongestText));

    /// <summary>Every change of the agenda is counted; composing what stands there already changes nothing.</summary>
    private static void Count(ReferenceMeeting meeting, bool composed, List<ReferenceItem> before, DateTime now)
    {
        var changed = !before.SequenceEqual(meeting.Agenda) || (composed && meeting.ComposedAt is null);
        meeting.Revision += changed ? 1 : 0;
        meeting.ComposedAt = changed && composed ? now : meeting.ComposedAt;
    }

    private static void Add(ReferenceMeeting meeting, MeetingCommand.AddItem c)
    {
        var afterNotice = meeting.Stage is not (MeetingStage.Proposed or MeetingStage.Returned);
        Enter(meeting, new(NextId(meeting), c.Heading, AgendaReason.EnteredByOffice, c.Fact.Trim(), c.Proposal.Trim(), c.Owner.Trim(), c.Minutes, "", string.Join(' ', c.Units.Distinct())) { Addendum = afterNotice });

        // Who sits in the session hears of it: nobody is told, and the calendar entry stays what it is.
        if (meeting.Stage == MeetingStage.Noticed)
        {
            meeting.Told++;
            meeting.TellMembers("meeting-addendum");
        }
    }

    /// <summary>Last under its heading.</summary>
    private static void Enter(ReferenceMeeting meeting, ReferenceItem item)
    {
        meeting.Entered++;
        meeting.Agenda = [.. MeetingAgenda.ByHeading([.. meeting.Agenda, item])];
    }

    private static string NextId(ReferenceMeeting meeting) => $"own.{meeting.Entered + 1}";

    private static List<ReferenceItem> Ordered(ReferenceMeeting meeting, MeetingCommand.OrderItems c) => [.. MeetingAgenda.ByHeading(c.Ids.Select(id => meeting.Agenda.Find(i => i.Id == id)!))];

    private static ReferenceItem Changed(ReferenceItem item, MeetingCommand.ChangeItem c) => item with { Proposal = c.Proposal.Trim(), Owner = c.Owner.Trim(), Minutes = c.Minutes, Worded = true };

    private static void Replace(ReferenceMeeting meeting, string id, Func<ReferenceItem, ReferenceItem> change) => meeting.Agenda = [.. meeting.Agenda.Select(i => i.Id == id ? change(i) : i)];

    /// <summary>Whoever changes something has to have seen the agenda as it is.</summary>
    private static List<string> Seen(ReferenceMeeting meeting, int revision, bool changes) => Verdict.Reasons(("agenda.changed", changes && revision != meeting.Revision));

    private static List<string> Full(ReferenceMeeting meeting) => Verdict.Reasons(("agenda.too-many", meeting.Agenda.Count(i => i.IsEntered) >= Most));

    private static List<string> Wording(string fact, string proposal, string owner, int minutes) => Verdict.Reasons(
        ("agenda.fact-needed", fact.Trim().Length == 0),
        ("text.too-long", fact.Length > 4000),
        ("agenda.text-too-long", fact.Length > LongestText || proposal.Length > LongestText),
        ("agenda.owner-needed", owner.Trim().Length == 0 || owner.Length > LongestOwner),
        ("agenda.minutes-out-of-range", minutes is < 1 or > 120));
}
