using System.Text.Json.Serialization;
using HuiminCoord.Domain.Files;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using Orleans;

namespace HuiminCoord.Domain.Units;

/// <summary>What happened to a unit. Stored and relayed by alias; fields are append-only.</summary>
[Alias("unit-event")]
public abstract record UnitEvent
{
    /// <summary>The plan reached the unit.</summary>
    /// <param name="KnownAt">As in <see cref="DatesRevised"/>.</param>
    [Alias("unit.begun")]
    public sealed record Begun(int PlanVersion, DateTimeOffset IssuedAt, Seat Leader, DateOnly KnownOn, DateTimeOffset? KnownAt = null) : UnitEvent;

    /// <summary>Obligations opened; the occurrences up to this day are open from now on.</summary>
    /// <param name="BroughtAt">The amendment that brought them; null = they came with the unit's first plan, or on their day.</param>
    [Alias("unit.opened")]
    public sealed record Opened(DateOnly Through, IReadOnlyList<OpenedDuty> Duties, DateTimeOffset? BroughtAt = null) : UnitEvent;

    /// <summary>An amended plan took the place of the one before: what stays open, with other terms, and what ends.</summary>
    /// <param name="At">When the version was issued.</param>
    /// <param name="Duties">Open obligations for which something must be kept; the others follow the new terms by themselves.</param>
    /// <param name="Ended">Open obligations that the plan does not lay on the unit any more.</param>
    /// <param name="NotAgain">Duties whose opening has been, and that are not to be opened by a later day or a later plan.</param>
    [Alias("unit.amended")]
    public sealed record Amended(int PlanVersion, DateTimeOffset At, IReadOnlyList<AmendedDuty> Duties, IReadOnlyList<DutyId> Ended, IReadOnlyList<string> NotAgain) : UnitEvent;

    /// <summary>The unit is no member any more; what it owed ends.</summary>
    [Alias("unit.left")]
    public sealed record Left(int PlanVersion, DateTimeOffset At, IReadOnlyList<DutyId> Ended) : UnitEvent;

    /// <summary>A seat was named.</summary>
    [Alias("unit.seat-named")]
    public sealed record SeatNamed(SeatKind Seat, Seat Holder, string Title, string Phone) : UnitEvent;

    /// <summary>The unit proposed another member of the joint meeting: the next holder of its leader's seat.</summary>
    /// <param name="From">First day that is wished for.</param>
    /// <param name="On">Day of the proposal, Asia/Shanghai.</param>
    [Alias("unit.member-proposed")]
    public sealed record MemberProposed(string Holder, string Title, string Phone, DateOnly From, string Reason, DateOnly On) : UnitEvent;

    /// <summary>The unit took its proposal back.</summary>
    [Alias("unit.member-withdrawn")]
    public sealed record MemberWithdrawn(string Reason) : UnitEvent;

    /// <summary>The joint meeting agreed; the seat is named on the first day of the term.</summary>
    [Alias("unit.member-agreed")]
    public sealed record MemberAgreed(DateOnly From, DateOnly? Until, string Basis, DateOnly On) : UnitEvent;

    /// <summary>The joint meeting did not agree; everything stays as it was.</summary>
    [Alias("unit.member-refused")]
    public sealed record MemberRefused(string Basis, DateOnly On) : UnitEvent;

    /// <summary>A seat's term got a last day.</summary>
    [Alias("unit.seat-ended")]
    public sealed record SeatEnded(SeatKind Seat, DateOnly LastDay) : UnitEvent;

    /// <summary>An absence was announced.</summary>
    [Alias("unit.absence-marked")]
    public sealed record AbsenceMarked(SeatKind Seat, DateOnly From, DateOnly Until) : UnitEvent;

    /// <summary>Parts were handed in.</summary>
    /// <param name="At">When they count as submitted: now, or when paper was received.</param>
    /// <param name="OnBehalf">True for 代录.</param>
    /// <param name="To">Who gets the receipt.</param>
    /// <param name="Files">Evidence; null = none. It leaves the actor with this event.</param>
    /// <param name="Form">What was filled in; null = handed in without a form.</param>
    [Alias("unit.submitted")]
    public sealed record Submitted(
        DutyId Duty, IReadOnlyList<string> Parts, DateTimeOffset At, string Note, bool Nil, bool OnBehalf, string? To, IReadOnlyList<FileRef>? Files = null, FormRef? Form = null) : UnitEvent;

    /// <summary>The obligation counts as reported from now on (已报), until something is taken back.</summary>
    /// <param name="At">The instant by which it is judged; null = everything was waived or it was entered late.</param>
    /// <param name="OnTime">Null when it cannot be late.</param>
    /// <param name="LateWorkdays">Working days of lateness; 0 on time, and also for a delay that covers no working day.</param>
    [Alias("unit.reported")]
    public sealed record Reported(DutyId Duty, DateTimeOffset? At, bool? OnTime, int LateWorkdays) : UnitEvent;

    /// <summary>Parts were accepted.</summary>
    [Alias("unit.accepted")]
    public sealed record Accepted(DutyId Duty, IReadOnlyList<string> Parts) : UnitEvent;

    /// <summary>A part was returned.</summary>
    [Alias("unit.returned")]
    public sealed record Returned(DutyId Duty, string Part, IReadOnlyList<Remark> Remarks, DateOnly CorrectionDue, string? To) : UnitEvent;

    /// <summary>Parts were waived.</summary>
    [Alias("unit.waived")]
    public sealed record Waived(DutyId Duty, IReadOnlyList<string> Parts, string Reason) : UnitEvent;

