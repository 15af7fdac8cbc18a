using HuiminCoord.Domain.Units;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;

namespace HuiminCoord.Server.Api.Units;

/// <summary>Naming who holds a seat. It takes effect on the unit's word.</summary>
/// <param name="Holder">Name.</param>
/// <param name="Title">Post.</param>
/// <param name="Phone">Kept in the roster only.</param>
/// <param name="From">First day of the term; absent = today.</param>
/// <param name="Until">Last day of the term; absent = open.</param>
public sealed record NameSeatBody(
    [property: Words(40, 1)] string Holder, [property: Words(40)] string? Title = null, [property: Words(40)] string? Phone = null,
    DateOnly? From = null, DateOnly? Until = null);

/// <summary>Ending a term.</summary>
/// <param name="LastDay">Last day of the term; the seat is vacant after it.</param>
public sealed record EndSeatBody(DateOnly LastDay);

/// <summary>Announcing an absence; both days included.</summary>
/// <param name="From">First day away.</param>
/// <param name="Until">Last day away.</param>
public sealed record AbsenceBody(DateOnly From, DateOnly Until);

/// <summary>The seats of a unit, on the unit's own word.</summary>
internal static class SeatEndpoints
{
    internal static void Map(RouteGroupBuilder unit)
    {
        unit.MapPost("/seats/{seat}/name", Name).AsCommand("nameSeat", new NameSeatBody("联络人甲", "办公室主任", "0471-0000000"))
            .Refuses("seat.name-needed", "seat.same-person", "seat.term-not-current", "seat.term-reversed");
        unit.MapPost("/seats/{seat}/end", End).AsCommand("endSeat", new EndSeatBody(new DateOnly(2020, 12, 31)))
            .Refuses("seat.same-person", "seat.term-reversed", "seat.vacant");
        unit.MapPost("/seats/{seat}/absence", MarkAbsent).AsCommand("markAbsent", new AbsenceBody(new DateOnly(2020, 11, 2), new DateOnly(2020, 11, 13)))
            .Refuses("seat.term-reversed", "seat.vacant");
        unit.MapPost("/receipts/{paper}/confirm", Confirm).AsCommand("confirmReceipt", null)
            .Refuses("receipt.not-awaited");
    }

    /// <summary>Names who holds a seat: liaison, deputy or leader. Naming the liaison fulfils the liaison duty.</summary>
    /// <remarks>The term must include today; naming somebody for a seat that is taken ends the earlier term.</remarks>
    internal static Task<IResult> Name(string campaign, string unit, string seat, NameSeatBody body, CommandDoor door)
    {
        var command = new UnitCommand.NameSeat(Seats.Require(seat), body.Holder, body.Title ?? "", body.Phone ?? "", body.From, body.Until);
        return door.ToUnit(campaign, unit, command, body);
    }

    /// <summary>Ends a term.</summary>
    /// <remarks>Meanwhile the next seat in the order liaison, deputy, leader is reached instead.</remarks>
    internal static Task<IResult> End(string campaign, string unit, string seat, EndSeatBody body, CommandDoor door) =>
        door.ToUnit(campaign, unit, new UnitCommand.EndSeat(Seats.Require(seat), body.LastDay), body);

    /// <summary>Announces an absence: meanwhile the deputy, else the leader, receives what is meant for the liaison.</summary>
    /// <remarks>Both days count; a later announcement replaces an earlier one.</remarks>
    internal static Task<IResult> MarkAbsent(string campaign, string unit, string seat, AbsenceBody body, CommandDoor door) =>
        door.ToUnit(campaign, unit, new UnitCommand.MarkAbsent(Seats.Require(seat), body.From, body.Until), body);

    /// <summary>Confirms that a paper has reached the unit.</summary>
    /// <remarks>Papers that wait for a receipt are in the unit's list of receipts.</remarks>
    internal static Task<IResult> Confirm(string campaign, string unit, string paper, CommandDoor door) =>
        door.ToUnit(campaign, unit, new UnitCommand.ConfirmReceipt(paper));
}
