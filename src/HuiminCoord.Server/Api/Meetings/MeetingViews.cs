using HuiminCoord.Domain.Files;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Server.Api.Meetings;

/// <summary>A meeting, as far as the reader may see it.</summary>
/// <param name="Unit">The unit that holds it; null = the joint meeting's own.</param>
/// <param name="Units">Member units that attend.</param>
/// <param name="Told">How often members were told of it; also the SEQUENCE of its calendar entry.</param>
/// <param name="ReplyBy">Last day for answers.</param>
/// <param name="Remark">Why it was returned, moved or cancelled last. To members only what they were told.</param>
/// <param name="Submission">How often it was laid before the convenor.</param>
/// <param name="AskedBy">The member unit that asked the office for it.</param>
internal sealed record MeetingView(
    string Meeting, MeetingKind Kind, string KindWords, string? Unit, MeetingStage Stage, string StageWords, string Title, DateTimeOffset StartsAt, DateTimeOffset EndsAt, int Minutes,
    string Place, string Chair, IReadOnlyList<string> Units, IReadOnlyList<string> Guests, int Told, DateOnly? ReplyBy, string? Remark, int Submission, DateTimeOffset? SubmittedAt, string? AskedBy)
{
    /// <summary>The agenda; null in lists.</summary>
    public AgendaPart? Agenda { get; init; }

    /// <summary>Answers by unit; null in lists. A member unit sees its own, the unit that holds the meeting all.</summary>
    public IReadOnlyList<ReplyView>? Replies { get; init; }

    /// <summary>What speaks against its time; null in lists and for members that do not hold the meeting.</summary>
    public IReadOnlyList<TimeWarning>? Warnings { get; init; }

    /// <summary>What is recorded of its session; null in lists and until it begins.</summary>
    public SessionPart? Session { get; init; }

    /// <summary>Its minutes on their way; null in lists and until the session has ended.</summary>
    public MinutesPart? Record { get; init; }

    /// <param name="id">The meeting.</param>
    /// <param name="meeting">As its actor keeps it.</param>
    /// <param name="whole">False for a member unit that does not hold it.</param>
    internal static MeetingView Of(string id, MeetingState meeting, bool whole)
    {
        var a = meeting.Arrangement!;
        return new(
            id, meeting.Kind, MeetingWords.Of(meeting.Kind), meeting.Unit?.Value, meeting.Stage, MeetingWords.Of(meeting.Stage), a.Title, a.StartsAt, a.EndsAt, a.Minutes,
            a.Place, a.Chair, [.. a.Units.Select(u => u.Value)], a.Guests, meeting.Told, meeting.ReplyBy,
            meeting.Remark.Length > 0 && (whole || meeting.Told > 1 || (meeting.Stage == MeetingStage.Cancelled && meeting.AskedBy is not null)) ? meeting.Remark : null, meeting.Submission, meeting.SubmittedAt, meeting.AskedBy?.Value);
    }
}

/// <summary>An agenda, as far as the reader may see it.</summary>
/// <param name="Revision">Say it when you change something.</param>
/// <param name="ComposedAt">The instant of the registers from which it was composed last.</param>
/// <param name="Minutes">Planned for all items that are on, hidden ones too.</param>
/// <param name="Items">In order; removed ones only for office and convenor.</param>
/// <param name="Hidden">Items about other units that a member only sees counted.</param>
internal sealed record AgendaPart(int Revision, DateTimeOffset? ComposedAt, int Minutes, IReadOnlyList<ItemView> Items, IReadOnlyList<HiddenItems> Hidden)
{
    /// <param name="unit">The member unit that reads; null = office, convenor or the unit that holds the meeting.</param>
    internal static AgendaPart Of(MeetingState meeting, UnitId? unit)
    {
        var view = unit is { } member ? AgendaView.For(member, meeting) : AgendaView.Whole(meeting);
        return new(
            meeting.AgendaRevision, meeting.ComposedAt, meeting.Agenda.Where(i => i.Removed is null).Sum(i => i.Minutes), [.. view.Items.Select(ItemView.Of)],
            [.. view.Hidden.OrderBy(h => h.Key).Select(h => new HiddenItems(h.Key, MeetingNotices.Words(h.Key), h.Value))]);
    }
}

/// <summary>One item.</summary>
/// <param name="Item">Its id.</param>
/// <param name="Rows">What is behind it: obligation/{unit}/{duty}, task/{task}, phase/{phase}, question/{question}.</param>
/// <param name="Removed">Why it was taken off; null = it is on.</param>
/// <param name="Addendum">True when it came after the notice.</param>
/// <param name="Papers">What is attached; null = nothing.</param>
internal sealed record ItemView(
    string Item, AgendaHeading Heading, string HeadingWords, AgendaReason Reason, string Fact, string Proposal, string Owner, int Minutes,
    IReadOnlyList<string> Rows, IReadOnlyList<string> Units, string? Removed, bool Addendum, IReadOnlyList<FileRef>? Papers)
{
    internal static ItemView Of(AgendaItem item) => new(
        item.Id, item.Heading, MeetingNotices.Words(item.Heading), item.Reason, item.Fact, item.Proposal, item.Owner, item.Minutes,
        item.Rows, [.. item.Units.Select(u => u.Value)], item.Removed, item.Addendum, item.Papers);
}

/// <summary>Items that are only counted.</summary>
internal sealed record HiddenItems(AgendaHeading Heading, string HeadingWords, int Count);

/// <summary>What an invited unit answered.</summary>
/// <param name="Kind">Null = nothing yet (待反馈).</param>
internal sealed record ReplyView(string Unit, string Name, MeetingReplyKind? Kind, string? Who, string? Reason, DateTimeOffset? At);
