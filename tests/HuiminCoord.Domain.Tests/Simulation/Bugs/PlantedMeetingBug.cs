using System.Collections.Immutable;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Tests.Simulation.Meetings;

namespace HuiminCoord.Domain.Tests.Simulation.Bugs;

/// <summary>A mistake that somebody could make in the rules of meetings, planted to see whether the simulation finds it.</summary>
/// <param name="Name">What the faulty rules do.</param>
/// <param name="Rules">The faulty rules.</param>
internal sealed record PlantedMeetingBug(string Name, CampaignRules Rules)
{
    public static IReadOnlyList<PlantedMeetingBug> All { get; } = [.. OfAgendas(), .. OfNotices(), .. OfSessions(), .. OfDecisions(), .. OfSeats()];

    private static IEnumerable<PlantedMeetingBug> OfAgendas() =>
    [
        Saying("the composer drops an open decision", e => e is MeetingEvent.AgendaComposed c ? c with { Items = [.. c.Items.Where(i => i.Reason != AgendaReason.OpenDecision || i != c.Items.Last(l => l.Reason == i.Reason))] } : e),
        Saying("the composer forgets why an item was removed", e => e is MeetingEvent.AgendaComposed c ? c with { Items = [.. c.Items.Select(i => i with { Removed = null })] } : e),
        Saying("composing again drops what people entered", e => e is MeetingEvent.AgendaComposed c ? c with { Items = [.. c.Items.Where(i => !i.IsEntered)] } : e),
        Remembering("composing again takes the office's wording away", (s, e) => e is MeetingEvent.ItemChanged ? s with { Worded = s.Worded.Clear() } : s),
        Remembering("what is restored comes last", (s, e) => e is MeetingEvent.ItemRestored r && s.Agenda.Find(i => i.Id == r.Id) is { } item ? s with { Agenda = [.. s.Agenda.Remove(item).Add(item).OrderBy(i => i.Heading)] } : s),
        Remembering("an addendum does not change the calendar entry", (s, e) => e is MeetingEvent.ItemAdded { Item.Addendum: true } ? s with { Told = s.Told - 1 } : s),
        Hearing("an agenda that another has changed is changed blindly", (c, s) => c is MeetingCommand.RemoveItem r ? r with { Revision = s.AgendaRevision } : c),
    ];

    private static IEnumerable<PlantedMeetingBug> OfNotices() =>
    [
        Remembering("an answer outlives the time that it was given to", (s, e, before) => e is MeetingEvent.Moved ? s with { Replies = before.Replies } : s),
        Remembering("a move before the notice counts as one", (s, e) => e is MeetingEvent.Moved && s.Stage == MeetingStage.Agreed ? s with { Told = s.Told + 1 } : s),
        Remembering("the agenda is taken back as returned", (s, e) => e is MeetingEvent.TakenBack ? s with { Stage = MeetingStage.Returned } : s),
        Remembering("who is silent is asked every morning", (s, e) => e is MeetingEvent.AskedAgain ? s with { AskedAgainAt = null } : s),
        Remembering("a moved meeting asks nobody again", (s, e, before) => e is MeetingEvent.Moved ? s with { AskedAgainAt = before.AskedAgainAt, SilenceTold = before.SilenceTold } : s),
        Saying("who has answered is asked too", (e, s) => e is MeetingEvent.AskedAgain a ? a with { Units = s.Arrangement!.Units } : e),
        new("the actor sleeps through the last day for answers", Meetings(new() { Sleeps = (until, _) => until.AddDays(1) })),
    ];

    private static IEnumerable<PlantedMeetingBug> OfSessions() =>
    [
        Hearing("two people record", (c, s) => c is MeetingCommand.RecordDecision r && s.Session is { } session ? r with { By = session.Recorder } : c),
        Remembering("a session that ends forgets its notes", (s, e) => e is MeetingEvent.Ended ? s with { Session = s.Session! with { Notes = s.Session.Notes.Clear() } } : s),
        Remembering("who takes over begins anew", (s, e) => e is MeetingEvent.TakenOver ? s with { Session = s.Session! with { Decisions = [] } } : s),
        Remembering("circulating again loses the corrections", (s, e) => e is MeetingEvent.MinutesCirculated ? s with { Minutes = s.Minutes! with { Corrections = [] } } : s),
    ];

