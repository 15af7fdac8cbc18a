using System.Collections.Immutable;
using HuiminCoord.Domain.Deciding;

namespace HuiminCoord.Domain.Meetings;

/// <summary>The office makes two items of one: rows move to a part of their own, or what people entered is said in two sentences.</summary>
internal static class SplitRules
{
    /// <param name="compose">The agenda as the registers give it now, for rows that stand in parts.</param>
    internal static Decision<MeetingEvent> Split(MeetingState state, MeetingCommand.SplitItem c, Func<ImmutableSortedDictionary<string, string>, IReadOnlyList<AgendaItem>> compose) =>
        AgendaRules.Find(state, c.Id) is not { } item ? new Refusal("agenda.item-unknown", c.Id)
        : item.IsEntered ? Texts(state, item, c)
        : Rows(state, item, c, compose);

    /// <summary>Facts follow the rows, so both are composed anew; what the office worded stays with the first.</summary>
    private static Decision<MeetingEvent> Rows(MeetingState state, AgendaItem item, MeetingCommand.SplitItem c, Func<ImmutableSortedDictionary<string, string>, IReadOnlyList<AgendaItem>> compose)
    {
        var moved = c.Rows.ToHashSet(StringComparer.Ordinal);
        if (moved.Count > 0 && state.Agenda.Any(i => state.Parts.ContainsValue(i.Id) && i.Id != item.Id && moved.SetEquals(i.Rows)))
        {
            return Decision<MeetingEvent>.Nothing;
        }

        if (c.Revision != state.AgendaRevision)
        {
            return new Refusal("agenda.changed");
        }

        if (!moved.IsProperSubsetOf(item.Rows) || moved.Count == 0)
        {
            return new Refusal("agenda.split-rows");
        }

        var id = AgendaParts.Next(item.Id, state.Parts);
        var fresh = compose(state.Parts.SetItems(moved.Select(row => KeyValuePair.Create(row, id))));
        var (part, rest) = (fresh.FirstOrDefault(i => i.Id == id), fresh.FirstOrDefault(i => i.Id == item.Id));
        return part is null || rest is null || item.Rows.Except(part.Rows).Except(rest.Rows).Any() ? new Refusal("agenda.outdated")
            : Decision<MeetingEvent>.Keep(new MeetingEvent.ItemSplit(item.Id, part with { Removed = item.Removed, Papers = item.Papers }, AgendaRules.Kept(item, rest, state)));
    }

    /// <summary>Proposal, owner and units hold for both until the office words them; the time is shared.</summary>
    private static Decision<MeetingEvent> Texts(MeetingState state, AgendaItem item, MeetingCommand.SplitItem c)
    {
        var (fact, rest) = (c.Fact.Trim(), c.Rest.Trim());
        return c.Rows.Count > 0 ? new Refusal("agenda.split-rows")
            : (AgendaRules.Wording(fact, item.Proposal, item.Owner, item.Minutes) ?? AgendaRules.Wording(rest, item.Proposal, item.Owner, item.Minutes)) is { } refusal ? refusal
            : item.Fact == rest && state.Agenda.Any(i => i.IsEntered && i.Fact == fact) ? Decision<MeetingEvent>.Nothing
            : c.Revision != state.AgendaRevision ? new Refusal("agenda.changed")
            : AgendaRules.TooMany(state) is { } most ? most
            : Decision<MeetingEvent>.Keep(new MeetingEvent.ItemSplit(
                item.Id, item with { Id = AgendaRules.NextId(state), Fact = fact, Minutes = Math.Max(1, item.Minutes / 2) }, item with { Fact = rest, Minutes = (item.Minutes + 1) / 2 }));
    }
}
