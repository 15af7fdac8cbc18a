using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Supervision;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Meetings;
using HuiminCoord.Server.Api.OpenApi;

namespace HuiminCoord.Server.Api.Supervision;

/// <summary>Problems until they are struck off, and the report on them.</summary>
internal static class ProblemEndpoints
{
    private static readonly string[] Checks = ["problem.not-handed-in", "problem.struck-off", "problem.unknown", "problem.word-needed", "supervision.unknown"];

    internal static void Map(RouteGroupBuilder campaign)
    {
        campaign.MapGet("/problems", List).AsRead<Page<ProblemView>>("listProblems");
        var group = campaign.MapGroup("/supervision/{group}");
        group.MapGet("/report", Report).AsDownload("getSupervisionReport", PaperDoors.ContentType).WithMetadata(new ReadMark()).Refuses("supervision.unknown");
        group.MapPost("/problems", Add).AsCommand("addProblem", new ProblemBody("jiaoyu", "2所学校食堂未接入管控平台", new DateOnly(2020, 9, 30), "chi-3"))
            .Refuses("problem.due-out-of-range", "problem.text-needed", "supervision.out-of-scope", "supervision.too-many-problems", "supervision.unknown", "task.unknown", "unit.unknown", "visit.unknown");
        group.MapPost("/problems/{number}/strike-off", StrikeOff).AsCommand("strikeProblemOff", new CheckBody("现场复查，2所学校均已接入平台。")).Refuses(Checks);
        group.MapPost("/problems/{number}/send-back", SendBack).AsCommand("sendProblemBack", new CheckBody("1所学校尚未接入，请继续整改。")).Refuses(Checks);
    }

    /// <summary>Lists problems of all groups.</summary>
    /// <remarks>A unit's seat sees those that it has to mend. 待复查: the unit has handed in, and the group has to look. 逾期未改: the date has passed.</remarks>
    internal static async Task<Page<ProblemView>> List(string campaign, ReadingDoor door, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        return scene.All(await SupervisionFinder.Problems(scene, cancellation));
    }

    /// <summary>The group's written report (督导报告) as DOCX.</summary>
    /// <remarks>Achievements, highlights, and a table of the problems as they stand now.</remarks>
    internal static async Task<IResult> Report(string campaign, string group, ReadingDoor door, CampaignClock clock, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        var view = await SupervisionFinder.Find(scene, group, cancellation) ?? throw scene.Absent("supervision.unknown", group);
        return TypedResults.File(SupervisionPapers.Report(scene.Campaign, view, clock.IsVirtual), PaperDoors.ContentType, $"{group}-report.docx");
    }

    /// <summary>Enters a problem: the unit owes its mending from then on.</summary>
    /// <remarks>It gets the group's next number. The unit owes it as the duty {group}-{number} with reminders, and hands it in as any other.</remarks>
    internal static Task<IResult> Add(string campaign, string group, ProblemBody body, CommandDoor door) => door.ToSupervision(
        campaign, group, new SupervisionCommand.AddProblem(new UnitId(body.Unit), body.Task is { } task ? new TaskId(task) : null, body.Text, body.Due, body.Visit), body);

    /// <summary>Strikes a problem off (销号): the group has checked, and it is mended.</summary>
    /// <remarks>Only what the unit has handed in can be checked. Neither the unit nor the office can settle it.</remarks>
    internal static Task<IResult> StrikeOff(string campaign, string group, int number, CheckBody body, CommandDoor door) =>
        door.ToSupervision(campaign, group, new SupervisionCommand.StrikeOff(number, body.Word), body);

    /// <summary>Sends a problem back: the group has checked, and it is not mended.</summary>
    /// <remarks>The unit gets it back with the remark and a date for the correction.</remarks>
    internal static Task<IResult> SendBack(string campaign, string group, int number, CheckBody body, CommandDoor door) =>
        door.ToSupervision(campaign, group, new SupervisionCommand.SendBack(number, body.Word), body);
}
