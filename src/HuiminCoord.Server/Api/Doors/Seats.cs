using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Api.Doors;

/// <summary>Seats as they are written in addresses: <c>liaison</c>, <c>deputy</c>, <c>leader</c>.</summary>
internal static class Seats
{
    internal static SeatKind? Find(string? name) =>
        Enum.GetValues<SeatKind>().Where(k => Recipients.Name(k) == name).Select(k => (SeatKind?)k).FirstOrDefault();

    internal static SeatKind Require(string name) => Find(name) ?? throw new RefusedException(new Refusal("seat.unknown", name));

    /// <summary>Who acts when a unit acts by itself, as long as there are no accounts.</summary>
    internal static string LiaisonOf(string unit) => Recipients.Of(new UnitId(unit), SeatKind.Liaison);

    /// <summary>Who speaks for a unit on its own seats.</summary>
    internal static string LeaderOf(string unit) => Recipients.Of(new UnitId(unit), SeatKind.Leader);
}
