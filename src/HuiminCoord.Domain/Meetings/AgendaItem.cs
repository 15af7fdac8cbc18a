using System.Text.Json.Serialization;
using HuiminCoord.Domain.Files;
using HuiminCoord.Domain.Identity;
using Orleans;

namespace HuiminCoord.Domain.Meetings;

/// <summary>The four parts of an agenda, in the order of the one page (会议一页纸).</summary>
public enum AgendaHeading
{
    /// <summary>需拍板事项.</summary>
    ToDecide,

    /// <summary>上次议定事项未完成.</summary>
    CarriedOver,

    /// <summary>未报单位.</summary>
    NotReported,

    /// <summary>成员调整.</summary>
    Members,
}

/// <summary>Why an item is there.</summary>
public enum AgendaReason
{
    /// <summary>A decision of an earlier meeting is not done.</summary>
    OpenDecision,

    /// <summary>A unit owes something that is late, came back, or for which it asks a later date.</summary>
    NotReported,

    /// <summary>A task waits for coordination (需协调解决).</summary>
    BlockedTask,

    /// <summary>A phase ends soon, or has ended, and its gate is not passed.</summary>
    PhaseGate,

    /// <summary>The plan leaves points open for which a default holds.</summary>
    OpenQuestions,

    /// <summary>Whoever prepares the meeting put it there.</summary>
    EnteredByOffice,

    /// <summary>A member unit asked for it.</summary>
    EnteredByUnit,

    /// <summary>A unit's member of the joint meeting shall change, or a unit shall join or leave.</summary>
    MemberChange,

    /// <summary>A unit has problems of supervision that are past their date, or for which it asks a later one.</summary>
    SupervisionProblem,

    /// <summary>Two units disagree on whose work a task, or a part of it, is (分工争议).</summary>
    TaskDispute,
}

/// <summary>One item of an agenda: fact, proposal, who is responsible.</summary>
/// <param name="Id">Says what it is about, so that composing again finds it: <c>blocked.chi-7</c>, <c>dispute.chi-7</c>, <c>late.nongmu.monthly</c>, <c>seat.jiaoyu</c>, <c>own.2</c>.</param>
/// <param name="Fact">What is the case, in one or two sentences.</param>
/// <param name="Proposal">What the meeting could say to it; may be empty.</param>
/// <param name="Owner">Who speaks to it and would carry it out: sections, units, posts; several are separated by 、.</param>
/// <param name="Minutes">Planned, 1 to 120.</param>
/// <param name="Rows">The registers' rows behind it: <c>obligation/nongmu/monthly-2020-11</c>, <c>task/chi-7</c>, <c>question/…</c>, <c>phase/…</c>, <c>member/jiaoyu</c>, <c>membership/shuiwu</c>.</param>
/// <param name="Units">Units that it is about: to a member, items about others are only counted.</param>
/// <param name="Removed">Why the office took it off; null = it is on.</param>
/// <param name="Addendum">True when it came after the notice.</param>
/// <param name="Papers">议题材料: open to everybody whom the item is shown to; null = none.</param>
/// <param name="Subject">Of a change of members: exactly what is asked for, so that a ruling carries out nothing else; null elsewhere.</param>
[GenerateSerializer, Immutable, Alias("agenda-item")]
public sealed record AgendaItem(
    string Id, AgendaHeading Heading, AgendaReason Reason, string Fact, string Proposal, string Owner, int Minutes,
    IReadOnlyList<string> Rows, IReadOnlyList<UnitId> Units, string? Removed = null, bool Addendum = false, IReadOnlyList<FileRef>? Papers = null, string? Subject = null)
{
    /// <summary>Longest <see cref="Fact"/> and <see cref="Proposal"/>: the one page has room for two lines of each.</summary>
    public const int LongestText = 200;

    /// <summary>Longest <see cref="Owner"/>.</summary>
    public const int LongestOwner = 60;

    /// <summary>True when people entered it.</summary>
    [JsonIgnore]
    public bool IsEntered => Reason is AgendaReason.EnteredByOffice or AgendaReason.EnteredByUnit;

    /// <summary>By what it holds; records compare lists by reference.</summary>
    public bool SameAs(AgendaItem other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other with { Rows = Rows, Units = Units, Papers = Papers } == this && other.Rows.SequenceEqual(Rows) && other.Units.SequenceEqual(Units)
            && (other.Papers ?? []).SequenceEqual(Papers ?? []);
    }
}
