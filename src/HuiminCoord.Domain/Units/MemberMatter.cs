using System.Text.Json.Serialization;
using HuiminCoord.Domain.Identity;
using Orleans;

namespace HuiminCoord.Domain.Units;

/// <summary>Who shall sit for a unit in the joint meeting: what the unit has asked for, and what was answered last. The actor and the register keep it alike.</summary>
/// <param name="Pending">What waits for the meeting, or for the day from which the meeting's word holds.</param>
/// <param name="Answered">The last answer.</param>
[Alias("member-matter")]
public sealed record MemberMatter(MemberProposal? Pending, MemberAnswer? Answered)
{
    /// <summary>How changes begin that tell a unit what the meeting decided.</summary>
    internal const string Note = "member:";

    /// <summary>The matter after one event; events about other things leave it as it is.</summary>
    public static MemberMatter? Evolve(MemberMatter? matter, UnitEvent @event) => @event switch
    {
        UnitEvent.MemberProposed e => new(new(e.Holder, e.Title, e.Phone, e.From, e.Reason, e.On, null), matter?.Answered),
        UnitEvent.MemberAgreed e when matter?.Pending is { } change =>
            new(change with { Agreed = new(e.From, e.Until, e.Basis) }, new(change.Holder, true, e.From, e.Until, e.Basis, e.On)),
        UnitEvent.MemberRefused e when matter?.Pending is { } change => new(null, new(change.Holder, false, null, null, e.Basis, e.On)),
        // Named all the same, by the office: there is nothing left to ask for.
        UnitEvent.SeatNamed { Seat: SeatKind.Leader } e when matter?.Pending?.Holder == e.Holder.Holder => Settled(matter),
        UnitEvent.MemberWithdrawn or UnitEvent.Left when matter?.Pending is not null => Settled(matter),
        _ => matter,
    };

    private static MemberMatter? Settled(MemberMatter? matter) => matter?.Answered is null ? null : matter with { Pending = null };
}

/// <summary>A proposal that waits.</summary>
/// <param name="From">First day that is wished for.</param>
/// <param name="ProposedOn">Day of the proposal, Asia/Shanghai.</param>
/// <param name="Agreed">What the meeting agreed to and what waits for its day; null = the meeting has not decided.</param>
[Alias("member-proposal")]
public sealed record MemberProposal(string Holder, string Title, string Phone, DateOnly From, string Reason, DateOnly ProposedOn, MemberTerm? Agreed)
{
    /// <summary>The day that was asked for; null = as soon as the meeting agrees.</summary>
    [JsonIgnore]
    public DateOnly? WishedFrom => From > ProposedOn ? From : null;
}

/// <summary>The term that the meeting agreed to.</summary>
[Alias("member-term")]
public sealed record MemberTerm(DateOnly From, DateOnly? Until, string Basis);

/// <summary>What the meeting answered last.</summary>
/// <param name="From">First day of the term; null = it did not agree.</param>
/// <param name="On">Day on which the answer was entered.</param>
[Alias("member-answer")]
public sealed record MemberAnswer(string Holder, bool Agreed, DateOnly? From, DateOnly? Until, string Basis, DateOnly On);
