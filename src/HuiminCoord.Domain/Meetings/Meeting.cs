using System.Collections.Immutable;
using System.Text.Json.Serialization;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using Orleans;

namespace HuiminCoord.Domain.Meetings;

/// <summary>Where a meeting stands on its way.</summary>
public enum MeetingStage
{
    /// <summary>Nobody has proposed it.</summary>
    None,

    /// <summary>Being prepared: time, members and agenda may change.</summary>
    Proposed,

    /// <summary>With whoever consents: nothing changes until it is agreed or returned.</summary>
    Submitted,

    /// <summary>Back with whoever prepares it, with a remark.</summary>
    Returned,

    /// <summary>Agreed: it can be noticed.</summary>
    Agreed,

    /// <summary>Noticed: the agenda is frozen, what comes later is an addendum.</summary>
    Noticed,

    /// <summary>Cancelled, with a reason.</summary>
    Cancelled,

    /// <summary>It sits: one person records.</summary>
    InSession,

    /// <summary>It has ended: its minutes are being drafted.</summary>
    Ended,

    /// <summary>The draft lies with the members for corrections.</summary>
    Circulated,

    /// <summary>Minutes confirmed: what was decided is owed from now on.</summary>
    Confirmed,
}

/// <summary>When and where a meeting is, and who sits in it.</summary>
/// <param name="Title">As it is announced: 第3次全体会议.</param>
/// <param name="StartsAt">UTC; people see it in Asia/Shanghai.</param>
/// <param name="Minutes">How long it is planned to take.</param>
/// <param name="Chair">Post of whoever presides (主持人职务); never a personal name.</param>
/// <param name="Units">Member units that attend, in the order of the plan.</param>
/// <param name="Guests">Who is invited beside the members (列席), as people write it.</param>
[GenerateSerializer, Immutable, Alias("meeting-arrangement")]
public sealed record MeetingArrangement(string Title, DateTimeOffset StartsAt, int Minutes, string Place, string Chair, IReadOnlyList<UnitId> Units, IReadOnlyList<string> Guests)
{
    /// <summary>When it is planned to end, UTC.</summary>
    [JsonIgnore]
    public DateTimeOffset EndsAt => StartsAt.AddMinutes(Minutes);

    /// <summary>By what it holds; records compare lists by reference.</summary>
    public bool SameAs(MeetingArrangement? other) =>
        other is not null && other with { Units = Units, Guests = Guests } == this && other.Units.SequenceEqual(Units) && other.Guests.SequenceEqual(Guests);
}

/// <summary>What an invited unit says.</summary>
public enum MeetingReplyKind
{
    /// <summary>The member comes.</summary>
    Coming,

    /// <summary>Somebody stands in (代会).</summary>
    Deputy,

    /// <summary>Nobody can come.</summary>
    Absent,
}

/// <summary>An answer to the notice.</summary>
/// <param name="Who">Who comes, with post: for a stand-in; may be empty when the member comes.</param>
/// <param name="Reason">Why the member does not come; may be empty when the member comes.</param>
/// <param name="At">When it was given, UTC.</param>
[GenerateSerializer, Immutable, Alias("meeting-reply")]
public sealed record MeetingReply(MeetingReplyKind Kind, string Who, string Reason, DateTimeOffset At);

/// <summary>What a meeting's actor keeps.</summary>
/// <remarks>Registers keep the same, by the same rules: a meeting is read as a whole.</remarks>
[Alias("meeting")]
public sealed record MeetingState
{
    /// <summary>How far it is.</summary>
    public MeetingStage Stage { get; init; }

    /// <summary>Its kind.</summary>
    public MeetingKind Kind { get; init; }

    /// <summary>The unit that holds it; null = the joint meeting's own.</summary>
    public UnitId? Unit { get; init; }

    /// <summary>The member unit that asked the office for it; null = whoever holds it proposed it.</summary>
    public UnitId? AskedBy { get; init; }

    /// <summary>When, where, who; null until it was proposed.</summary>
    public MeetingArrangement? Arrangement { get; init; }

    /// <summary>In the order in which it will be spoken of; removed ones stay, with their reason.</summary>
    public ImmutableList<AgendaItem> Agenda { get; init; } = [];

    /// <summary>Grows with every change of the agenda: who edits says which one they saw.</summary>
    public int AgendaRevision { get; init; }

    /// <summary>The instant of the registers from which the agenda was last composed; null = never.</summary>
    public DateTimeOffset? ComposedAt { get; init; }

    /// <summary>Items entered by people so far, removed ones counted: the next one's number.</summary>
    public int Entered { get; init; }

    /// <summary>Items that the office worded: composing again leaves their proposal, owner and time.</summary>
    public ImmutableSortedSet<string> Worded { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>When it was last laid before the convenor.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>How often it was: 送审稿第N版.</summary>
    public int Submission { get; init; }

    /// <summary>Why it was returned, moved or cancelled last; empty = nothing to say.</summary>
    public string Remark { get; init; } = "";

    /// <summary>How often members were told: 0 = never, 1 = the notice. Also the SEQUENCE of its calendar entry.</summary>
    public int Told { get; init; }

    /// <summary>When members were told last, UTC; null = never.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>Last day for answers, Asia/Shanghai; null while nobody was asked.</summary>
    public DateOnly? ReplyBy { get; init; }

    /// <summary>The last answer of each unit.</summary>
    public ImmutableSortedDictionary<string, MeetingReply> Replies { get; init; } = ImmutableSortedDictionary.Create<string, MeetingReply>(StringComparer.Ordinal);

    /// <summary>What is recorded of the session; null until it begins.</summary>
    public MeetingSession? Session { get; init; }

    /// <summary>Its minutes; null until the session ended.</summary>
    public MeetingMinutes? Minutes { get; init; }

    /// <summary>When members without an answer were last asked again, UTC; null = never for this notice.</summary>
    public DateTimeOffset? AskedAgainAt { get; init; }

    /// <summary>The office was told who has not answered in time.</summary>
    public bool SilenceTold { get; init; }

    /// <summary>Rows that the office moved to a part of their item, and its id: composing again leaves them there.</summary>
    public ImmutableSortedDictionary<string, string> Parts { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>True from the moment at which it began to sit.</summary>
    [JsonIgnore]
    public bool HasBegun => Session is not null;

    /// <summary>True for a unit that holds the meeting, asked for it or sits in it: to all others it is absent.</summary>
    public bool IsReachedBy(UnitId unit) => Unit == unit || AskedBy == unit || Arrangement?.Units.Contains(unit) == true;

    /// <summary>True once members were told of it, unless it was cancelled.</summary>
    [JsonIgnore]
    public bool IsOpenToMembers => Stage == MeetingStage.Noticed || HasBegun;
}
