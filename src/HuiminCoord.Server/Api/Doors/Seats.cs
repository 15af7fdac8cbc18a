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
}
