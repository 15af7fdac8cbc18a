using System.Collections.Concurrent;
using HuiminCoord.Domain.Meetings;

namespace HuiminCoord.Domain.Tests.Simulation.Meetings;

/// <summary>What histories of meetings met. Commands, events and stages are asked of the rules themselves: a new one is missed until somebody makes it up.</summary>
internal sealed class MeetingCoverage
{
    private static readonly string[] Refusals =
    [
        "meeting.unknown", "meeting.cancelled", "meeting.begun", "meeting.id-taken", "meeting.kind-unknown", "meeting.holder-malformed", "unit.unknown", "meeting.title-needed", "meeting.place-needed",
        "meeting.chair-needed", "meeting.guests-malformed", "meeting.members-needed", "meeting.member-twice", "meeting.minutes-out-of-range", "meeting.in-past", "meeting.too-far", "meeting.reply-by-out-of-range",
        "meeting.with-convenor", "meeting.not-submitted", "meeting.not-agreed", "meeting.not-noticed", "meeting.not-invited", "meeting.over", "meeting.reply-unknown", "meeting.who-needed", "reason.needed", "text.too-long",
        "agenda.empty", "agenda.frozen", "agenda.item-unknown", "agenda.order-incomplete", "agenda.changed", "agenda.too-many", "agenda.fact-needed", "agenda.text-too-long", "agenda.owner-needed", "agenda.minutes-out-of-range", "agenda.heading-unknown",
        "session.not-begun", "session.recorded-by-other", "session.too-early", "session.attendance-unknown", "session.ended", "session.note-too-long", "session.not-ended",
        "decision.too-many", "decision.unknown", "decision.dropped", "decision.text-needed", "decision.owner-needed", "decision.due-needed", "decision.workdays-out-of-range", "decision.due-past", "due.too-far",
        "minutes.confirmed", "minutes.not-circulated", "minutes.correct-by-out-of-range", "minutes.correction-needed", "minutes.too-many-corrections", "minutes.decision-due-past", "minutes.owner-left",
    ];

    /// <summary>What histories do not play: it has tables of its own (agenda parts, papers, rulings on members).</summary>
    private static readonly string[] Elsewhere =
    [
        nameof(MeetingCommand.SplitItem), nameof(MeetingCommand.AddPapers), nameof(MeetingCommand.DropPaper), nameof(MeetingCommand.RuleOnMember), nameof(MeetingCommand.ConfirmRuling),
        nameof(MeetingEvent.ItemSplit), nameof(MeetingEvent.PapersAdded), nameof(MeetingEvent.PaperDropped), nameof(MeetingEvent.MemberRuled), nameof(MeetingEvent.RulingCarried),
    ];

    private static readonly string[] Wanted =
    [
        .. Refusals.Select(r => $"refused {r}"),
        .. Cases<MeetingCommand>().Select(c => $"command {c}"),
        .. Cases<MeetingEvent>().Select(e => $"event {e}"),
        .. Enum.GetNames<MeetingStage>().Where(s => s != nameof(MeetingStage.None)).Select(s => $"stage {s}"),
        "message meeting", "message meeting-moved", "message meeting-cancelled", "message meeting-addendum", "message meeting-submitted", "message meeting-agreed", "message meeting-returned", "message meeting-reply-due",
        "message meeting-silence", "message minutes-circulated", "message minutes-submitted", "message minutes-corrected", "message minutes-confirmed",
        "taken", "not taken assignment.too-many-open", "handing stops before", "handing stops between", "laid again by its key",
        "carried over", "carried over twice", "carried over removed", "late", "seat asked for", "seat changed", "seat refused", "decision done", "decision returned", "decision extended", "decision reminded",
    ];

    private readonly ConcurrentDictionary<string, int> _met = [];
    private int _events;

    public int Events => _events;

    public IEnumerable<string> Missed => Wanted.Where(w => !_met.ContainsKey(w));

    public void Add(CampaignRun run)
    {
        Interlocked.Add(ref _events, run.Meetings.Sum(m => m.Events));
        foreach (var met in run.Met.Concat(run.Meetings.SelectMany(m => m.Met)).Concat(run.Meetings.SelectMany(Agenda)).Concat(run.Units.SelectMany(Unit)).Distinct())
        {
            _met.AddOrUpdate(met, 1, (_, n) => n + 1);
        }
    }

    /// <summary>In how many histories each was met, the rarest first.</summary>
    public override string ToString() => string.Join(", ", Wanted.Select(w => (Name: w, Met: _met.GetValueOrDefault(w))).OrderBy(w => w.Met).Select(w => $"{w.Name}: {w.Met}"));

    private static IEnumerable<string> Agenda(PlayedMeeting meeting) => meeting.State.Agenda.SelectMany(i => i.Reason switch
    {
        AgendaReason.OpenDecision => [meeting.State.Agenda.Count(d => d.Reason == i.Reason) > 1 ? "carried over twice" : "carried over", i.Removed is null ? "" : "carried over removed"],
        AgendaReason.NotReported => ["late"],
        AgendaReason.MemberChange => ["seat asked for"],
        _ => Array.Empty<string>(),
    });

    /// <summary>What became of decisions, and of members, in the unit.</summary>
    private static IEnumerable<string> Unit(PlayedUnit unit) =>
    [
        .. unit.Seen.Closed.Where(IsDecision).Select(_ => "decision done"),
        .. unit.Seen.AtOnce.Where(a => a.Kind == "return" && IsDecision(a.Duty)).Select(_ => "decision returned"),
        .. unit.Seen.Steps.Where(s => IsDecision(s.Duty)).Select(s => s.Rung.EndsWith(".1", StringComparison.Ordinal) ? "decision extended" : "decision reminded"),
        .. unit.State.Member?.Answered is { } answer ? [answer.Agreed && unit.State.Leader?.Holder == answer.Holder ? "seat changed" : answer.Agreed ? "seat agreed" : "seat refused"] : Array.Empty<string>(),
    ];

    private static bool IsDecision(string duty) => duty.StartsWith("m-", StringComparison.Ordinal);

    private static IEnumerable<string> Cases<T>() => typeof(T).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(T))).Select(t => t.Name).Except(Elsewhere);
}
