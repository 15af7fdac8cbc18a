using HuiminCoord.Domain.Files;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using Orleans;

namespace HuiminCoord.Domain.Units;

/// <summary>What a unit's actor can be asked to do.</summary>
[GenerateSerializer, Immutable, Alias("unit-command")]
public abstract record UnitCommand
{
    /// <summary>The campaign issues a version of its plan to the unit: the first, or one that amends the version it works by.</summary>
    /// <param name="IssuedAt">When that version was issued.</param>
    /// <param name="LeaderTitle">Who sits in the leader's seat until a name is given: 教育局负责同志.</param>
    [GenerateSerializer, Immutable, Alias("unit-command.begin")]
    public sealed record Begin(int PlanVersion, DateTimeOffset IssuedAt, string LeaderTitle) : UnitCommand;

    /// <summary>The unit names who holds a seat; naming the liaison is what the liaison duty asks for.</summary>
    /// <param name="Title">Post; may be empty.</param>
    /// <param name="Phone">Kept in the roster only, never in logs.</param>
    /// <param name="From">First day of the term; null = today.</param>
    [GenerateSerializer, Immutable, Alias("unit-command.name-seat")]
    public sealed record NameSeat(SeatKind Seat, string Holder, string Title, string Phone, DateOnly? From, DateOnly? Until) : UnitCommand;

    /// <summary>The seat falls vacant after the given day.</summary>
    [GenerateSerializer, Immutable, Alias("unit-command.end-seat")]
    public sealed record EndSeat(SeatKind Seat, DateOnly LastDay) : UnitCommand;

    /// <summary>The unit asks the joint meeting to take another member for it: the holder of its leader's seat. Nothing changes before the meeting decides.</summary>
    /// <param name="Title">Post; may be empty.</param>
    /// <param name="Phone">Kept with the unit and in the roster only, never in logs.</param>
    /// <param name="From">First day that is wished for; null = as soon as the meeting agrees.</param>
    [GenerateSerializer, Immutable, Alias("unit-command.propose-member")]
    public sealed record ProposeMember(string Holder, string Title, string Phone, DateOnly? From, string Reason) : UnitCommand;

    /// <summary>The unit takes its proposal back, before the meeting has decided.</summary>
    /// <param name="Reason">May be empty.</param>
    [GenerateSerializer, Immutable, Alias("unit-command.withdraw-member")]
    public sealed record WithdrawMember(string Reason) : UnitCommand;

    /// <summary>What the joint meeting decided about the proposal. Until the day from which it holds it may be corrected by deciding again.</summary>
    /// <param name="From">First day of the term; null = the day wished for, or today when that is over.</param>
    /// <param name="Until">Last day of the term; null = open.</param>
    /// <param name="Basis">Which meeting decided it.</param>
    /// <param name="Holder">Whom it decided on; null = whoever waits.</param>
    [GenerateSerializer, Immutable, Alias("unit-command.decide-member")]
    public sealed record DecideMember(bool Agreed, DateOnly? From, DateOnly? Until, string Basis, string? Holder = null) : UnitCommand;

    /// <summary>The holder of a seat is away; both days included.</summary>
    [GenerateSerializer, Immutable, Alias("unit-command.mark-absent")]
    public sealed record MarkAbsent(SeatKind Seat, DateOnly From, DateOnly Until) : UnitCommand;

    /// <summary>The unit hands in parts of an obligation; none named = all that are open or returned.</summary>
    /// <param name="Nil">零报告: nothing to report, said explicitly.</param>
    /// <param name="ReceivedAt">代录 only: when the office received the paper; null = the unit submits now.</param>
    /// <param name="Files">Evidence; null = none.</param>
    /// <param name="Form">What was filled in: reports of a plan with forms come with it, from the report's own actor; null = none.</param>
    [GenerateSerializer, Immutable, Alias("unit-command.submit")]
    public sealed record Submit(
        DutyId Duty, IReadOnlyList<string> Parts, string Note, bool Nil, DateTimeOffset? ReceivedAt, IReadOnlyList<FileRef>? Files = null, FormRef? Form = null) : UnitCommand;

