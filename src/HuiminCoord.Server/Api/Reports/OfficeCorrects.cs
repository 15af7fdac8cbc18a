using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Obligations;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Reporting;

namespace HuiminCoord.Server.Api.Reports;

/// <summary>What the office does with reports beside their review: enter paper, and open what was accepted.</summary>
internal static class OfficeCorrects
{
    internal static void Map(RouteGroupBuilder report)
    {
        report.MapPost("/enter", Enter).AsCommand("enterReport", new EnterReportBody(new DateTimeOffset(2020, 9, 17, 8, 30, 0, TimeSpan.FromHours(8)), ["summary"]))
            .Refuses([.. UnitFills.Handing, "part.already-accepted", "part.waived", "submit.received-out-of-range", "submit.with-office"]);
        report.MapPost("/ask-reopening", Ask).AsCommand("askReopening", new AskReopeningBody("立案数与案件台账不一致。")).Refuses("reason.needed", "report.not-accepted", "report.reopening-waits", "report.unknown", "text.too-long");
        report.MapPost("/decide-reopening", DecideWish).AsCommand("decideReopening", new DecideReopeningBody(true)).Refuses("report.reopening-none", "report.second-person", "report.unknown");
        report.MapPost("/accept-correction", Accept).AsCommand("acceptCorrection", new AcceptCorrectionBody(3)).Refuses("report.no-correction", "report.other-version", "report.unknown");
        report.MapPost("/return-correction", Return).AsCommand("returnCorrection", new ReturnCorrectionBody(2, [new RemarkBody("吃-食品，立案", "请附台账。")]))
            .Refuses("report.no-correction", "report.other-version", "report.remark-needed", "report.unknown", "text.too-long");
    }

    /// <summary>代录: hands in for a unit what came on paper.</summary>
    /// <remarks>As the office has typed it, with the time at which the paper was received; its seal is the unit's approval.</remarks>
    internal static async Task<IResult> Enter(string campaign, string unit, string duty, EnterReportBody body, CommandDoor door, ReportHandover handover)
    {
        var (parts, sheet) = await handover.Filled(campaign, unit, duty, door.Asker, new(body.Parts, body.Files, body.Seen), door.Gone);
        return await door.ToReport(campaign, unit, duty, new ReportCommand.Enter(parts, sheet, body.ReceivedAt), body);
    }

    /// <summary>Asks that an accepted report be opened again.</summary>
    /// <remarks>It is locked from its acceptance on. A second person of the office decides; until then nothing changes.</remarks>
    internal static Task<IResult> Ask(string campaign, string unit, string duty, AskReopeningBody body, CommandDoor door) =>
        door.ToReport(campaign, unit, duty, new ReportCommand.AskReopening(body.Reason), body);

    /// <summary>Opens an accepted report again, or not.</summary>
    /// <remarks>By another person than the one who asked. The unit corrects it; its timeliness stays that of the first submission.</remarks>
    internal static Task<IResult> DecideWish(string campaign, string unit, string duty, DecideReopeningBody body, CommandDoor door) =>
        door.ToReport(campaign, unit, duty, new ReportCommand.DecideReopening(body.Agreed), body);

    /// <summary>Accepts a correction: its figures count from now on.</summary>
    /// <remarks>Cumulatives of later periods follow, and show it.</remarks>
    internal static Task<IResult> Accept(string campaign, string unit, string duty, AcceptCorrectionBody body, CommandDoor door) =>
        door.ToReport(campaign, unit, duty, new ReportCommand.AcceptCorrection(body.Version), body);

    /// <summary>Returns a correction with remarks.</summary>
    /// <remarks>The report stays open; until a correction is accepted the former figures count.</remarks>
    internal static Task<IResult> Return(string campaign, string unit, string duty, ReturnCorrectionBody body, CommandDoor door) =>
        door.ToReport(campaign, unit, duty, new ReportCommand.ReturnCorrection(body.Version, RemarkBody.Of(body.Remarks)), body);
}
