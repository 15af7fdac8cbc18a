using HuiminCoord.Domain.Units;
using HuiminCoord.Server.Api.Bodies;

namespace HuiminCoord.Server.Api.Units;

/// <summary>A unit proposes another member of the joint meeting.</summary>
/// <param name="Holder">Name.</param>
/// <param name="Reason">Why, for the agenda.</param>
/// <param name="Title">Post.</param>
/// <param name="Phone">Kept with the unit and in the roster only.</param>
/// <param name="From">First day that is wished for; absent = as soon as the meeting agrees.</param>
public sealed record ProposeMemberBody(
    [property: Words(40, 1)] string Holder, [property: Words(100, 1)] string Reason, [property: Words(40)] string? Title = null,
    [property: Words(40)] string? Phone = null, DateOnly? From = null);

/// <summary>A unit takes its proposal back.</summary>
/// <param name="Reason">May be absent.</param>
public sealed record WithdrawMemberBody([property: Words(100)] string? Reason = null);

/// <summary>What the joint meeting decided.</summary>
/// <param name="Agreed">同意 or 不同意.</param>
/// <param name="Basis">Which meeting.</param>
/// <param name="From">First day of the term; absent = the day wished for, or today when that is over.</param>
/// <param name="Until">Last day of the term; absent = open.</param>
/// <param name="Holder">Whom the meeting decided on: when another waits by now, it is refused. Absent = whoever waits.</param>
public sealed record DecideMemberBody(
    bool Agreed, [property: Words(100, 1)] string Basis, DateOnly? From = null, DateOnly? Until = null, [property: AddedLater, Words(40, 1)] string? Holder = null);

/// <summary>Who shall sit for a unit in the joint meeting.</summary>
/// <param name="Unit">Its id.</param>
/// <param name="UnitName">What it is called.</param>
/// <param name="Pending">What waits for the meeting, or for its day; null = nothing.</param>
/// <param name="Answered">What the meeting answered last; null = it was never asked.</param>
public sealed record MemberView(string Unit, string UnitName, MemberProposalView? Pending, MemberAnswerView? Answered)
{
    internal static MemberView Of(string unit, string name, MemberMatter? matter) => new(
        unit, name,
        matter?.Pending is { } p ? new(p.Holder, p.Title, p.Phone, p.From, p.Reason, p.ProposedOn, p.Agreed?.From, p.Agreed?.Until) : null,
        matter?.Answered is { } a ? new(a.Holder, a.Agreed, a.From, a.Until, a.Basis, a.On) : null);
}

/// <summary>A proposal.</summary>
/// <param name="From">First day that is wished for.</param>
/// <param name="AgreedFrom">First day of the term to which the meeting has agreed; null = it has not decided.</param>
/// <param name="AgreedUntil">Last day of that term; null = open.</param>
public sealed record MemberProposalView(
    string Holder, string Title, string Phone, DateOnly From, string Reason, DateOnly ProposedOn, DateOnly? AgreedFrom, DateOnly? AgreedUntil);

/// <summary>An answer of the meeting.</summary>
/// <param name="On">Day on which it was entered.</param>
public sealed record MemberAnswerView(string Holder, bool Agreed, DateOnly? From, DateOnly? Until, string Basis, DateOnly On);
