using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Meetings;

/// <summary>What a reader is shown of an agenda. 一页纸 names units; a member sees its own items and the number of the others.</summary>
/// <param name="Items">In order; removed ones are for the office alone.</param>
/// <param name="Hidden">How many others stand under each heading.</param>
public sealed record AgendaView(IReadOnlyList<AgendaItem> Items, IReadOnlyDictionary<AgendaHeading, int> Hidden)
{
    /// <summary>For the convenor and the office.</summary>
    public static AgendaView Whole(MeetingState meeting)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return new(meeting.Agenda, new Dictionary<AgendaHeading, int>());
    }

    /// <summary>For a member unit: items about itself, and those about no unit in particular.</summary>
    /// <remarks>
    /// Before the notice it sees only what it asked for itself: the agenda is not settled. Who sits in the session hears what is spoken of, and reads it.
    /// </remarks>
    public static AgendaView For(UnitId unit, MeetingState meeting)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        var on = meeting.Agenda.Where(i => i.Removed is null).ToList();
        var noticed = meeting.IsOpenToMembers;
        bool Shown(AgendaItem item) => noticed ? Shows(item, unit) || IsSpokenOf(item, meeting) : item.Reason == AgendaReason.EnteredByUnit && item.Units.Contains(unit);
        return new([.. on.Where(Shown)], noticed ? on.Where(i => !Shown(i)).CountBy(i => i.Heading).ToDictionary() : new Dictionary<AgendaHeading, int>());
    }

    /// <summary>True for the item that is spoken of now, and for those under which something was decided.</summary>
    private static bool IsSpokenOf(AgendaItem item, MeetingState meeting) =>
        meeting.Session is { } session && (session.Current == item.Id || session.Rulings.ContainsKey(item.Id) || session.Standing().Any(d => d.Item == item.Id));

    /// <summary>True when a member unit reads the whole item.</summary>
    internal static bool Shows(AgendaItem item, UnitId unit) => item.Units.Count == 0 || item.Units.Contains(unit);
}