    /// <summary>The office accepts submitted parts; none named = all that are submitted.</summary>
    /// <param name="Source">The room that laid the duty on the unit and checked it; null = the office.</param>
    /// <param name="Version">Of a report with a form: the version that was looked at; null = whatever was handed in last.</param>
    [GenerateSerializer, Immutable, Alias("unit-command.accept")]
    public sealed record Accept(DutyId Duty, IReadOnlyList<string> Parts, string? Source = null, int? Version = null) : UnitCommand;

    /// <summary>The office returns a part with remarks, each at a place.</summary>
    /// <param name="Source">As in <see cref="Accept"/>.</param>
    [GenerateSerializer, Immutable, Alias("unit-command.return")]
    public sealed record Return(DutyId Duty, string Part, IReadOnlyList<Remark> Remarks, string? Source = null) : UnitCommand;

    /// <summary>The office waives parts with a reason; none named = all that are not accepted.</summary>
    [GenerateSerializer, Immutable, Alias("unit-command.waive")]
    public sealed record Waive(DutyId Duty, IReadOnlyList<string> Parts, string Reason) : UnitCommand;

    /// <summary>The office begins to review submitted parts; none named = all that are submitted.</summary>
    [GenerateSerializer, Immutable, Alias("unit-command.begin-review")]
    public sealed record BeginReview(DutyId Duty, IReadOnlyList<string> Parts) : UnitCommand;

    /// <summary>The unit takes back what it submitted, before its review begins; none named = all that can be.</summary>
    /// <param name="Reason">May be empty.</param>
    [GenerateSerializer, Immutable, Alias("unit-command.withdraw")]
    public sealed record Withdraw(DutyId Duty, IReadOnlyList<string> Parts, string Reason) : UnitCommand;

    /// <summary>The unit asks for a later date, before the due date has passed.</summary>
    [GenerateSerializer, Immutable, Alias("unit-command.ask-extension")]
    public sealed record AskExtension(DutyId Duty, DateOnly Until, string Reason) : UnitCommand;

    /// <summary>The office decides the pending request.</summary>
    /// <param name="Until">The date granted; null = the date asked for.</param>
    [GenerateSerializer, Immutable, Alias("unit-command.decide-extension")]
    public sealed record DecideExtension(DutyId Duty, bool Granted, DateOnly? Until, string Reason) : UnitCommand;

    /// <summary>The office moves a due date, with a reason.</summary>
    [GenerateSerializer, Immutable, Alias("unit-command.move-due")]
    public sealed record MoveDue(DutyId Duty, DateOnly Due, string Reason) : UnitCommand;

    /// <summary>The office urges by hand (催报), at once.</summary>
    /// <param name="Reason">Needed for a second urge of the same duty on one date.</param>
    [GenerateSerializer, Immutable, Alias("unit-command.urge")]
    public sealed record Urge(DutyId Duty, string Reason) : UnitCommand;

    /// <summary>A task, a meeting or the office lays a duty on the unit.</summary>
    [GenerateSerializer, Immutable, Alias("unit-command.assign")]
    public sealed record Assign(DutyId Duty, Assignment Assignment) : UnitCommand;

    /// <summary>The unit confirms that a paper reached it.</summary>
    [GenerateSerializer, Immutable, Alias("unit-command.confirm-receipt")]
    public sealed record ConfirmReceipt(string Paper) : UnitCommand;

    /// <summary>An amended plan does not name the unit as a member any more.</summary>
    [GenerateSerializer, Immutable, Alias("unit-command.leave")]
    public sealed record Leave(int PlanVersion) : UnitCommand;

    /// <summary>The campaign works by a holiday paper that was imported: the unit revises its dates now instead of at its next wake.</summary>
    /// <param name="Revision">Of the imported papers; whoever decides must have read them up to it.</param>
    [GenerateSerializer, Immutable, Alias("unit-command.adopt-calendar")]
    public sealed record AdoptCalendar(int Revision) : UnitCommand;
}

/// <summary>A remark on a returned part.</summary>
/// <param name="Place">Where: 行/列, a paragraph.</param>
/// <param name="Cell">The cell of the table that is meant: <c>chi-shipin/officers</c>; null = no single one.</param>
[GenerateSerializer, Immutable, Alias("remark")]
public sealed record Remark(string Place, string Text, string? Cell = null);
