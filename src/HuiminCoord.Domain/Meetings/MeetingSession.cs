using System.Collections.Immutable;
using HuiminCoord.Domain.Identity;
using Orleans;

namespace HuiminCoord.Domain.Meetings;

/// <summary>How a unit attended.</summary>
public enum AttendanceKind
{
    /// <summary>出席.</summary>
    Present,

    /// <summary>代会: somebody stood in.</summary>
    StandIn,

    /// <summary>请假.</summary>
    Excused,

    /// <summary>缺席: nobody came, and nobody had said so.</summary>
    Missing,
}

/// <summary>How one unit attended.</summary>
/// <param name="Who">Who sat there, with post; may be empty: then it is whom the roster names.</param>
[GenerateSerializer, Immutable, Alias("attendance")]
public sealed record Attendance(UnitId Unit, AttendanceKind Kind, string Who);

/// <summary>What is recorded of a session, as it goes on.</summary>
/// <param name="Recorder">Login of the one person who records; another takes over, and the two never merge.</param>
/// <param name="BegunAt">UTC.</param>
[Alias("meeting-session")]
public sealed record MeetingSession(string Recorder, DateTimeOffset BegunAt)
{
    /// <summary>When it ended, UTC; null while it sits.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The item that is being spoken of; null = none.</summary>
    public string? Current { get; init; }

    /// <summary>Units as they attended; who is not in it was not entered yet (未签到).</summary>
    public ImmutableSortedDictionary<string, Attendance> Attendance { get; init; } = ImmutableSortedDictionary.Create<string, Attendance>(StringComparer.Ordinal);

    /// <summary>What was said, by item.</summary>
    public ImmutableSortedDictionary<string, string> Notes { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>What was decided, in order; dropped ones stay with their reason.</summary>
    public ImmutableList<MeetingDecision> Decisions { get; init; } = [];

    /// <summary>What was ruled of members and member units, by item.</summary>
    public ImmutableSortedDictionary<string, MemberRuling> Rulings { get; init; } = ImmutableSortedDictionary.Create<string, MemberRuling>(StringComparer.Ordinal);

    /// <summary>Grows with everything that is recorded.</summary>
    public int Revision { get; init; }

    /// <summary>Decisions that stand.</summary>
    public IEnumerable<MeetingDecision> Standing() => Decisions.Where(d => d.Dropped is null);
}

/// <summary>What a decision says.</summary>
/// <param name="Text">What is to be done.</param>
/// <param name="Owner">责任单位; null only in a request that is refused.</param>
/// <param name="With">配合单位, in the order of the plan.</param>
/// <param name="Due">完成时限; null where <paramref name="Workdays"/> counts.</param>
/// <param name="Workdays">Working days after the minutes are confirmed; null where a day is named.</param>
/// <param name="Clause">What it rests on; may be empty.</param>
/// <param name="Dissent">What a member said against it; may be empty.</param>
[GenerateSerializer, Immutable, Alias("decision-wording")]
public sealed record DecisionWording(string Text, UnitId? Owner, IReadOnlyList<UnitId> With, DateOnly? Due, int? Workdays, string Clause, string Dissent)
{
    /// <summary>By what it holds; records compare lists by reference.</summary>
    public bool SameAs(DecisionWording other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other with { With = With } == this && other.With.SequenceEqual(With);
    }
}

/// <summary>A matter that the meeting decided (议定事项).</summary>
/// <param name="Number">1, 2, 3 … within the meeting; never given twice.</param>
/// <param name="Item">The item of the agenda under which it was decided; null = none.</param>
/// <param name="Dropped">Why it does not stand any more; null = it stands.</param>
/// <param name="DueOn">The day that its owner was given when the minutes were confirmed.</param>
/// <param name="Handed">The owner's actor was told.</param>
/// <param name="Refused">Why the owner's actor would not take it; null = it did, or was not asked yet.</param>
[GenerateSerializer, Immutable, Alias("meeting-decision")]
public sealed record MeetingDecision(int Number, string? Item, DecisionWording Wording, string? Dropped = null, DateOnly? DueOn = null, bool Handed = false, string? Refused = null);

/// <summary>The minutes on their way.</summary>
[Alias("meeting-minutes")]
public sealed record MeetingMinutes
{
    /// <summary>When the draft went to the members last, UTC; null = not yet.</summary>
    public DateTimeOffset? CirculatedAt { get; init; }

    /// <summary>Last day for corrections, Asia/Shanghai.</summary>
    public DateOnly? CorrectBy { get; init; }

    /// <summary>What members said to the draft, oldest first.</summary>
    public ImmutableList<MinutesCorrection> Corrections { get; init; } = [];

    /// <summary>When the convenor confirmed them, UTC.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>第N期. The register counts, in the order in which minutes are confirmed; an actor knows of no other meeting and keeps 0.</summary>
    public int Issue { get; init; }
}

/// <summary>What a member said to the draft of the minutes.</summary>
[GenerateSerializer, Immutable, Alias("minutes-correction")]
public sealed record MinutesCorrection(UnitId Unit, string Text, DateTimeOffset At);
