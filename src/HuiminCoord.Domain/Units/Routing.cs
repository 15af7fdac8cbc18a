using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Units;

/// <summary>Who receives what is meant for a role, on a given day. A reminder must reach somebody or be seen not to.</summary>
internal static class Routing
{
    /// <summary>The seat that stands for the liaison today: liaison, else deputy, else leader; null = nobody.</summary>
    internal static string? Liaison(UnitState state, UnitId unit, DateOnly today) =>
        StandIns.OfLiaison(state.SeatOf, today) is { } seat ? Recipients.Of(unit, seat) : null;

    /// <summary>All recipients of a rung, each once, in a fixed order.</summary>
    internal static IReadOnlyList<string> Of(IEnumerable<Role> roles, UnitState state, UnitId unit, DateOnly today) =>
        [.. roles.Select(r => One(r, state, unit, today)).OfType<string>().Distinct()];

    /// <summary>The seat that a role means when everything is filled: where an undeliverable step is listed.</summary>
    internal static string Meant(Role role, UnitId unit) => role switch
    {
        Role.Liaison => Recipients.Of(unit, SeatKind.Liaison),
        Role.Deputy => Recipients.Of(unit, SeatKind.Deputy),
        Role.Leader => Recipients.Of(unit, SeatKind.Leader),
        Role.Office => Recipients.Office,
        Role.Convenor => Recipients.Convenor,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    private static string? One(Role role, UnitState state, UnitId unit, DateOnly today) => role switch
    {
        Role.Liaison => Liaison(state, unit, today),
        Role.Deputy => state.Deputy?.PresentOn(today) == true ? Meant(role, unit) : null,
        Role.Leader => Leader(state, unit, today),
        _ => Meant(role, unit),
    };

    private static string? Leader(UnitState state, UnitId unit, DateOnly today) =>
        state.Leader?.LivingOn(today) == true ? Recipients.Of(unit, SeatKind.Leader) : null;
}
