namespace HuiminCoord.Domain.Rehearsing;

/// <summary>What can happen at an instant of a rehearsal. In the order in which a preview names it.</summary>
public enum Happening
{
    /// <summary>Reminders of what was to be handed in (逾期).</summary>
    ReminderOverdue,

    /// <summary>Reminders on the day on which it has to be done.</summary>
    ReminderDue,

    /// <summary>Reminders before that day.</summary>
    ReminderAhead,

    /// <summary>Reminders to correct a returned part.</summary>
    ReminderCorrection,

    /// <summary>Digests that tell changes only.</summary>
    ChangesTold,

    /// <summary>Reminders that nobody can receive.</summary>
    Unreachable,

    /// <summary>Steps that wait for the office's next message.</summary>
    HandedToOffice,

    /// <summary>The office's own message.</summary>
    Summary,

    /// <summary>The message to the convenor.</summary>
    Report,

    /// <summary>Duties open.</summary>
    Opened,

    /// <summary>Dates are computed anew by a newly known holiday paper.</summary>
    Redated,

    /// <summary>A task had no update for too long.</summary>
    Stale,

    /// <summary>A milestone's date has passed.</summary>
    MilestoneMissed,

    /// <summary>A phase's window begins.</summary>
    PhaseOpened,

    /// <summary>The office is told that a phase's gate is near.</summary>
    GateNear,

    /// <summary>A phase's window is over.</summary>
    GateReached,

    /// <summary>Units lay what they filled in before their own leader.</summary>
    ReportFilled,

    /// <summary>Units hand in.</summary>
    Submitted,

    /// <summary>The office accepts.</summary>
    Accepted,

    /// <summary>The office returns.</summary>
    Returned,

    /// <summary>The office sends the district's table upward, locks a period, sends a bulletin round or issues it.</summary>
    Consolidated,

    /// <summary>Units object to a bulletin's draft.</summary>
    BulletinContested,

    /// <summary>Units sign for a bulletin.</summary>
    BulletinSigned,

    /// <summary>Units ask for more time.</summary>
    ExtensionAsked,

    /// <summary>The office answers that.</summary>
    ExtensionDecided,

    /// <summary>Units name their liaison or deputy.</summary>
    SeatNamed,

    /// <summary>Units announce an absence.</summary>
    AbsenceMarked,

    /// <summary>Lead units report progress.</summary>
    ProgressReported,

    /// <summary>Units ask for coordination.</summary>
    Blocked,

    /// <summary>The office says how it was solved.</summary>
    Solved,

    /// <summary>The office records evidence for a phase's goal.</summary>
    GoalMet,

    /// <summary>The office leaves a phase.</summary>
    GatePassed,

    /// <summary>A meeting is proposed, its agenda composed, laid before the convenor, returned, agreed.</summary>
    MeetingPrepared,

    /// <summary>The members are told of a meeting.</summary>
    MeetingNoticed,

    /// <summary>Members answer the notice.</summary>
    MeetingAnswered,

    /// <summary>Whoever is silent is asked again, or named to the office.</summary>
    MeetingChased,

    /// <summary>A meeting sits.</summary>
    MeetingSits,

    /// <summary>The draft of the minutes goes round.</summary>
    MinutesCirculate,

    /// <summary>The minutes are confirmed: what was decided is owed.</summary>
    MinutesConfirmed,

    /// <summary>A supervision group gets its mandate, visits, enters problems, hands its report in.</summary>
    Supervised,

    /// <summary>A supervision group checks what was mended.</summary>
    ProblemChecked,

    /// <summary>A unit proposes another member of the joint meeting.</summary>
    MemberAsked,

    /// <summary>The meeting's answer to it is entered.</summary>
    MemberDecided,

    /// <summary>It is put before the meeting that a unit joins or leaves.</summary>
    MembershipAsked,

    /// <summary>A unit joins or leaves.</summary>
    MembersChanged,

    /// <summary>The office amends the plan.</summary>
    PlanAmended,

    /// <summary>A holiday paper is imported.</summary>
    PaperImported,

    /// <summary>Anything else.</summary>
    Other,
}
