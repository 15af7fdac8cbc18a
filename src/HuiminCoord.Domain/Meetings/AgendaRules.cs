using System.Collections.Immutable;
using System.Globalization;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Files;

namespace HuiminCoord.Domain.Meetings;

/// <summary>What people and the registers may do to an agenda.</summary>
internal static class AgendaRules
{
    /// <summary>Most items that people enter. What the registers say is never cut: no open decision may be missing.</summary>
    internal const int MostEntered = 60;
    private const int MostMinutes = 120;
    private const int MinutesSuggested = 5;

    /// <summary>Composes again: facts are fresh, what people worded, removed and ordered stays, what is settled goes.</summary>
    internal static Decision<MeetingEvent> Compose(MeetingState state, IReadOnlyList<AgendaItem> fresh, DateTimeOffset now)
    {
        var before = state.Agenda.Select((item, place) => (item, place)).ToDictionary(k => k.item.Id);
        var composed = fresh.Select(item => before.TryGetValue(item.Id, out var known) ? Kept(known.item, item, state) : item);
        List<AgendaItem> items = [.. composed.Concat(state.Agenda.Where(i => i.IsEntered))
            .OrderBy(i => i.Heading).ThenBy(i => before.TryGetValue(i.Id, out var known) ? known.place : int.MaxValue)];
        return state.ComposedAt is not null && items.Count == state.Agenda.Count && items.Zip(state.Agenda).All(pair => pair.First.SameAs(pair.Second))
            ? Decision<MeetingEvent>.Nothing
            : Decision<MeetingEvent>.Keep(new MeetingEvent.AgendaComposed(now, items));
    }

    /// <summary>What the office worded stays as it is; what it left alone follows the registers.</summary>
    internal static AgendaItem Kept(AgendaItem known, AgendaItem fresh, MeetingState state) =>
        state.Worded.Contains(known.Id) ? fresh with { Proposal = known.Proposal, Owner = known.Owner, Minutes = known.Minutes, Removed = known.Removed, Papers = known.Papers }
            : fresh with { Removed = known.Removed, Papers = known.Papers };

    internal static Decision<MeetingEvent> Add(MeetingState state, MeetingCommand.AddItem c) =>
        Wording(c.Fact, c.Proposal, c.Owner, c.Minutes) is { } refusal ? refusal
        : !Enum.IsDefined(c.Heading) ? new Refusal("agenda.heading-unknown")
        : c.Units.FirstOrDefault(u => !state.Arrangement!.Units.Contains(u)) is { Value: not null } stranger ? new Refusal("unit.unknown", stranger.Value)
        : Enter(state, new AgendaItem(NextId(state), c.Heading, AgendaReason.EnteredByOffice, c.Fact.Trim(), c.Proposal.Trim(), c.Owner.Trim(), c.Minutes, [], [.. c.Units.Distinct()], null, state.IsOpenToMembers));

    internal static Decision<MeetingEvent> Suggest(MeetingState state, MeetingCommand.SuggestItem c, string unitName) =>
        !state.Arrangement!.Units.Contains(c.Unit) ? new Refusal("meeting.not-invited", unitName)
        : (Wording(c.Fact, c.Proposal, unitName, MinutesSuggested) ?? FileRules.Refuse(c.Papers)) is { } refusal ? refusal
        : Enter(state, new AgendaItem(NextId(state), AgendaHeading.ToDecide, AgendaReason.EnteredByUnit, c.Fact.Trim(), c.Proposal.Trim(), unitName, MinutesSuggested, [], [c.Unit], Papers: FileRules.Carried(c.Papers)));

    internal static Decision<MeetingEvent> Change(MeetingState state, MeetingCommand.ChangeItem c) =>
        Find(state, c.Id) is not { } item ? new Refusal("agenda.item-unknown", c.Id)
        : Wording(item.Fact, c.Proposal, c.Owner, c.Minutes) is { } refusal ? refusal
        : item.Proposal == c.Proposal.Trim() && item.Owner == c.Owner.Trim() && item.Minutes == c.Minutes ? Decision<MeetingEvent>.Nothing
        : Seen(state, c.Revision, new MeetingEvent.ItemChanged(c.Id, c.Proposal.Trim(), c.Owner.Trim(), c.Minutes));