    /// <summary>The review of submitted parts has begun.</summary>
    [Alias("unit.review-begun")]
    public sealed record ReviewBegun(DutyId Duty, IReadOnlyList<string> Parts) : UnitEvent;

    /// <summary>The unit took back what it had submitted.</summary>
    /// <param name="Parts">What each part is now: open, returned as before, or waived because it is not owed any more.</param>
    /// <param name="Unreported">The obligation does not count as reported any more; it is judged when it is complete again.</param>
    /// <param name="CorrectionDue">Correction date (修改时限) in force now; null when nothing is returned.</param>
    /// <param name="Passed">Rungs whose time passed while nothing had to be handed in: they are not given.</param>
    [Alias("unit.withdrawn")]
    public sealed record Withdrawn(
        DutyId Duty, IReadOnlyDictionary<string, PartStage> Parts, string Reason, bool Unreported, DateOnly? CorrectionDue, IReadOnlyList<string> Passed) : UnitEvent;

    /// <summary>Every part is accepted or waived: the obligation leaves the document.</summary>
    [Alias("unit.closed")]
    public sealed record Closed(DutyId Duty) : UnitEvent;

    /// <summary>An extension was asked for.</summary>
    [Alias("unit.extension-asked")]
    public sealed record ExtensionAsked(DutyId Duty, DateOnly Until, string Reason) : UnitEvent;

    /// <summary>An extension was granted: rungs are planned anew from <paramref name="At"/>.</summary>
    [Alias("unit.extension-granted")]
    public sealed record ExtensionGranted(DutyId Duty, DateTimeOffset At, DateOnly Until, DateOnly DoBy, bool Provisional, string Reason) : UnitEvent;

    /// <summary>An extension was refused; nothing else changed.</summary>
    [Alias("unit.extension-refused")]
    public sealed record ExtensionRefused(DutyId Duty, string Reason) : UnitEvent;

    /// <summary>The due date was moved; rungs keep their ids.</summary>
    [Alias("unit.due-moved")]
    public sealed record DueMoved(DutyId Duty, DateOnly Due, DateOnly DoBy, bool Provisional, string Reason) : UnitEvent;

    /// <summary>The office urged.</summary>
    [Alias("unit.urged")]
    public sealed record Urged(DutyId Duty, DateOnly On, string Reason, string? To) : UnitEvent;

    /// <summary>A duty was laid on the unit.</summary>
    [Alias("unit.assigned")]
    public sealed record Assigned(DutyId Duty, Assignment Assignment, DateTimeOffset At, DateOnly DoBy, bool Provisional) : UnitEvent;

    /// <summary>Receipt of a paper was confirmed.</summary>
    [Alias("unit.receipt-confirmed")]
    public sealed record ReceiptConfirmed(string Paper) : UnitEvent;

    /// <summary>Something that the next digest has to tell.</summary>
    [Alias("unit.change-noted")]
    public sealed record ChangeNoted(DateTimeOffset At, string Item) : UnitEvent;

    /// <summary>Reminders were given in one slot.</summary>
    /// <param name="Slot">Minute of the wake, Asia/Shanghai: 2020-09-22T09:00.</param>
    /// <param name="Steps">Every due rung and what became of it.</param>
    /// <param name="Told">Recipients of a message in this slot, whether by a step or for a change.</param>
    /// <param name="Changes">Changes told in it.</param>
    [Alias("unit.reminded")]
    public sealed record Reminded(string Slot, IReadOnlyList<FiredStep> Steps, IReadOnlyList<string> Told, IReadOnlyList<string> Changes) : UnitEvent;

    /// <summary>A new holiday paper is known; the listed dates are other than before.</summary>
    /// <param name="Paper">The paper or layer that became known last.</param>
    /// <param name="KnownAt">The instant of knowledge where the day does not say it: something was imported during that day.</param>
    /// <param name="Reason">Why the paper was imported; null when it came with the program.</param>
    /// <param name="Moved">Reminders that were planned and not given, and are planned for another time now.</param>
    [Alias("unit.dates-revised")]
    public sealed record DatesRevised(
        DateOnly KnownOn, string Paper, IReadOnlyList<OpenedDuty> Duties, DateTimeOffset? KnownAt, string? Reason, IReadOnlyList<MovedStep> Moved) : UnitEvent;
}

/// <summary>An obligation with its dates as registers show them.</summary>
[Alias("opened-duty")]
public sealed record OpenedDuty(DutyId Duty, DateOnly? Due, DateOnly? DoBy, bool Provisional, bool EnteredLate);

/// <summary>What an amendment changes in an open obligation.</summary>
/// <param name="Dated">Its dates from now on.</param>
/// <param name="Replanned">It got another reporting date: rungs not given are cancelled and planned anew.</param>
/// <param name="Keeps">The reporting date that it keeps though the plan says another.</param>
/// <param name="Passed">Rungs that are new in its ladder and whose time has passed: they are not given.</param>
/// <param name="Dropped">Parts that are not asked for any more.</param>
/// <param name="Parts">Stages of all parts, where the plan's other parts or the unit's other profile change them; else null.</param>
/// <param name="Since">From when its rungs count, where the plan alone would say otherwise: the amendment, or the opening that was.</param>
[Alias("amended-duty")]
public sealed record AmendedDuty(
    OpenedDuty Dated, bool Replanned, DateOnly? Keeps, IReadOnlyList<string> Passed, IReadOnlyList<string> Dropped, IReadOnlyDictionary<string, PartStage>? Parts, DateTimeOffset? Since)
{
    /// <summary>The duty.</summary>
    [JsonIgnore]
    public DutyId Duty => Dated.Duty;
}
