using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Meetings;

/// <summary>The minutes: drafted from the session, circulated for corrections, confirmed.</summary>
internal static class MinutesRules
{
    private const int MostCorrections = 200;
    private const int MostDays = 60;

    internal static Decision<MeetingEvent> Decide(MeetingState state, MeetingCommand command, MeetingTerms terms, DateTimeOffset now) => command switch
    {
        MeetingCommand.ConfirmHanded c => Handed(state, c),
        MeetingCommand.ConfirmRuling c => RulingRules.Carried(state, c),
        MeetingCommand.Confirm when state.Stage == MeetingStage.Confirmed => Decision<MeetingEvent>.Nothing,
        _ when state.Session is null => new Refusal("session.not-begun"),
        _ when state.Stage == MeetingStage.InSession => new Refusal("session.not-ended"),
        _ when state.Stage == MeetingStage.Confirmed => new Refusal("minutes.confirmed"),
        MeetingCommand.Circulate c => Circulate(state, c, ChinaTime.DateOf(now), now),
        _ when state.Stage != MeetingStage.Circulated => new Refusal("minutes.not-circulated"),
        MeetingCommand.Correct c => Correct(state, c, terms, now),
        MeetingCommand.Confirm => Confirm(state, terms, now),
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
    };

    private static Decision<MeetingEvent> Circulate(MeetingState state, MeetingCommand.Circulate c, DateOnly today, DateTimeOffset now) =>
        c.CorrectBy < today || c.CorrectBy > today.AddDays(MostDays) ? new Refusal("minutes.correct-by-out-of-range", $"{today:yyyy-MM-dd}", $"{today.AddDays(MostDays):yyyy-MM-dd}")
        : Decision<MeetingEvent>.Keep(new MeetingEvent.MinutesCirculated(now, c.CorrectBy));

    private static Decision<MeetingEvent> Correct(MeetingState state, MeetingCommand.Correct c, MeetingTerms terms, DateTimeOffset now) =>
        !state.Arrangement!.Units.Contains(c.Unit) ? new Refusal("meeting.not-invited", terms.Plan.Unit(c.Unit)?.Name ?? c.Unit.Value)
        : FreeText.Refuse(c.Text, "minutes.correction-needed") is { } refusal ? refusal
        : c.Text.Length > AgendaItem.LongestText ? new Refusal("agenda.text-too-long", $"{AgendaItem.LongestText}")
        : state.Minutes!.Corrections.FindLast(k => k.Unit == c.Unit)?.Text == c.Text.Trim() ? Decision<MeetingEvent>.Nothing
        : state.Minutes.Corrections.Count >= MostCorrections ? new Refusal("minutes.too-many-corrections", $"{MostCorrections}")
        : Decision<MeetingEvent>.Keep(new MeetingEvent.MinutesCorrected(new(c.Unit, c.Text.Trim(), now)));

    /// <summary>Nobody is given a day that has passed, nor a unit that has left: the recorder words such a decision anew first.</summary>
    private static Decision<MeetingEvent> Confirm(MeetingState state, MeetingTerms terms, DateTimeOffset now)
    {
        var today = ChinaTime.DateOf(now);
        var standing = state.Session!.Standing().ToList();
        var dues = standing.ToDictionary(d => d.Number, d => DecisionRules.DueOf(d.Wording, today, terms.Calendar));
        return standing.Find(d => dues[d.Number] < today) is { } late ? new Refusal("minutes.decision-due-past", $"{late.Number}", $"{dues[late.Number]:yyyy-MM-dd}")
            : standing.Find(d => terms.Plan.Unit(d.Wording.Owner!.Value) is null) is { } orphan ? new Refusal("minutes.owner-left", $"{orphan.Number}", orphan.Wording.Owner!.Value.Value)
            : standing.Select(d => HolderRules.Owes(state.Unit, d.Wording.Owner!.Value, terms.Plan)).FirstOrDefault(r => r is not null) is { } foreign ? foreign
            : Decision<MeetingEvent>.Keep(new MeetingEvent.MinutesConfirmed(now, dues));
    }

    private static Decision<MeetingEvent> Handed(MeetingState state, MeetingCommand.ConfirmHanded c) =>
        DecisionRules.NextToHand(state) is { } next && next.Number == c.Number
            ? Decision<MeetingEvent>.Keep(new MeetingEvent.DecisionHanded(c.Number, next.Wording.Owner!.Value, c.Refused))
            : Decision<MeetingEvent>.Nothing;
}
