using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Plans;

/// <summary>One version of a campaign's plan: who owes what by when, and who is told. Immutable; every actor decides by it.</summary>
/// <param name="Campaign">The campaign that the plan is for.</param>
/// <param name="Version">1 for the plan as issued; an amendment adds one.</param>
/// <param name="Title">What the office calls the campaign.</param>
/// <param name="District">Where it runs.</param>
/// <param name="Document">The paper that the plan rests on.</param>
/// <param name="Window">First and last day of the campaign, both included.</param>
/// <param name="Convenor">The unit whose head convenes the joint meeting and whose staff is its office.</param>
/// <param name="Amendment">Why this version takes the place of the one before; null for version 1.</param>
/// <param name="Meetings">How meetings are held; null in plans that do not say it.</param>
/// <param name="Forms">The forms of reports; null in plans without: their reports are handed in as text and files.</param>
public sealed record Plan(
    CampaignId Campaign,
    int Version,
    string Title,
    District District,
    IssuingDocument Document,
    DateWindow Window,
    UnitId Convenor,
    PlanSettings Settings,
    IReadOnlyList<Clause> Clauses,
    IReadOnlyList<UnitPlan> Units,
    IReadOnlyList<DomainPlan> Domains,
    IReadOnlyList<TaskPlan> Tasks,
    IReadOnlyList<PhasePlan> Phases,
    IReadOnlyList<DutyPlan> Duties,
    IReadOnlyDictionary<DutyKind, Ladder> Ladders,
    IReadOnlyList<OpenQuestion> Questions,
    PlanAmendment? Amendment = null,
    IReadOnlyDictionary<MeetingKind, MeetingPlan>? Meetings = null,
    FormPlan? Forms = null)
{
    /// <summary>The unit with this id, or null.</summary>
    public UnitPlan? Unit(UnitId id) => Units.FirstOrDefault(u => u.Id == id);

    /// <summary>The task with this id, or null.</summary>
    public TaskPlan? Task(TaskId id) => Tasks.FirstOrDefault(t => t.Id == id);

    /// <summary>The phase with this id, or null.</summary>
    public PhasePlan? Phase(PhaseId id) => Phases.FirstOrDefault(p => p.Id == id);

    /// <summary>The domain with this id, or null.</summary>
    public DomainPlan? Domain(string id) => Domains.FirstOrDefault(d => d.Id == id);
}

/// <summary>A county-level district.</summary>
/// <param name="Code">Six-digit division code, 150103 for 回民区.</param>
/// <param name="Name">Name in Chinese.</param>
public sealed record District(string Code, string Name);

/// <summary>The issued paper: its number is given by the issuing body's registry, never by this software.</summary>
/// <param name="IssuedOn">Date on the paper, Asia/Shanghai. Duties due before it are entered late, never overdue.</param>
/// <param name="File">Name of the file or scan in which it is kept; empty when that was not entered.</param>
public sealed record IssuingDocument(string Number, string Issuer, DateOnly IssuedOn, string File = "");

/// <summary>Days from <paramref name="From"/> to <paramref name="To"/>, both included.</summary>
public sealed record DateWindow(DateOnly From, DateOnly To)
{
    /// <summary>True when the day lies inside.</summary>
    public bool Contains(DateOnly day) => From <= day && day <= To;
}

/// <summary>Where in the paper something is said, in our own words.</summary>
/// <param name="Where">The place, such as 正文 or 四（一）.</param>
/// <param name="Gist">What it asks for, in a short sentence of ours.</param>
public sealed record Clause(string Id, string Where, string Gist);

/// <summary>A member unit.</summary>
/// <param name="Aliases">Other names that the paper or people use for it.</param>
/// <param name="Table">Which statistics table the unit fills; none means the table part of its reports is waived.</param>
public sealed record UnitPlan(UnitId Id, string Name, IReadOnlyList<string> Aliases, TableProfile Table);

/// <summary>Which statistics table a unit fills (an open question of the plan: the notice names no form).</summary>
public enum TableProfile
{
    /// <summary>All indicators.</summary>
    Enforcing,

    /// <summary>Without the indicators of case work.</summary>
    Managing,

    /// <summary>No table: only the summary is owed.</summary>
    None,
}

/// <summary>A field of work such as 吃, with one lead unit.</summary>
/// <param name="Sections">Lead sections (股室) inside the lead unit.</param>
public sealed record DomainPlan(string Id, string Name, string Goal, UnitId Lead, IReadOnlyList<SectionPlan> Sections, IReadOnlyList<UnitId> Cooperating, string Clause);

/// <summary>A section (股室) of the lead unit.</summary>
public sealed record SectionPlan(string Id, string Name);

/// <summary>One of the campaign's tasks.</summary>
/// <param name="Section">The lead section's id, one of its domain's. The notice assigns by domain only: this is our default.</param>
/// <param name="Cooperating">Units that support it: its domain's, unless the task names its own.</param>
/// <param name="Venues">Kinds of place it covers, where the paper lists them.</param>
public sealed record TaskPlan(TaskId Id, string Domain, int Number, string Title, string Section, IReadOnlyList<UnitId> Cooperating, IReadOnlyList<string> Venues, string Clause);

/// <summary>A phase with its window and what must be shown before it is left.</summary>
public sealed record PhasePlan(PhaseId Id, string Title, DateWindow Window, IReadOnlyList<PhaseGoal> Goals, string Clause);

/// <summary>Something a phase must show.</summary>
public sealed record PhaseGoal(string Id, string Text);

/// <summary>A point that the paper leaves open: a visible default and a question to the convenor, never a silent decision.</summary>
/// <param name="Ask">The question.</param>
/// <param name="Default">What the software does until it is answered.</param>
/// <param name="Affects">The setting or duty it governs.</param>
/// <param name="Answer">What the convenor answered; null while the default holds. An answer comes with an amendment.</param>
public sealed record OpenQuestion(string Id, string Ask, string Default, string Affects, string? Answer = null);

/// <summary>Why a plan version takes the place of the one before, and who decided it.</summary>
/// <param name="Basis">What it rests on: a paper, a minute of the meeting, <c>question/{id}</c>; may be empty.</param>
public sealed record PlanAmendment(string Reason, string Basis, AmendingBody DecidedBy);

/// <summary>Who may amend what. 回政办字〔2020〕57号 gives content and measures to the office director, members to the meeting.</summary>
public enum AmendingBody
{
    /// <summary>联席会议办公室主任: content and measures.</summary>
    OfficeDirector,

    /// <summary>联席会议: also the member units.</summary>
    Meeting,
}
