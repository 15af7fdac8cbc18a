using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Meetings;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Consolidating;

namespace HuiminCoord.Server.Api.Consolidation;

/// <summary>The district's tables: what all units have handed in, added up.</summary>
internal static class DistrictEndpoints
{
    /// <summary>Media type of a workbook.</summary>
    internal const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    internal static void Map(RouteGroupBuilder campaign)
    {
        campaign.MapGet("/district-tables", List).AsRead<Page<DistrictPeriodView>>("listDistrictTables");
        var table = campaign.MapGroup("/district-tables/{duty}");
        table.MapGet("", One).AsRead<Reading<DistrictTableView>>("getDistrictTable").Refuses("district.unknown");
        table.MapGet("/behind", Behind).AsRead<Page<ContributionView>>("getDistrictCell").Refuses("district.unknown");
        table.MapGet("/workbook", Workbook).AsDownload("getDistrictWorkbook", ContentType).WithMetadata(new ReadMark()).Refuses("district.unknown");
        table.MapGet("/papers/summary", Summary).AsDownload("getDistrictSummary", PaperDoors.ContentType).WithMetadata(new ReadMark()).Refuses("district.unknown");
        table.MapGet("/papers/bulletin", Bulletin).AsDownload("getBulletinDraft", PaperDoors.ContentType).WithMetadata(new ReadMark()).Refuses("district.unknown");
    }

    /// <summary>Lists the months and years of which there is a table.</summary>
    /// <remarks>None in a plan without forms.</remarks>
    internal static async Task<Page<DistrictPeriodView>> List(string campaign, ReadingDoor door)
    {
        await using var scene = await door.Open(campaign);
        var plan = scene.Campaign.Plan;
        return scene.All([.. DistrictReader.Periods(plan).Select(o => new DistrictPeriodView(o.Id.Value, ReportPeriods.TitleOf(o), o.Due, ReportPeriods.Of(plan, o)))]);
    }

    /// <summary>The district's table of a month or a year.</summary>
    /// <remarks>A unit that has not reported is missing in each cell that it could fill, and its figures are not taken for zero.</remarks>
    /// <param name="span">period, unless told; or cumulative up to the period's end.</param>
    internal static async Task<Reading<DistrictTableView>> One(string campaign, string duty, ReadingDoor door, CancellationToken cancellation, [Words(20)] string? span = null)
    {
        await using var scene = await door.Open(campaign);
        return scene.One(DistrictTableView.Of(await DistrictReader.Read(scene, duty, Spanning(span), cancellation)));
    }

    /// <summary>The reports behind a cell.</summary>
    /// <remarks>Every figure that is in the sum, and those of supporting units, which are only shown.</remarks>
    /// <param name="kind">section, domain, total or unit.</param>
    /// <param name="row">The row's id; <c>total</c> for 合计.</param>
    /// <param name="column">The column's code.</param>
    /// <param name="span">As of the table.</param>
    internal static async Task<Page<ContributionView>> Behind(
        string campaign, string duty, [Words(20, 1)] string kind, [IdWord] string row, [Words(40, 1)] string column, ReadingDoor door, CancellationToken cancellation, [Words(20)] string? span = null)
    {
        await using var scene = await door.Open(campaign);
        var table = (await DistrictReader.Read(scene, duty, Spanning(span), cancellation)).Table;
        var money = table.Form.Column(column)?.Kind ?? FigureKind.Count;
        return scene.All([.. table.Behind(Named(kind, TableRowKind.Section, "kind"), row, column).Select(c => new ContributionView(
            c.Unit.Value, table.NameOf(c.Unit), c.Duty.Value, c.Cell.ToString(), FigureText.Write(c.Figure, money), c.IsSupporting))]);
    }

    /// <summary>The same table as a workbook (XLSX).</summary>
    /// <remarks>With a sheet of who has reported.</remarks>
    /// <param name="span">As of the table.</param>
    internal static async Task<IResult> Workbook(string campaign, string duty, ReadingDoor door, CampaignClock clock, CancellationToken cancellation, [Words(20)] string? span = null)
    {
        await using var scene = await door.Open(campaign);
        return await DistrictDownloads.Workbook(scene, duty, Spanning(span), clock.IsVirtual, cancellation);
    }

    /// <summary>The office's consolidated summary as a draft (DOCX).</summary>
    /// <remarks>
    /// A section that the office has edited is the office's text as it was saved last; every other one is composed from what units say at the moment. With the
    /// district's tables. Units that have not reported are named.
    /// </remarks>
    internal static async Task<IResult> Summary(string campaign, string duty, ReadingDoor door, CampaignClock clock, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        return await DistrictDownloads.Summary(scene, duty, clock.IsVirtual, cancellation);
    }

    /// <summary>The bulletin (通报) of a month as a draft (DOCX).</summary>
    /// <remarks>Each unit's case figures and timeliness, in the name of the body that the plan names; that body gives it its number.</remarks>
    internal static async Task<IResult> Bulletin(string campaign, string duty, ReadingDoor door, CampaignClock clock, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        return await DistrictDownloads.Bulletin(scene, duty, clock.IsVirtual, cancellation);
    }

    /// <summary>A word of a query, in whatever case; absent = as usual.</summary>
    /// <summary>What a table adds up, as it was asked for.</summary>
    /// <exception cref="RefusedException"><c>request.malformed</c>.</exception>
    internal static DistrictSpan Spanning(string? span) => Named(span, DistrictSpan.Period, "span");

    private static T Named<T>(string? word, T usual, string name)
        where T : struct, Enum => string.IsNullOrEmpty(word) ? usual
        : Enum.GetNames<T>().FirstOrDefault(n => n.Equals(word, StringComparison.OrdinalIgnoreCase)) is { } found ? Enum.Parse<T>(found)
        : throw new RefusedException(new Refusal("request.malformed", name));
}
