using System.Collections.Immutable;

namespace HuiminCoord.Domain.Meetings;

/// <summary>What each event makes of a meeting. The actor and the register keep the same by it.</summary>
internal static class MeetingEvolution
{
    internal static MeetingState Evolve(MeetingState state, MeetingEvent @event) => @event switch
    {
        MeetingEvent.Proposed e => state with { Stage = MeetingStage.Proposed, Kind = e.Kind, Unit = e.Unit, AskedBy = e.AskedBy, Arrangement = e.Arrangement },
        MeetingEvent.Arranged e => state with { Arrangement = e.Arrangement },
        MeetingEvent.Submitted e => state with { Stage = MeetingStage.Submitted, SubmittedAt = e.At, Submission = state.Submission + 1, Remark = "" },
        MeetingEvent.TakenBack => state with { Stage = MeetingStage.Proposed },
        MeetingEvent.Agreed => state with { Stage = MeetingStage.Agreed },
        MeetingEvent.Returned e => state with { Stage = MeetingStage.Returned, Remark = e.Remark },
        MeetingEvent.Noticed e => state with { Stage = MeetingStage.Noticed, ReplyBy = e.ReplyBy, Told = state.Told + 1, ToldAt = e.At, Remark = "", AskedAgainAt = null, SilenceTold = false },
        MeetingEvent.Moved e => Moved(state, e),
        MeetingEvent.Cancelled e when state.Told == 0 => state with { Stage = MeetingStage.Cancelled, Remark = e.Reason },
        MeetingEvent.Cancelled e => state with { Stage = MeetingStage.Cancelled, Remark = e.Reason, Told = state.Told + 1, ToldAt = e.At },
        MeetingEvent.Replied e => state with { Replies = state.Replies.SetItem(e.Unit.Value, e.Reply) },
        _ => SessionEvolution.Evolve(state, @event) ?? Agenda(state, @event) with { AgendaRevision = state.AgendaRevision + 1 },
    };

    /// <summary>An answer was given to another time: whoever had been told is asked again.</summary>
    private static MeetingState Moved(MeetingState state, MeetingEvent.Moved e) => state.Stage == MeetingStage.Noticed
        ? state with { Arrangement = e.Arrangement, ReplyBy = e.ReplyBy, Remark = e.Reason, Told = state.Told + 1, ToldAt = e.At, Replies = state.Replies.Clear(), AskedAgainAt = null, SilenceTold = false }
        : state with { Arrangement = e.Arrangement, Remark = e.Reason };

    private static MeetingState Agenda(MeetingState state, MeetingEvent @event) => @event switch
    {
        // What is settled goes with the office's wording of it: should it come back, it follows the registers again.
        MeetingEvent.AgendaComposed e => state with { Agenda = [.. e.Items], ComposedAt = e.At, Worded = state.Worded.Intersect(e.Items.Select(i => i.Id)) },
        // Who sits in the session hears of an item that is added then: nobody is told, and the calendar entry stays what it is.
        MeetingEvent.ItemAdded e => state with { Agenda = Placed(state.Agenda, e.Item), Entered = state.Entered + 1, Told = e.Item.Addendum && !state.HasBegun ? state.Told + 1 : state.Told },
        MeetingEvent.ItemChanged e => Changed(state, e.Id, i => i with { Proposal = e.Proposal, Owner = e.Owner, Minutes = e.Minutes }) with { Worded = state.Worded.Add(e.Id) },
        MeetingEvent.ItemRemoved e => Changed(state, e.Id, i => i with { Removed = e.Reason }),
        MeetingEvent.ItemRestored e => Changed(state, e.Id, i => i with { Removed = null }),
        MeetingEvent.PapersAdded e => Changed(state, e.Id, i => i with { Papers = [.. i.Papers ?? [], .. e.Papers] }),
        MeetingEvent.PaperDropped e => Changed(state, e.Id, i => i with { Papers = i.Papers!.Where(p => p.Hash != e.Hash).ToList() is { Count: > 0 } papers ? papers : null }),
        MeetingEvent.ItemSplit e => Split(state, e),
        MeetingEvent.ItemsOrdered e => state with { Agenda = AgendaRules.Ordered(state.Agenda, e.Ids) },
        _ => throw new InvalidOperationException($"Unknown event {@event.GetType().Name}."),
    };

    /// <summary>Last under its heading.</summary>
    private static ImmutableList<AgendaItem> Placed(ImmutableList<AgendaItem> agenda, AgendaItem item) => [.. agenda.Append(item).OrderBy(i => i.Heading)];

    private static MeetingState Split(MeetingState state, MeetingEvent.ItemSplit e) => state with
    {
        Agenda = [.. state.Agenda.SelectMany(i => i.Id == e.Id ? new[] { e.Rest, e.Part } : [i])],
        Entered = e.Part.IsEntered ? state.Entered + 1 : state.Entered,
        Parts = state.Parts.SetItems(e.Part.Rows.Select(row => KeyValuePair.Create(row, e.Part.Id))),
    };

    private static MeetingState Changed(MeetingState state, string id, Func<AgendaItem, AgendaItem> change)
    {
        var place = state.Agenda.FindIndex(i => i.Id == id);
        return state with { Agenda = state.Agenda.SetItem(place, change(state.Agenda[place])) };
    }
}