    internal static Decision<MeetingEvent> Remove(MeetingState state, MeetingCommand.RemoveItem c) =>
        Find(state, c.Id) is not { } item ? new Refusal("agenda.item-unknown", c.Id)
        : FreeText.Refuse(c.Reason, "reason.needed") is { } refusal ? refusal
        : c.Reason.Length > AgendaItem.LongestText ? new Refusal("agenda.text-too-long", $"{AgendaItem.LongestText}")
        : item.Removed is not null ? Decision<MeetingEvent>.Nothing
        : Seen(state, c.Revision, new MeetingEvent.ItemRemoved(c.Id, c.Reason.Trim()));

    internal static Decision<MeetingEvent> Restore(MeetingState state, MeetingCommand.RestoreItem c) =>
        Find(state, c.Id) is not { } item ? new Refusal("agenda.item-unknown", c.Id)
        : item.Removed is null ? Decision<MeetingEvent>.Nothing
        : Seen(state, c.Revision, new MeetingEvent.ItemRestored(c.Id));

    internal static Decision<MeetingEvent> Order(MeetingState state, MeetingCommand.OrderItems c)
    {
        if (c.Ids.Count != state.Agenda.Count || c.Ids.Distinct().Count() != c.Ids.Count || c.Ids.Any(id => Find(state, id) is null))
        {
            // What somebody else has added or split meanwhile is no fault of the asker's.
            return new Refusal(c.Revision == state.AgendaRevision ? "agenda.order-incomplete" : "agenda.changed");
        }

        return Ordered(state.Agenda, c.Ids).SequenceEqual(state.Agenda) ? Decision<MeetingEvent>.Nothing : Seen(state, c.Revision, new MeetingEvent.ItemsOrdered(c.Ids));
    }

    internal static ImmutableList<AgendaItem> Ordered(ImmutableList<AgendaItem> agenda, IReadOnlyList<string> ids)
    {
        var places = ids.Select((id, place) => (id, place)).ToDictionary(k => k.id, k => k.place);
        return [.. agenda.OrderBy(i => i.Heading).ThenBy(i => places[i.Id])];
    }

    internal static AgendaItem? Find(MeetingState state, string id) => state.Agenda.Find(i => i.Id == id);

    internal static string NextId(MeetingState state) => string.Create(CultureInfo.InvariantCulture, $"own.{state.Entered + 1}");

    private static Decision<MeetingEvent> Enter(MeetingState state, AgendaItem item) =>
        TooMany(state) is { } refusal ? refusal : Decision<MeetingEvent>.Keep(new MeetingEvent.ItemAdded(item));

    internal static Refusal? TooMany(MeetingState state) => state.Agenda.Count(i => i.IsEntered) >= MostEntered ? new Refusal("agenda.too-many", $"{MostEntered}") : null;

    /// <summary>Whoever edits has to have seen the agenda as it is: another may have changed it meanwhile.</summary>
    private static Decision<MeetingEvent> Seen(MeetingState state, int revision, MeetingEvent @event) =>
        revision == state.AgendaRevision ? Decision<MeetingEvent>.Keep(@event) : new Refusal("agenda.changed");

    internal static Refusal? Wording(string fact, string proposal, string owner, int minutes) =>
        FreeText.Refuse(fact, "agenda.fact-needed")
        ?? (fact.Length > AgendaItem.LongestText || proposal.Length > AgendaItem.LongestText ? new Refusal("agenda.text-too-long", $"{AgendaItem.LongestText}")
            : string.IsNullOrWhiteSpace(owner) || owner.Length > AgendaItem.LongestOwner ? new Refusal("agenda.owner-needed", $"{AgendaItem.LongestOwner}")
            : minutes is < 1 or > MostMinutes ? new Refusal("agenda.minutes-out-of-range", $"{MostMinutes}")
            : null);
}
