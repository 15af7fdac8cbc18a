using HuiminCoord.Domain.Files;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Server.Api.Meetings;

namespace HuiminCoord.Server.Console.Meetings;

/// <summary>A meeting with its agenda, as far as the seat may see it.</summary>
/// <param name="Revision">The agenda that is shown: whoever changes it says so.</param>
/// <param name="ComposedAt">The instant of the registers from which it was composed last; null = never.</param>
/// <param name="Minutes">Planned for all items that are on, hidden ones too.</param>
/// <param name="Items">In order; removed ones only for office and convenor.</param>
/// <param name="Hidden">Items about other units, of which a member only sees how many there are.</param>
/// <param name="Warnings">What speaks against its time; empty for members.</param>
public sealed record MeetingSheet(
    MeetingLine Meeting, int Revision, DateTimeOffset? ComposedAt, int Minutes, IReadOnlyList<AgendaLine> Items, IReadOnlyDictionary<AgendaHeading, int> Hidden,
    IReadOnlyList<TimeWarning> Warnings)
{
    /// <summary>Items that are on.</summary>
    public IReadOnlyList<AgendaLine> On => [.. Items.Where(i => i.Removed is null)];

    /// <summary>Items that were taken off.</summary>
    public IReadOnlyList<AgendaLine> Off => [.. Items.Where(i => i.Removed is not null)];

    /// <summary>The items of a heading that are on.</summary>
    public IReadOnlyList<AgendaLine> Of(AgendaHeading heading) => [.. On.Where(i => i.Heading == heading)];

    /// <summary>The ids of all items after one of them has changed its place with its neighbour under the same heading; null where there is none.</summary>
    /// <param name="item">The item.</param>
    /// <param name="by">-1 up, 1 down. Removed items are passed over.</param>
    public IReadOnlyList<string>? Moved(string item, int by)
    {
        var under = Of(Items.First(i => i.Id == item).Heading).Select(i => i.Id).ToList();
        var to = under.IndexOf(item) + by;
        if (to < 0 || to >= under.Count)
        {
            return null;
        }

        var (ids, other) = (Items.Select(i => i.Id).ToList(), under[to]);
        var (from, where) = (ids.IndexOf(item), ids.IndexOf(other));
        (ids[from], ids[where]) = (other, item);
        return ids;
    }

    /// <summary>The ids of all items after one of them was dropped before another under the same heading; null where that changes nothing.</summary>
    /// <param name="item">The item.</param>
    /// <param name="before">The other; empty = it comes last under its heading.</param>
    public IReadOnlyList<string>? Dropped(string item, string before)
    {
        var under = On.FirstOrDefault(i => i.Id == item) is { } moved ? Of(moved.Heading).Select(i => i.Id).ToList() : [];
        if (item == before || !under.Contains(item) || (before.Length > 0 && !under.Contains(before)))
        {
            return null;
        }

        var ids = Items.Select(i => i.Id).Where(id => id != item).ToList();
        ids.Insert(before.Length > 0 ? ids.IndexOf(before) : ids.Count, item);
        return under.SequenceEqual(ids.Where(under.Contains)) ? null : ids;
    }

    internal static MeetingSheet Of(MeetingView view) => new(
        MeetingLine.Of(view), view.Agenda!.Revision, view.Agenda.ComposedAt, view.Agenda.Minutes, [.. view.Agenda.Items.Select(AgendaLine.Of)],
        view.Agenda.Hidden.ToDictionary(h => h.Heading, h => h.Count), view.Warnings ?? []);
}

/// <summary>One item of an agenda.</summary>
/// <param name="Rows">What is behind it in the registers.</param>
/// <param name="Removed">Why it was taken off; null = it is on.</param>
/// <param name="Addendum">True when it came after the notice.</param>
/// <param name="Papers">What is attached.</param>
public sealed record AgendaLine(
    string Id, AgendaHeading Heading, AgendaReason Reason, string Fact, string Proposal, string Owner, int Minutes, IReadOnlyList<string> Rows, string? Removed, bool Addendum, IReadOnlyList<FileRef> Papers)
{
    /// <summary>True when the meeting rules on who sits for a unit, or on a unit that shall join or leave.</summary>
    public bool IsOfMembers => Reason == AgendaReason.MemberChange;

    /// <summary>True when it is about who sits for a unit.</summary>
    public bool IsOfSeat => IsOfMembers && Rows.Any(MemberRuling.IsSeat);

    /// <summary>Who is responsible, one a line.</summary>
    public IReadOnlyList<string> Owners => Owner.Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>True when two items can be made of it.</summary>
    public bool CanSplit => IsEntered || Rows.Count > 1;

    /// <summary>True when people entered it.</summary>
    public bool IsEntered => Reason is AgendaReason.EnteredByOffice or AgendaReason.EnteredByUnit;

    internal static AgendaLine Of(ItemView view) =>
        new(view.Item, view.Heading, view.Reason, view.Fact, view.Proposal, view.Owner, view.Minutes, view.Rows, view.Removed, view.Addendum, view.Papers ?? []);
}
