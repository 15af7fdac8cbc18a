using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Documents.Papers;

namespace HuiminCoord.Server.Reporting;

/// <summary>A unit's report as the paper that it seals: summary and table in the layout of official papers.</summary>
internal sealed class ReportPapers(ReportFinder reports, CampaignClock clock)
{
    private const string Addressee = "联席会议办公室";

    /// <summary>The paper (DOCX) of what stands in the sheet now. What was not handed in is 送审稿 without a date.</summary>
    /// <exception cref="Api.Refusals.RefusedException"><c>unit.unknown</c>, <c>report.unknown</c>.</exception>
    internal async Task<byte[]> Make(ReadingScene scene, string unit, string duty, CancellationToken cancellation)
    {
        var found = await reports.Find(scene, unit, duty, cancellation);
        var (place, plan) = (found.Place, found.Place.Plan);
        var (sheet, _) = SheetFields.Assemble(found.Sheet.Typed, place.Layout, place.Forms.Summary);
        var name = PaperIssuer.WithDistrict(plan, place.Unit.Name);
        var handed = found.Asked.Count == 0 && found.State.Stage is ReportStage.Handed && found.Versions is [var last, ..] ? last : null;
        return ReportPaper.Make(new(
            ReportTitles.Report(name, plan.District.Name, plan.Title, place.Owed.Title), Addressee, name, found.Period,
            [.. place.Forms.Summary.Sections.Select(s => new SummaryPart(s.Title, sheet.Texts.GetValueOrDefault(s.Id, "")))],
            place.Layout.Sections.Count == 0 || !found.Stages.ContainsKey(DutyPart.Table) ? null : StatisticsTables.OfUnit(plan, place.Layout, sheet),
            FilledBy: "", ApprovedBy: "", sheet.Phone, handed is null ? null : ChinaTime.DateOf(handed.At))
        {
            Draft = handed is null ? DraftWord.ForApproval : DraftWord.None, Nil = sheet.Nil, Rehearsal = clock.IsVirtual,
        });
    }
}
