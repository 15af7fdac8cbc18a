using HuiminCoord.Domain.Units;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;

namespace HuiminCoord.Server.Api.Obligations;

/// <summary>What a unit does with its obligations: hand in, ask for a later date.</summary>
internal static class UnitDoes
{
    internal static void Map(RouteGroupBuilder obligation)
    {
        obligation.MapPost("/submit", Submit).AsCommand("submitObligation", new SubmitBody(["summary", "table"], "已与业务股室核对。"));
        obligation.MapPost("/ask-extension", AskExtension).AsCommand("askExtension", new AskExtensionBody(new DateOnly(2020, 10, 12), "数据尚在核对，申请延期。"));
    }

    /// <summary>Hands in parts of an obligation; the office hands in for a unit (代录) by giving the time of receipt.</summary>
    internal static Task<IResult> Submit(string campaign, string unit, string duty, SubmitBody body, CommandDoor door) =>
        door.ToUnit(
            campaign, unit, body.ReceivedAt is null ? Seats.LiaisonOf(unit) : Recipients.Office,
            new UnitCommand.Submit(new(duty), body.Parts ?? [], body.Note ?? "", body.Nil, body.ReceivedAt), body);

    /// <summary>Asks for a later date before the one in force has passed.</summary>
    internal static Task<IResult> AskExtension(string campaign, string unit, string duty, AskExtensionBody body, CommandDoor door) =>
        door.ToUnit(campaign, unit, Seats.LiaisonOf(unit), new UnitCommand.AskExtension(new(duty), body.Until, body.Reason), body);
}
