using HuiminCoord.Domain.Consolidations;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Consolidations;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Consolidating;

namespace HuiminCoord.Server.Api.Consolidation;

/// <summary>What the office does with a period's table: it goes upward, is locked, and is told in a bulletin.</summary>
internal static class ConsolidationEndpoints
{
    internal static void Map(RouteGroupBuilder campaign)
    {
        var period = campaign.MapGroup("/district-tables/{duty}");
        period.MapGet("/consolidation", One).AsRead<Reading<ConsolidationView>>("getConsolidation").Refuses("district.unknown");
        period.MapGet("/kept/{number}", Kept).AsRead<Reading<KeptTableView>>("getKeptTable").Refuses("consolidation.table-unknown", "district.unknown");
        period.MapGet("/kept/{number}/workbook", Workbook).AsDownload("getKeptWorkbook", DistrictEndpoints.ContentType).WithMetadata(new ReadMark()).Refuses("consolidation.table-unknown", "district.unknown");
        period.MapPost("/send-upward", SendUpward).AsCommand("sendTableUpward", new SendUpwardBody("报市打击侵权假冒工作领导小组办公室。")).Refuses("consolidation.no-reports", "consolidation.too-many-tables", "district.unknown", "text.too-long");
        period.MapPost("/lock", Lock).AsCommand("lockPeriod", null).Refuses("consolidation.no-reports", "consolidation.not-complete", "consolidation.too-many-tables", "district.unknown");
        period.MapPost("/bulletin/circulate", Circulate).AsCommand("circulateBulletin", new CirculateBulletinBody(new DateOnly(2020, 10, 9)))
            .Refuses("bulletin.issued", "bulletin.monthly-only", "bulletin.until-out-of-range", "consolidation.no-reports", "consolidation.too-many-tables", "district.unknown");
        period.MapPost("/bulletin/objections/{number}/answer", Answer).AsCommand("answerObjection", new ObjectionBody("已核对，原数无误。"))
            .Refuses("bulletin.objection-answered", "bulletin.objection-unknown", "district.unknown", "bulletin.text-needed", "text.too-long");
        period.MapPost("/bulletin/issue", Issue).AsCommand("issueBulletin", new IssueBulletinBody(1))
            .Refuses("bulletin.not-circulated", "bulletin.objections-open", "bulletin.objections-unanswered", "bulletin.other-round", "consolidation.too-many-tables", "district.unknown");
        period.MapPost("/bulletin/number", Number).AsCommand("typeBulletinNumber", new BulletinNumberBody("回市监发〔2020〕12号")).Refuses("bulletin.not-issued", "bulletin.number-invalid", "district.unknown");
    }

    /// <summary>What has become of a period's reports in the office.</summary>
    /// <remarks>What the office owes of them and by when, the tables that were kept, whether the period is locked, and its bulletin.</remarks>
    internal static async Task<Reading<ConsolidationView>> One(string campaign, string duty, ReadingDoor door, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        return scene.One(ConsolidationView.Of(await ConsolidationScene.Read(scene, duty, cancellation), scene.Campaign.Plan));
    }

    /// <summary>A table as it was kept, and what differs now.</summary>
    /// <remarks>Added up again from the versions that counted then; versions never change.</remarks>
    /// <param name="span">period, unless told; or cumulative up to the period's end.</param>
    internal static async Task<Reading<KeptTableView>> Kept(
        string campaign, string duty, [Within(1, ConsolidationRules.MostTables)] int number, ReadingDoor door, KeptDistricts kept, CancellationToken cancellation, [Words(20)] string? span = null)
    {
        await using var scene = await door.Open(campaign);
        var (table, period) = await Find(scene, duty, number, DistrictEndpoints.Spanning(span), kept, cancellation);
        var isPlanned = DistrictReader.Periods(scene.Campaign.Plan).Any(o => o.Id.Value == duty);
        var now = isPlanned ? await DistrictReader.Read(scene, duty, period.Span, cancellation) : period;
        return scene.One(new KeptTableView(table, DistrictTableView.Of(period), TableChangeView.Of(period.Table, now.Table)));
    }

