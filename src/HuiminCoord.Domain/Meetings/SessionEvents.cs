using HuiminCoord.Domain.Identity;
using Orleans;

namespace HuiminCoord.Domain.Meetings;

/// <summary>What happened in a session, and to its minutes.</summary>
public abstract partial record MeetingEvent
{
    /// <summary>It began to sit.</summary>
    [Alias("meeting.begun")]
    public sealed record Begun(DateTimeOffset At, string Recorder) : MeetingEvent;

    /// <summary>Another person records.</summary>
    [Alias("meeting.taken-over")]
    public sealed record TakenOver(string Recorder) : MeetingEvent;

    /// <summary>Units were entered as they attend.</summary>
    [Alias("meeting.attended")]
    public sealed record Attended(IReadOnlyList<Attendance> Units) : MeetingEvent;

    /// <summary>Another item is spoken of.</summary>
    [Alias("meeting.turned-to")]
    public sealed record TurnedTo(string? Item) : MeetingEvent;

    /// <summary>It was noted what was said.</summary>
    [Alias("meeting.noted")]
    public sealed record Noted(string Item, string Text) : MeetingEvent;

    /// <summary>The meeting decided.</summary>
    [Alias("meeting.decision-recorded")]
    public sealed record DecisionRecorded(MeetingDecision Decision) : MeetingEvent;

    /// <summary>A decision was worded otherwise.</summary>
    [Alias("meeting.decision-changed")]
    public sealed record DecisionChanged(int Number, DecisionWording Wording) : MeetingEvent;

    /// <summary>A decision does not stand any more.</summary>
    [Alias("meeting.decision-dropped")]
    public sealed record DecisionDropped(int Number, string Reason) : MeetingEvent;

    /// <summary>The meeting ruled on its members.</summary>
    /// <param name="Ruling">Null = what was entered was taken back.</param>
    [Alias("meeting.member-ruled")]
    public sealed record MemberRuled(string Item, MemberRuling? Ruling) : MeetingEvent;

    /// <summary>The session ended.</summary>
    [Alias("meeting.ended")]
    public sealed record Ended(DateTimeOffset At) : MeetingEvent;

    /// <summary>The draft of the minutes went to the members.</summary>
    [Alias("meeting.minutes-circulated")]
    public sealed record MinutesCirculated(DateTimeOffset At, DateOnly CorrectBy) : MeetingEvent;

    /// <summary>A member asked for a correction.</summary>
    [Alias("meeting.minutes-corrected")]
    public sealed record MinutesCorrected(MinutesCorrection Correction) : MeetingEvent;

    /// <summary>The minutes were confirmed.</summary>
    /// <param name="Dues">The day of each decision that stands, by its number.</param>
    [Alias("meeting.minutes-confirmed")]
    public sealed record MinutesConfirmed(DateTimeOffset At, IReadOnlyDictionary<int, DateOnly> Dues) : MeetingEvent;

    /// <summary>The owner of a decision was told of it.</summary>
    /// <param name="Refused">The code by which its actor refused; null = it is owed.</param>
    [Alias("meeting.decision-handed")]
    public sealed record DecisionHanded(int Number, UnitId Owner, string? Refused) : MeetingEvent;

    /// <summary>A ruling was carried out.</summary>
    /// <param name="Row">What it is about: <c>member/jiaoyu</c>, <c>membership/shuiwu</c>.</param>
    /// <param name="Refused">The code by which it was refused; null = it holds.</param>
    [Alias("meeting.ruling-carried")]
    public sealed record RulingCarried(string Item, string Row, string? Refused) : MeetingEvent;

    /// <summary>Members without an answer were asked again.</summary>
    [Alias("meeting.asked-again")]
    public sealed record AskedAgain(DateTimeOffset At, IReadOnlyList<UnitId> Units) : MeetingEvent;

    /// <summary>The office was told who has not answered in time.</summary>
    [Alias("meeting.silence-told")]
    public sealed record SilenceTold(DateTimeOffset At, IReadOnlyList<UnitId> Units) : MeetingEvent;
}
