using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Supervision;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Files;

namespace HuiminCoord.Server.Api.Supervision;

/// <summary>Supervision groups: what they look at, and their visits.</summary>
internal static class SupervisionEndpoints
{
    internal static void Map(RouteGroupBuilder campaign)
    {
        campaign.MapGet("/supervision", List).AsRead<Page<SupervisionView>>("listSupervision");
        campaign.MapGet("/supervision/{group}", One).AsRead<Reading<SupervisionView>>("getSupervision").Refuses("supervision.unknown");
        var group = campaign.MapGroup("/supervision/{group}");
        group.MapPost("/mandate", Record)
            .AsCommand("recordMandate", new MandateBody("校园和养老机构食品安全", ["jiaoyu", "minzheng"], new DateOnly(2020, 9, 18), new DateOnly(2020, 12, 31), "督导工作组组长", ["chi-3"]))
            .Refuses("supervision.group-malformed", "supervision.leader-needed", "supervision.matter-needed", "supervision.period-out-of-range", "supervision.scope-needed", "task.unknown", "unit.unknown");
        group.MapPost("/lines", AddLine).AsCommand("addChecklistLine", new ChecklistLineBody("食堂留样记录"))
            .Refuses("supervision.line-needed", "supervision.too-many-lines", "supervision.unknown");
        group.MapPost("/visits/{visit}", Visit)
            .AsCommand("recordVisit", new VisitBody(new DateOnly(2020, 9, 18), "jiaoyu", "第二中学食堂", ["duty.jiaoyu.monthly"], "食堂台账齐全。", "明厨亮灶全覆盖。"))
            .Refuses("supervision.line-unknown", "supervision.out-of-scope", "supervision.too-many-visits", "supervision.unknown", "text.too-long", "visit.changed", "visit.day-out-of-range", "visit.place-needed");
        group.MapPost("/visits/{visit}/files", AddFiles).AsCommand("addVisitFiles", new VisitFilesBody([new FileBody(new string('0', 64), "现场照片.jpg")]))
            .Refuses("file.name-malformed", "file.too-many", "file.type-refused", "file.unknown", "supervision.unknown", "visit.unknown");
        group.MapPost("/report/hand-over", HandReport).AsCommand("handReport", null).Refuses("supervision.nothing-to-report", "supervision.unknown");
    }

    /// <summary>Lists the supervision groups.</summary>
    /// <remarks>With their mandates, and how many visits and problems they have.</remarks>
    internal static async Task<Page<SupervisionView>> List(string campaign, ReadingDoor door, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        return scene.All(await SupervisionFinder.Groups(scene, cancellation));
    }

    /// <summary>One group with its checklist, its visits and its problems.</summary>
    /// <remarks>The checklist is made from the plan in force and the mandate, and ends with the group's own lines.</remarks>
    internal static async Task<Reading<SupervisionView>> One(string campaign, string group, ReadingDoor door, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        return scene.One(await SupervisionFinder.Find(scene, group, cancellation) ?? throw scene.Absent("supervision.unknown", group));
    }

    /// <summary>The office orders a group: what it looks at, until when, and under whose lead.</summary>
    /// <remarks>Recorded again it takes the place of the former. The first makes the group: du-1 to du-99. The group is told.</remarks>
    internal static Task<IResult> Record(string campaign, string group, MandateBody body, CommandDoor door)
    {
        var mandate = new SupervisionMandate(
            body.Matter, [.. body.Units.Select(u => new UnitId(u))], [.. (body.Tasks ?? []).Select(t => new TaskId(t))], body.From, body.Until, body.Leader);
        return door.ToSupervision(campaign, group, new SupervisionCommand.RecordMandate(mandate), body);
    }

    /// <summary>Adds a line of the group's own to its checklist.</summary>
    /// <remarks>At most 40; a line that stands there already changes nothing.</remarks>
    internal static Task<IResult> AddLine(string campaign, string group, ChecklistLineBody body, CommandDoor door) =>
        door.ToSupervision(campaign, group, new SupervisionCommand.AddLine(body.Text), body);

    /// <summary>Plans or records a visit, or words it otherwise.</summary>
    /// <remarks>The id is the group's to choose; saved again under it, what was written takes the place of the former. Files stay. With <c>seen</c> nobody writes over what another has written since.</remarks>
    internal static Task<IResult> Visit(string campaign, string group, string visit, VisitBody body, CommandDoor door) => door.ToSupervision(
        campaign, group, new SupervisionCommand.RecordVisit(visit, body.Day, new UnitId(body.Unit), body.Place, body.Lines ?? [], body.Achievements ?? "", body.Highlights ?? "", body.Seen), body);

    /// <summary>Attaches photographs and papers to a visit.</summary>
    /// <remarks>They have been uploaded by the group before. Who reads the group's papers opens them; units do not.</remarks>
    internal static async Task<IResult> AddFiles(string campaign, string group, string visit, VisitFilesBody body, CommandDoor door, UploadBook uploads)
    {
        var files = await uploads.Named(campaign, body.Files, door.Asker, door.Gone);
        return await door.ToSupervision(campaign, group, new SupervisionCommand.AddFiles(visit, files ?? []), body);
    }

    /// <summary>Hands the written report to the office, which is told.</summary>
    /// <remarks>The report itself is made when it is opened, from what the group has recorded by then.</remarks>
    internal static Task<IResult> HandReport(string campaign, string group, CommandDoor door) => door.ToSupervision(campaign, group, new SupervisionCommand.HandReport());
}
