using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Units;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;

namespace HuiminCoord.Server.Api.Obligations;

/// <summary>What the office does with units' obligations.</summary>
internal static class OfficeDoes
{
    internal static void Map(RouteGroupBuilder unit, RouteGroupBuilder obligation)
    {
        unit.MapPost("/obligations", Assign).AsCommand("assignObligation", new AssignBody("decision-1", "核对辖区校外托管场所名单", new DateOnly(2020, 10, 30), AssignableKind.Decision, "联席会议第1次会议"))
            .Refuses("assignment.due-in-the-past", "assignment.id-taken", "assignment.kind-unknown", "assignment.title-needed", "assignment.too-many-open", "due.too-far", "text.too-long");
        obligation.MapPost("/begin-review", BeginReview).AsCommand("beginReview", new BeginReviewBody(["summary"]))
            .Refuses("obligation.supervised", "part.already-accepted", "part.not-submitted", "part.returned", "part.unknown", "part.waived");
        obligation.MapPost("/accept", Accept).AsCommand("acceptObligation", new AcceptBody(["summary"]))
            .Refuses("obligation.supervised", "part.already-accepted", "part.not-submitted", "part.returned", "part.unknown", "part.waived", "report.other-version");
        obligation.MapPost("/return", Return).AsCommand("returnObligation", new ReturnBody("table", [new RemarkBody("第2行“检查经营主体”", "与小结所述数量不一致，请核实")]))
            .Refuses("obligation.supervised", "part.already-accepted", "part.not-submitted", "part.returned", "part.unknown", "part.waived", "return.remark-needed", "text.too-long");
        obligation.MapPost("/waive", Waive).AsCommand("waiveObligation", new WaiveBody("本期无相关业务", ["table"]))
            .Refuses("obligation.supervised", "part.already-accepted", "part.unknown", "reason.needed", "text.too-long");
        obligation.MapPost("/decide-extension", DecideExtension).AsCommand("decideExtension", new DecideExtensionBody(true))
            .Refuses("due.too-far", "extension.none-pending", "extension.not-later", "reason.needed", "text.too-long");
        obligation.MapPost("/move-due", MoveDue).AsCommand("moveDue", new MoveDueBody(new DateOnly(2020, 10, 9), "国庆中秋假期顺延"))
            .Refuses("due.entered-late", "due.in-the-past", "due.too-far", "obligation.already-reported", "reason.needed", "text.too-long");
        obligation.MapPost("/urge", Urge).AsCommand("urgeObligation", new UrgeBody("汇总表今日须报区政府办公室"))
            .Refuses("text.too-long", "urge.already-reported", "urge.entered-late", "urge.nobody-to-receive", "urge.reason-needed");
    }

    /// <summary>Lays a duty on a unit that is not in the plan.</summary>
    /// <remarks>The duty is reminded of by the ladder of its kind, from the next sending time on.</remarks>
    internal static Task<IResult> Assign(string campaign, string unit, AssignBody body, CommandDoor door)
    {
        var kind = body.Kind == AssignableKind.Decision ? DutyKind.Decision : DutyKind.Other;
        var assignment = new Assignment(kind, body.Title.Trim(), body.Due, body.Clause ?? "", Recipients.Office);
        return door.ToUnit(campaign, unit, new UnitCommand.Assign(new(body.Duty), assignment), body);
    }

    /// <summary>Begins to review submitted parts: from now on the unit cannot take them back.</summary>
    /// <remarks>The stage stays as it is. Accepting or returning a part needs no such word before it.</remarks>
    internal static Task<IResult> BeginReview(string campaign, string unit, string duty, BeginReviewBody body, CommandDoor door) =>
        door.ToUnit(campaign, unit, new UnitCommand.BeginReview(new(duty), body.Parts ?? []), body);

    /// <summary>Accepts submitted parts.</summary>
    /// <remarks>Once every part is accepted or waived, the obligation is closed.</remarks>
    internal static Task<IResult> Accept(string campaign, string unit, string duty, AcceptBody body, CommandDoor door) =>
        door.ToUnit(campaign, unit, new UnitCommand.Accept(new(duty), body.Parts ?? [], Version: body.Version), body);

    /// <summary>Returns a submitted part with remarks; the unit gets a date for the correction.</summary>
    /// <remarks>The date for the correction is counted in working days from today; the first submission still counts for timeliness.</remarks>
    internal static Task<IResult> Return(string campaign, string unit, string duty, ReturnBody body, CommandDoor door) =>
        door.ToUnit(campaign, unit, new UnitCommand.Return(new(duty), body.Part, RemarkBody.Of(body.Remarks)), body);

    /// <summary>Waives parts with a reason.</summary>
    /// <remarks>Parts that are not named are all those not accepted yet.</remarks>
    internal static Task<IResult> Waive(string campaign, string unit, string duty, WaiveBody body, CommandDoor door) =>
        door.ToUnit(campaign, unit, new UnitCommand.Waive(new(duty), body.Parts ?? [], body.Reason), body);

    /// <summary>Grants or refuses the pending request for a later date.</summary>
    /// <remarks>A granted date plans the remaining reminders anew; a refusal changes nothing else.</remarks>
    internal static Task<IResult> DecideExtension(string campaign, string unit, string duty, DecideExtensionBody body, CommandDoor door) =>
        door.ToUnit(campaign, unit, new UnitCommand.DecideExtension(new(duty), body.Granted, body.Until, body.Reason ?? ""), body);

    /// <summary>Moves the due date of one unit's obligation.</summary>
    /// <remarks>Reminders keep their names and move with the date.</remarks>
    internal static Task<IResult> MoveDue(string campaign, string unit, string duty, MoveDueBody body, CommandDoor door) =>
        door.ToUnit(campaign, unit, new UnitCommand.MoveDue(new(duty), body.Due, body.Reason), body);

    /// <summary>Urges a unit by hand, at once; a second time on one day needs a reason.</summary>
    /// <remarks>The message goes to whoever stands for the liaison today.</remarks>
    internal static Task<IResult> Urge(string campaign, string unit, string duty, UrgeBody body, CommandDoor door) =>
        door.ToUnit(campaign, unit, new UnitCommand.Urge(new(duty), body.Reason ?? ""), body);
}
