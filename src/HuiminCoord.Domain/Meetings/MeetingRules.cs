using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Meetings;

/// <summary>What a meeting decides by.</summary>
/// <param name="Plan">The plan in force.</param>
/// <param name="Calendar">As known now.</param>
/// <param name="Facts">What the registers say; null where no agenda is composed.</param>
/// <param name="By">Who asks; null = the meeting itself, or a player of a rehearsal.</param>
public sealed record MeetingTerms(Plan Plan, WorkingCalendar Calendar, AgendaFacts? Facts = null, MeetingAsker? By = null);

/// <summary>A meeting's way from its proposal to its notice; what follows is decided by <see cref="SessionRules"/> and <see cref="MinutesRules"/>.</summary>
public static class MeetingRules
{
    /// <summary>Decides a command.</summary>
    public static Decision<MeetingEvent> Decide(MeetingState state, MeetingCommand command, MeetingTerms terms, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(terms);
        return HolderRules.Refuse(state, command, terms) is { } refusal ? refusal
            : command is MeetingCommand.Propose propose ? Propose(state, propose, terms, now)
            : state.Stage == MeetingStage.None ? new Refusal("meeting.unknown")
            : state.Stage == MeetingStage.Cancelled ? command is MeetingCommand.Cancel ? Decision<MeetingEvent>.Nothing : new Refusal("meeting.cancelled")
            : command switch
            {
                MeetingCommand.Begin or MeetingCommand.TakeOver or MeetingCommand.Attend or MeetingCommand.TurnTo or MeetingCommand.Note
                    or MeetingCommand.RecordDecision or MeetingCommand.ChangeDecision or MeetingCommand.DropDecision or MeetingCommand.RuleOnMember or MeetingCommand.End => SessionRules.Decide(state, command, terms, now),
                MeetingCommand.Circulate or MeetingCommand.Correct or MeetingCommand.Confirm or MeetingCommand.ConfirmHanded or MeetingCommand.ConfirmRuling => MinutesRules.Decide(state, command, terms, now),
                MeetingCommand.AddItem c when state.Stage == MeetingStage.InSession => AgendaRules.Add(state, c),
                MeetingCommand.AddPapers c when state.Stage is MeetingStage.Noticed or MeetingStage.InSession => ItemPapers.Add(state, c),
                _ when state.HasBegun => new Refusal("meeting.begun"),
                MeetingCommand.Submit or MeetingCommand.TakeBack or MeetingCommand.Agree or MeetingCommand.Return => Consent(state, command, now),
                MeetingCommand.Notify c => Notify(state, c, now),
                MeetingCommand.Move c => Move(state, c, terms, now),
                MeetingCommand.Cancel c => ShortReason(c.Reason) is { } unreasoned ? unreasoned : Decision<MeetingEvent>.Keep(new MeetingEvent.Cancelled(now, c.Reason.Trim())),
                MeetingCommand.Reply c => Reply(state, c, terms, now),
                MeetingCommand.AddItem c when state.Stage == MeetingStage.Noticed => Over(state, now) is { } over ? over : AgendaRules.Add(state, c),
                _ => Prepare(state, command, terms, now),
            };
    }

    /// <summary>The state after one event.</summary>
    public static MeetingState Evolve(MeetingState state, MeetingEvent @event) => MeetingEvolution.Evolve(state, @event);

    private static Decision<MeetingEvent> Propose(MeetingState state, MeetingCommand.Propose c, MeetingTerms terms, DateTimeOffset now)
    {
        if (state.Stage != MeetingStage.None)
        {
            return state.Kind == c.Kind && state.Unit == c.Unit && c.Arrangement.SameAs(state.Arrangement) ? Decision<MeetingEvent>.Nothing : new Refusal("meeting.id-taken");
        }

        return !Enum.IsDefined(c.Kind) ? new Refusal("meeting.kind-unknown")
            : c.Kind.IsHeldByUnits() != c.Unit is not null ? new Refusal("meeting.holder-malformed")
            : c.Unit is { } unit && terms.Plan.Unit(unit) is null ? new Refusal("unit.unknown", unit.Value)
            : ArrangementRules.Refuse(c.Arrangement, terms.Plan, now) is { } refusal ? refusal
            : HolderRules.Attends(c.Unit ?? terms.By?.Unit, c.Arrangement, terms.Plan) is { } absent ? absent
            : Decision<MeetingEvent>.Keep(new MeetingEvent.Proposed(c.Kind, c.Unit, c.Arrangement, now, c.Unit is null ? terms.By?.Unit : null));
    }

    /// <summary>Everything that is only done while the meeting is with whoever runs it.</summary>
    private static Decision<MeetingEvent> Prepare(MeetingState state, MeetingCommand command, MeetingTerms terms, DateTimeOffset now)
    {
        if (state.Stage is not (MeetingStage.Proposed or MeetingStage.Returned))
        {
            return new Refusal(state.Stage == MeetingStage.Noticed ? "agenda.frozen" : "meeting.with-convenor");
        }

        return command switch
        {
            MeetingCommand.Arrange c => ArrangementRules.Refuse(c.Arrangement, terms.Plan, now) is { } refusal ? refusal
                : HolderRules.Attends(state.Unit ?? state.AskedBy, c.Arrangement, terms.Plan) is { } absent ? absent
                : c.Arrangement.SameAs(state.Arrangement) ? Decision<MeetingEvent>.Nothing : Decision<MeetingEvent>.Keep(new MeetingEvent.Arranged(c.Arrangement)),
            MeetingCommand.Compose => AgendaRules.Compose(state, MeetingDefaults.Composed(state.Kind, terms, state.Parts, state.Unit), now),
            MeetingCommand.AddItem c => AgendaRules.Add(state, c),
            MeetingCommand.SuggestItem c => AgendaRules.Suggest(state, c, terms.Plan.Unit(c.Unit)?.Name ?? c.Unit.Value),
            MeetingCommand.ChangeItem c => AgendaRules.Change(state, c),
            MeetingCommand.RemoveItem c => AgendaRules.Remove(state, c),
            MeetingCommand.AddPapers c => ItemPapers.Add(state, c),
            MeetingCommand.DropPaper c => ItemPapers.Drop(state, c),
            MeetingCommand.RestoreItem c => AgendaRules.Restore(state, c),
            MeetingCommand.SplitItem c => SplitRules.Split(state, c, parts => MeetingDefaults.Composed(state.Kind, terms, parts, state.Unit)),
            MeetingCommand.OrderItems c => AgendaRules.Order(state, c),
            _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
        };
    }