    /// <summary>A table as it was kept, as a workbook (XLSX).</summary>
    /// <remarks>The same file that getDistrictWorkbook gave then.</remarks>
    /// <param name="span">As of the table.</param>
    internal static async Task<IResult> Workbook(
        string campaign, string duty, [Within(1, ConsolidationRules.MostTables)] int number, ReadingDoor door, KeptDistricts kept, CampaignClock clock, CancellationToken cancellation, [Words(20)] string? span = null)
    {
        await using var scene = await door.Open(campaign);
        return await DistrictDownloads.Kept(scene, duty, number, DistrictEndpoints.Spanning(span), kept, clock.IsVirtual, cancellation);
    }

    /// <summary>报市级: sends the table upward as it stands, and keeps it.</summary>
    /// <remarks>Units that have not reported are missing in it, not zero. What differs later is listed beside it.</remarks>
    internal static Task<IResult> SendUpward(string campaign, string duty, SendUpwardBody body, CommandDoor door) =>
        door.ToConsolidation(campaign, duty, new ConsolidationCommand.SendUpward(body.Note), body);

    /// <summary>Locks the month or the year.</summary>
    /// <remarks>Once every report is accepted or exempted. From then on a figure changes only by a report that two people have opened again with a reason.</remarks>
    internal static Task<IResult> Lock(string campaign, string duty, CommandDoor door) => door.ToConsolidation(campaign, duty, new ConsolidationCommand.Lock());

    /// <summary>Sends the bulletin round as a draft.</summary>
    /// <remarks>With today's figures, which are kept; units are told until when they may object. Once more is possible until it is issued.</remarks>
    internal static Task<IResult> Circulate(string campaign, string duty, CirculateBulletinBody body, CommandDoor door) =>
        door.ToConsolidation(campaign, duty, new ConsolidationCommand.Circulate(body.Until), body);

    /// <summary>Answers an objection; the unit is told.</summary>
    /// <remarks>Figures are corrected in the unit's report, not here; then the draft goes round once more.</remarks>
    internal static Task<IResult> Answer(string campaign, string duty, [Within(1, 99)] int number, ObjectionBody body, CommandDoor door) =>
        door.ToConsolidation(campaign, duty, new ConsolidationCommand.AnswerObjection(number, body.Text), body);

    /// <summary>印发: issues the bulletin in the name of the bureau or of the district's office.</summary>
    /// <remarks>After the time for objections, once each is answered. Its figures are those of this moment, and are kept. Units are asked to sign for it.</remarks>
    internal static Task<IResult> Issue(string campaign, string duty, IssueBulletinBody body, CommandDoor door) =>
        door.ToConsolidation(campaign, duty, new ConsolidationCommand.Issue(body.Issuer, body.Seen), body);

    /// <summary>Types in 发文字号.</summary>
    /// <remarks>The issuer's registry gives it; no software does.</remarks>
    internal static Task<IResult> Number(string campaign, string duty, BulletinNumberBody body, CommandDoor door) =>
        door.ToConsolidation(campaign, duty, new ConsolidationCommand.TypeNumber(body.Number), body);

    /// <summary>A kept table of a period.</summary>
    /// <exception cref="RefusedException"><c>district.unknown</c>: the plan has no such period, nor has anything been kept of one; <c>consolidation.table-unknown</c>.</exception>
    internal static async Task<(KeptTable Table, DistrictPeriod Period)> Find(ReadingScene scene, string duty, int number, DistrictSpan span, KeptDistricts kept, CancellationToken cancellation)
    {
        var state = await ConsolidationReader.State(scene.Db, scene.Campaign.Id, duty, cancellation);
        if (state.Tables.Count == 0)
        {
            DistrictReader.Require(scene.Campaign.Plan, duty);
        }

        var table = state.Table(number) ?? throw new RefusedException(new Refusal("consolidation.table-unknown"));
        return (table, await kept.Read(scene.Db, scene.Campaign.Id, duty, table, span, cancellation));
    }
}
