using HuiminCoord.Domain.Reports;
using HuiminCoord.Grains.Reports;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Reporting;

namespace HuiminCoord.Server.Api.Reports;

/// <summary>Reports as they are filled in, and what was handed in.</summary>
internal static class ReadReports
{
    internal static void Map(RouteGroupBuilder report)
    {
        report.MapGet("", One).AsRead<Reading<ReportView>>("getReport").Refuses("report.unknown");
        report.MapGet("/versions/{version}", Version).AsRead<Reading<ReportVersionDetail>>("getReportVersion").Refuses("report.unknown", "report.version-unknown");
    }

    /// <summary>A unit's report: its form, what stands in it and who typed it, and what is wrong with it.</summary>
    /// <remarks>The unit sees what it fills in; the office sees what it enters from paper, and of the unit's what was handed in.</remarks>
    internal static async Task<Reading<ReportView>> One(string campaign, string unit, string duty, ReadingDoor door, ReportFinder reports, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        return scene.One(View(await reports.Find(scene, unit, duty, cancellation)));
    }

    /// <summary>What was handed in with one version.</summary>
    /// <remarks>It never changes: a correction is another version.</remarks>
    internal static async Task<Reading<ReportVersionDetail>> Version(
        string campaign, string unit, string duty, [Within(1, ReportRules.MostVersions)] int version, ReadingDoor door, ReportFinder reports, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        var found = await reports.Find(scene, unit, duty, cancellation);
        var row = found.Versions.FirstOrDefault(v => v.Version == version) ?? throw scene.Absent("report.version-unknown", $"{version}", found.Place.Owed.Title);
        var sheet = await ReportFinder.Version(scene, found.Place, row, cancellation) ?? throw scene.Absent("report.version-unknown", $"{version}", found.Place.Owed.Title);
        return scene.One(new ReportVersionDetail(ReportVersionView.Of(row), SheetFields.Spread(sheet, found.Place.Layout)));
    }

    private static ReportView View(FoundReport found) => new(
        found.Place.Unit.Id.Value, found.Place.Duty, found.Owed?.Title ?? found.Place.Owed.Title, ReportRegister.Word(found.State.Stage), found.Stages, found.Period, ReportFormView.Of(found.Place), found.Sheet.Head,
        found.Sheet.Fields, found.Place.Printed(found.History.Previous?.Figures ?? Figures.None), found.Place.Printed(found.History.Cumulative), [.. found.Problems.Select(SheetProblemView.Of)],
        WaitingVersionView.Of(found.State.Waiting), WaitingVersionView.Of(found.State.Correction), found.State.Remarks, found.State.Refusal, found.State.Asked?.Reason, found.State.OpenedFor,
        [.. found.Versions.Select(ReportVersionView.Of)], AnnualPrefillView.Of(found.History.Prefill, found.Place), [.. found.Changes.Select(c => CumulativeChangeView.Of(c, found.Place))],
        [.. found.Corrections.Select(c => AcceptedCorrectionView.Of(c, found.Place))]);
}