    private static Decision<MeetingEvent> Consent(MeetingState state, MeetingCommand command, DateTimeOffset now) => (command, state.Stage) switch
    {
        (_, MeetingStage.Noticed) => new Refusal("agenda.frozen"),
        (MeetingCommand.Submit, MeetingStage.Submitted or MeetingStage.Agreed) => Decision<MeetingEvent>.Nothing,
        (MeetingCommand.Submit, _) => state.Agenda.All(i => i.Removed is not null) ? new Refusal("agenda.empty") : Decision<MeetingEvent>.Keep(new MeetingEvent.Submitted(now)),
        (MeetingCommand.TakeBack, MeetingStage.Submitted or MeetingStage.Agreed) => Decision<MeetingEvent>.Keep(new MeetingEvent.TakenBack(now)),
        (MeetingCommand.TakeBack, _) => Decision<MeetingEvent>.Nothing,
        (MeetingCommand.Agree, MeetingStage.Submitted) => Decision<MeetingEvent>.Keep(new MeetingEvent.Agreed(now)),
        (MeetingCommand.Agree, MeetingStage.Agreed) => Decision<MeetingEvent>.Nothing,
        (MeetingCommand.Return c, MeetingStage.Submitted) => ShortReason(c.Remark) is { } refusal ? refusal : Decision<MeetingEvent>.Keep(new MeetingEvent.Returned(now, c.Remark.Trim())),
        (MeetingCommand.Return, MeetingStage.Returned) => Decision<MeetingEvent>.Nothing,
        _ => new Refusal("meeting.not-submitted"),
    };

    private static Decision<MeetingEvent> Notify(MeetingState state, MeetingCommand.Notify c, DateTimeOffset now) =>
        state.Stage == MeetingStage.Noticed ? state.ReplyBy == c.ReplyBy ? Decision<MeetingEvent>.Nothing : new Refusal("agenda.frozen")
        : state.Stage != MeetingStage.Agreed ? new Refusal("meeting.not-agreed")
        : Over(state, now) is { } over ? over
        : ArrangementRules.ReplyBy(c.ReplyBy, state.Arrangement!, now) is { } refusal ? refusal
        : Decision<MeetingEvent>.Keep(new MeetingEvent.Noticed(now, c.ReplyBy));

    private static Decision<MeetingEvent> Move(MeetingState state, MeetingCommand.Move c, MeetingTerms terms, DateTimeOffset now)
    {
        var moved = state.Arrangement! with { StartsAt = c.StartsAt, Minutes = c.Minutes, Place = c.Place };
        return state.Stage is not (MeetingStage.Agreed or MeetingStage.Noticed) ? new Refusal("meeting.not-agreed")
            : ShortReason(c.Reason) is { } unreasoned ? unreasoned
            : moved.SameAs(state.Arrangement) ? Decision<MeetingEvent>.Nothing
            : ArrangementRules.Refuse(moved, terms.Plan, now) is { } refusal ? refusal
            : ArrangementRules.ReplyBy(c.ReplyBy, moved, now) is { } late ? late
            : Decision<MeetingEvent>.Keep(new MeetingEvent.Moved(now, moved, c.ReplyBy, c.Reason.Trim()));
    }

    private static Decision<MeetingEvent> Reply(MeetingState state, MeetingCommand.Reply c, MeetingTerms terms, DateTimeOffset now)
    {
        if (state.Stage != MeetingStage.Noticed)
        {
            return new Refusal("meeting.not-noticed");
        }

        var reply = new MeetingReply(c.Kind, c.Who.Trim(), c.Reason.Trim(), now);
        return !state.Arrangement!.Units.Contains(c.Unit) ? new Refusal("meeting.not-invited", terms.Plan.Unit(c.Unit)?.Name ?? c.Unit.Value)
            : Over(state, now) is { } over ? over
            : !Enum.IsDefined(c.Kind) ? new Refusal("meeting.reply-unknown")
            : c.Kind == MeetingReplyKind.Deputy && reply.Who.Length == 0 || reply.Who.Length > ArrangementRules.LongestPost ? new Refusal("meeting.who-needed", $"{ArrangementRules.LongestPost}")
            : c.Kind != MeetingReplyKind.Coming && ShortReason(c.Reason) is { } refusal ? refusal
            : state.Replies.TryGetValue(c.Unit.Value, out var last) && last with { At = now } == reply ? Decision<MeetingEvent>.Nothing
            : Decision<MeetingEvent>.Keep(new MeetingEvent.Replied(c.Unit, reply));
    }

    private static Refusal? Over(MeetingState state, DateTimeOffset now) => state.Arrangement!.StartsAt <= now ? new Refusal("meeting.over") : null;

    private static Refusal? ShortReason(string reason) =>
        FreeText.Refuse(reason, "reason.needed") ?? (reason.Length > AgendaItem.LongestText ? new Refusal("agenda.text-too-long", $"{AgendaItem.LongestText}") : null);
}
