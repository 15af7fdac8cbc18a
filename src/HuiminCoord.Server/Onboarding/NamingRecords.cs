using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Server.Onboarding;

/// <summary>What a unit's link leads to. It speaks of this unit only.</summary>
/// <param name="Title">What the office calls the campaign.</param>
/// <param name="Document">Number of the paper that it rests on.</param>
/// <param name="Name">The unit's name.</param>
/// <param name="Seats">Leader, liaison, deputy.</param>
public sealed record UnitInvitation(string Campaign, string Title, string Document, string Unit, string Name, DateTimeOffset ExpiresAt, IReadOnlyList<InvitedSeat> Seats);

/// <summary>A seat that the unit may name somebody for.</summary>
/// <param name="Holder">Who holds it today; null = nobody. Without telephone and mail: the link may have gone astray.</param>
/// <param name="Title">The holder's post.</param>
/// <param name="Named">Who was named and waits for the office; null = nobody.</param>
/// <param name="Open">False for a leader who has been named: changing them is for the joint meeting.</param>
public sealed record InvitedSeat(SeatKind Seat, string? Holder, string? Title, string? Named, bool Open);

/// <summary>The unit's word was taken.</summary>
/// <param name="Seats">What became of each seat.</param>
public sealed record NamedAnswer(string Unit, string Name, IReadOnlyList<NamedSeatAnswer> Seats);

/// <summary>One seat that was named.</summary>
/// <param name="InForce">True when the roster says so already; false while it is on its way, which the server sees to.</param>
/// <param name="Refusal">Why the roster did not take it, where something else happened at the same moment.</param>
public sealed record NamedSeatAnswer(SeatKind Seat, string Holder, bool InForce, Refusal? Refusal);
