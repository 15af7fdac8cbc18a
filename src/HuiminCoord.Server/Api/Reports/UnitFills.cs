using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Obligations;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Files;
using HuiminCoord.Server.Reporting;

namespace HuiminCoord.Server.Api.Reports;

/// <summary>What a unit does with its report: fill it in, approve it, and hand it in by that.</summary>
internal static class UnitFills
{
    private static readonly string[] Files = ["file.name-malformed", "file.too-many", "file.type-refused", "file.unknown"];

    /// <summary>Why a filled-in sheet is not handed over.</summary>
    internal static readonly string[] Handing =
        [.. Files, "part.unknown", "report.fields-changed", "report.has-errors", "report.nothing-asked", "report.sheet-unknown", "report.too-many-versions", "report.unknown", "report.waits"];

    internal static void Map(RouteGroupBuilder report)
    {
        report.MapPost("/fields", Save).AsAct<FieldsSaved>("saveReportFields", new SaveFieldsBody([new FieldBody("text/work", "本期检查农贸市场6户次。"), new FieldBody("text/cases", "本期无。"), new FieldBody("text/problems", "部分档口索证索票不全。")]))
            .Refuses("report.field-unknown", "report.row-of-others", "report.too-many-fields", "report.unknown", "report.waits", "text.too-long");
        report.MapPost("/propose", Propose).AsCommand("proposeReport", new ProposeReportBody(["summary"])).Refuses(Handing);
        report.MapPost("/take-back", TakeBack).AsCommand("takeBackReport", null).Refuses("report.not-waiting", "report.unknown");
        report.MapPost("/send-back", SendBack).AsCommand("sendBackReport", new SendBackReportBody([new RemarkBody("工作开展情况", "请写明检查户次。")])).Refuses("report.not-waiting", "report.other-version", "report.remark-needed", "report.unknown", "text.too-long");
        report.MapPost("/approve", Approve).AsCommand("approveReport", new ApproveReportBody(1))
            .Refuses([.. Files, "file.too-late", "part.already-accepted", "part.waived", "report.leader-approves", "report.not-waiting", "report.other-version", "report.same-person", "report.scan-needed", "report.unknown", "submit.with-office"]);
    }

    /// <summary>Saves what was typed, field by field.</summary>
    /// <remarks>All who fill in a unit's report share one sheet, and what each typed is shown. Into a field that somebody else has typed into since nothing is written: it is among the conflicts. The office has a sheet of its own, for what came on paper.</remarks>
    internal static async Task<FieldsSaved> Save(string campaign, string unit, string duty, SaveFieldsBody body, ReadingDoor door, CommandDoor asks, CellBook cells, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        return await cells.Save(ReportFinder.Place(scene.Campaign, unit, duty), asks.Asker, [.. body.Fields.Select(f => new FieldChange(f.Field, f.Typed, f.Seen))], cancellation);
    }

    /// <summary>Hands what was filled in to whoever approves it in the unit.</summary>
    /// <remarks>From then on it cannot be changed until it is taken back, sent back or returned. What has an error is refused; warnings only ask.</remarks>
    internal static async Task<IResult> Propose(string campaign, string unit, string duty, ProposeReportBody body, CommandDoor door, ReportHandover handover)
    {
        var (parts, sheet) = await handover.Filled(campaign, unit, duty, door.Asker, new(body.Parts, body.Files, body.Seen), door.Gone);
        return await door.ToReport(campaign, unit, duty, new ReportCommand.Propose(parts, sheet), body);
    }

    /// <summary>Takes it back from the unit's own approval.</summary>
    /// <remarks>What was filled in stands as it was. What is with the office is taken back with withdrawSubmission.</remarks>
    internal static Task<IResult> TakeBack(string campaign, string unit, string duty, CommandDoor door) => door.ToReport(campaign, unit, duty, new ReportCommand.TakeBack());

    /// <summary>The unit's approver sends it back to be filled in again.</summary>
    /// <remarks>Liaison and deputy are told each remark with its place.</remarks>
    internal static Task<IResult> SendBack(string campaign, string unit, string duty, SendBackReportBody body, CommandDoor door) =>
        door.ToReport(campaign, unit, duty, new ReportCommand.SendBack(RemarkBody.Of(body.Remarks), body.Version), body);

    /// <summary>The unit approves what waits: it is handed in.</summary>
    /// <remarks>Nobody approves what they filled in. By the plan the unit's leader approves, or a sealed and signed scan does.</remarks>
    internal static async Task<IResult> Approve(string campaign, string unit, string duty, ApproveReportBody body, CommandDoor door, UploadBook uploads) =>
        await door.ToReport(campaign, unit, duty, new ReportCommand.Approve(body.Version, await uploads.Named(campaign, body.Scan, door.Asker, door.Gone)), body);
}
