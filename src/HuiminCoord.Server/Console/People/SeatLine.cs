using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Onboarding;
using HuiminCoord.Domain.Units;
using HuiminCoord.Server.Api.Units;

namespace HuiminCoord.Server.Console.People;

/// <summary>A seat of a unit: who holds it today, and who held it before.</summary>
/// <param name="Now">Null while it is vacant. What the plan puts into a leader's seat before anybody was named counts as vacant.</param>
/// <param name="Past">Terms that are over, the latest first.</param>
public sealed record SeatLine(SeatKind Seat, SeatView? Now, IReadOnlyList<SeatView> Past)
{
    /// <summary>The seat's name in addresses.</summary>
    public string Name => Recipients.Name(Seat);

    /// <summary>An absence of today's holder that is not over.</summary>
    internal (DateOnly From, DateOnly Until)? AbsenceOn(DateOnly today) =>
        Now is { AbsentFrom: { } from, AbsentUntil: { } until } && until >= today ? (from, until) : null;

    /// <summary>A unit's seats in the order in which they are spoken of.</summary>
    internal static IReadOnlyList<SeatLine> Of(IReadOnlyList<SeatView> terms) => [.. new[] { SeatKind.Liaison, SeatKind.Deputy, SeatKind.Leader }.Select(seat =>
    {
        var held = terms.Where(t => t.Seat == Recipients.Name(seat) && !NamingRules.IsPlaceholder(t.Holder) && (t.Until is null || t.From <= t.Until)).ToList();
        var now = held.FirstOrDefault(t => t.Current);
        return new SeatLine(seat, now, [.. held.Where(t => t != now)]);
    })];

    /// <summary>Who is reached today for what is meant for the liaison; null = nobody. A leader who was not named yet is reached all the same.</summary>
    internal static SeatKind? Reached(IReadOnlyList<SeatView> terms, DateOnly today) => StandIns.OfLiaison(
        kind => terms.FirstOrDefault(t => t.Current && t.Seat == Recipients.Name(kind)) is { } now
            ? new Seat(now.Holder, now.From, now.Until) { AbsentFrom = now.AbsentFrom, AbsentUntil = now.AbsentUntil }
            : null,
        today);
}
