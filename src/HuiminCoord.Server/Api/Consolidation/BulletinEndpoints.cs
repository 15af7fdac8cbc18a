using HuiminCoord.Domain.Consolidations;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Meetings;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Consolidating;

namespace HuiminCoord.Server.Api.Consolidation;

/// <summary>Bulletins as units read them: the draft, to which they may object, and the issued one, for which they sign.</summary>
internal static class BulletinEndpoints
{
    internal static void Map(RouteGroupBuilder campaign)
    {
        campaign.MapGet("/bulletins", List).AsRead<Page<BulletinView>>("listBulletins");
        campaign.MapGet("/bulletins/{duty}", One).AsRead<Reading<BulletinView>>("getBulletin").Refuses("bulletin.unknown");
        campaign.MapGet("/bulletins/{duty}/paper", Paper).AsDownload("getBulletinPaper", PaperDoors.ContentType).WithMetadata(new ReadMark()).Refuses("bulletin.unknown");
        campaign.MapGet("/bulletins/{duty}/workbook", Workbook).AsDownload("getBulletinWorkbook", DistrictEndpoints.ContentType).WithMetadata(new ReadMark()).Refuses("bulletin.unknown");
        var own = campaign.MapGroup("/units/{unit}/bulletins/{duty}");
        own.MapPost("/object", RaiseObjection).AsCommand("objectToBulletin", new ObjectionBody("本局立案数应为3件，请核对。"))
            .Refuses("bulletin.issued", "bulletin.objections-over", "bulletin.too-many-objections", "bulletin.unknown", "district.unknown", "bulletin.text-needed", "text.too-long");
        own.MapPost("/acknowledge", Acknowledge).AsCommand("acknowledgeBulletin", null).Refuses("bulletin.not-issued", "bulletin.unknown", "district.unknown");
    }

    /// <summary>Lists the bulletins that went round or were issued, the latest first.</summary>
    /// <remarks>A unit sees its own objections and receipts.</remarks>
    internal static async Task<Page<BulletinView>> List(string campaign, ReadingDoor door, KeptDistricts kept, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        return scene.All(await Bulletins.All(scene, kept, cancellation));
    }

    /// <summary>One bulletin with its figures.</summary>
    /// <remarks>Of a draft a unit sees its own row and the district's; once it is issued, all rows.</remarks>
    internal static async Task<Reading<BulletinView>> One(string campaign, string duty, ReadingDoor door, KeptDistricts kept, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        return scene.One(await Bulletins.Find(scene, duty, kept, cancellation));
    }

    /// <summary>The bulletin as a paper (DOCX).</summary>
    /// <remarks>A draft is the office's; a unit gets what was issued.</remarks>
    internal static async Task<IResult> Paper(string campaign, string duty, ReadingDoor door, KeptDistricts kept, CampaignClock clock, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        return await DistrictDownloads.Paper(scene, duty, kept, clock.IsVirtual, cancellation);
    }

    /// <summary>The bulletin's figures as a workbook (XLSX), with who has reported and how late.</summary>
    /// <remarks>As its paper: a draft is the office's; a unit gets what was issued.</remarks>
    internal static async Task<IResult> Workbook(string campaign, string duty, ReadingDoor door, KeptDistricts kept, CampaignClock clock, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        return await DistrictDownloads.BulletinWorkbook(scene, duty, kept, clock.IsVirtual, cancellation);
    }

    /// <summary>Objects to a draft.</summary>
    /// <remarks>Until its last day. The office answers before it issues; a figure is corrected in the unit's report.</remarks>
    internal static Task<IResult> RaiseObjection(string campaign, string unit, string duty, ObjectionBody body, CommandDoor door) =>
        door.ToConsolidation(campaign, duty, new ConsolidationCommand.RaiseObjection(new UnitId(unit), body.Text), body);

    /// <summary>Signs for an issued bulletin.</summary>
    /// <remarks>Once for the unit.</remarks>
    internal static Task<IResult> Acknowledge(string campaign, string unit, string duty, CommandDoor door) =>
        door.ToConsolidation(campaign, duty, new ConsolidationCommand.Acknowledge(new UnitId(unit)));
}