    private static IEnumerable<PlantedMeetingBug> OfDecisions() =>
    [
        new("a decision is laid twice", Meetings(new() { Hands = s => s.Stage == MeetingStage.Confirmed ? s.Session!.Standing().LastOrDefault() : null })),
        new("a dropped decision is laid", Meetings(new() { Hands = s => s.Stage == MeetingStage.Confirmed ? s.Session!.Decisions.Find(d => !d.Handed) : null })),
        Saying("working days are counted as natural ones", e => e is MeetingEvent.MinutesConfirmed c ? c with { Dues = c.Dues.ToImmutableDictionary(d => d.Key, d => d.Value.AddDays(-1)) } : e),
        Remembering("a decision that was not taken looks taken", (s, e) => e is MeetingEvent.DecisionHanded { Refused: not null } h ? s with { Session = s.Session! with { Decisions = s.Session.Decisions.ConvertAll(d => d.Number == h.Number ? d with { Refused = null } : d) } } : s),
        Remembering("numbers are given twice", (s, e) => e is MeetingEvent.DecisionDropped d ? s with { Session = s.Session! with { Decisions = s.Session.Decisions.RemoveAll(k => k.Number == d.Number) } } : s),
    ];

    private static IEnumerable<PlantedMeetingBug> OfSeats() =>
    [
        new("a seat that the meeting agreed to changes a day early", CampaignRules.Real with { Units = PlantedBug.All.Single(b => b.Name == "a seat changes a day early").In }),
    ];

    private static PlantedMeetingBug Saying(string name, Func<MeetingEvent, MeetingEvent> says) => Saying(name, (e, _) => says(e));

    private static PlantedMeetingBug Saying(string name, Func<MeetingEvent, MeetingState, MeetingEvent> says) => new(name, Meetings(new() { Says = says }));

    private static PlantedMeetingBug Hearing(string name, Func<MeetingCommand, MeetingState, MeetingCommand> hears) => new(name, Meetings(new() { Hears = hears }));

    private static PlantedMeetingBug Remembering(string name, Func<MeetingState, MeetingEvent, MeetingState> remembers) => Remembering(name, (s, e, _) => remembers(s, e));

    private static PlantedMeetingBug Remembering(string name, Func<MeetingState, MeetingEvent, MeetingState, MeetingState> remembers) => new(name, Meetings(new() { Remembers = remembers }));

    private static CampaignRules Meetings(FaultyMeetingRules rules) => CampaignRules.Real with { Meetings = () => rules };
}

/// <summary>The real rules with a fault at one of their edges: what they hear, say, remember, hand out, or how long they sleep.</summary>
internal sealed class FaultyMeetingRules : RealMeetingRules
{
    public Func<MeetingCommand, MeetingState, MeetingCommand> Hears { get; init; } = (command, _) => command;

    public Func<MeetingEvent, MeetingState, MeetingEvent> Says { get; init; } = (@event, _) => @event;

    /// <summary>The state after an event, given the event and the state before it.</summary>
    public Func<MeetingState, MeetingEvent, MeetingState, MeetingState> Remembers { get; init; } = (state, _, _) => state;

    public Func<DateTimeOffset, DateTimeOffset, DateTimeOffset> Sleeps { get; init; } = (until, _) => until;

    public Func<MeetingState, MeetingDecision?> Hands { get; init; } = DecisionRules.NextToHand;

    public override Decision<MeetingEvent> Decide(MeetingState state, MeetingCommand command, MeetingTerms terms, DateTimeOffset now) => Said(base.Decide(state, Hears(command, state), terms, now), state);

    public override Decision<MeetingEvent> Wake(MeetingState state, MeetingTerms terms, DateTimeOffset now) => Said(base.Wake(state, terms, now), state);

    public override MeetingState Evolve(MeetingState state, MeetingEvent @event) => Remembers(base.Evolve(state, @event), @event, state);

    public override DateTimeOffset? Next(MeetingState state, MeetingTerms terms, DateTimeOffset now) => base.Next(state, terms, now) is { } at ? Sleeps(at, now) : null;

    public override MeetingDecision? ToHand(MeetingState state) => Hands(state);

    private Decision<MeetingEvent> Said(Decision<MeetingEvent> decision, MeetingState state) =>
        decision is Decision<MeetingEvent>.Kept kept ? Decision<MeetingEvent>.Keep([.. kept.Events.Select(e => Says(e, state))]) : decision;
}
