using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Units;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Files;

namespace HuiminCoord.Server.Api.Obligations;

/// <summary>What a unit does with its obligations: hand in, take back, ask for a later date.</summary>
internal static class UnitDoes
{
    internal static void Map(RouteGroupBuilder obligation)
    {
        obligation.MapPost("/submit", Submit).AsCommand("submitObligation", new SubmitBody(["summary", "table"], "已与业务股室核对。"))
            .Refuses("file.name-malformed", "file.too-late", "file.too-many", "file.type-refused", "file.unknown", "part.already-accepted", "part.unknown", "part.waived", "submit.form-needed", "submit.name-the-liaison", "submit.paper-by-office", "submit.received-at-needed", "submit.received-out-of-range", "text.too-long");
        obligation.MapPost("/withdraw", Withdraw).AsCommand("withdrawSubmission", new WithdrawBody(["table"], "数据有误，核对后重报。"))
            .Refuses("part.already-accepted", "part.not-submitted", "part.returned", "part.unknown", "part.waived", "text.too-long", "withdraw.entered-by-office", "withdraw.review-begun");
        obligation.MapPost("/ask-extension", AskExtension).AsCommand("askExtension", new AskExtensionBody(new DateOnly(2020, 10, 12), "数据尚在核对，申请延期。"))
            .Refuses("due.entered-late", "due.too-far", "extension.not-later", "extension.too-late", "obligation.already-reported", "reason.needed", "text.too-long");
    }

    /// <summary>Hands in parts of an obligation; the office hands in for a unit (代录) by giving the time of receipt.</summary>
    /// <remarks>The office has to give a time of receipt, and nobody else may. Parts that are not named are those still open or returned. Lateness is judged by the moment at which the last part was first handed in. Files have been uploaded by the same unit (by the office for 代录) before.</remarks>
    internal static async Task<IResult> Submit(string campaign, string unit, string duty, SubmitBody body, CommandDoor door, UploadBook uploads)
    {
        if (door.ActsForUnit == (body.ReceivedAt is not null))
        {
            throw new RefusedException(door.ActsForUnit ? new Refusal("submit.paper-by-office") : new Refusal("submit.received-at-needed"));
        }

        var files = await uploads.Named(campaign, body.Files, door.Asker, door.Gone);
        return await door.ToUnit(campaign, unit, new UnitCommand.Submit(new(duty), body.Parts ?? [], body.Note ?? "", body.Nil, body.ReceivedAt, files), body);
    }

    /// <summary>Takes back what was handed in, until the office begins its review.</summary>
    /// <remarks>A first submission counts as not made: reminders still to come apply again, and lateness is judged by the next complete submission. What had been returned before is returned again, with its date for the correction. What the office entered from paper cannot be taken back.</remarks>
    internal static Task<IResult> Withdraw(string campaign, string unit, string duty, WithdrawBody body, CommandDoor door) =>
        door.ToUnit(campaign, unit, new UnitCommand.Withdraw(new(duty), body.Parts ?? [], body.Reason ?? ""), body);

    /// <summary>Asks for a later date before the one in force has passed.</summary>
    /// <remarks>Reminders go on as planned until the office has decided.</remarks>
    internal static Task<IResult> AskExtension(string campaign, string unit, string duty, AskExtensionBody body, CommandDoor door) =>
        door.ToUnit(campaign, unit, new UnitCommand.AskExtension(new(duty), body.Until, body.Reason), body);
}
