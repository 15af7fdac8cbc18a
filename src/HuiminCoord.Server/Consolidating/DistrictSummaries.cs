using System.Text.Json;
using HuiminCoord.Domain.Drafts;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Reports;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Drafts;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Consolidating;

/// <summary>The office's consolidated summary: what units have said, section by section, and what the office has written instead.</summary>
internal static class DistrictSummaries
{
    internal static async Task<SummaryDraft> Read(CoordinationDb db, Plan plan, Occurrence occurrence, CancellationToken cancellation)
    {
        var (campaign, duty) = (plan.Campaign.Value, occurrence.Id.Value);
        var owed = await db.Obligations.AsNoTracking().Where(o => o.Campaign == campaign && o.Duty == duty).ToListAsync(cancellation);
        var owing = owed.Where(o => Stages.PartsOf(o).GetValueOrDefault(DutyPart.Summary, PartStage.Waived) != PartStage.Waived).Select(o => new UnitId(o.Unit)).ToList();
        var counting = await ReportReader.Counting(db, campaign, null, DutyPart.Summary, cancellation);
        var before = ReportPeriods.Before(plan, occurrence.Id);
        var problems = plan.Forms!.Summary.Sections.Any(s => s.Id == SummaryForm.Problems) ? SummaryForm.Problems : null;
        return SummaryDraft.Of(plan, plan.Forms.Summary, owing, Texts(counting, duty), Texts(counting, before?.Value), problems).With(await Written(db, campaign, duty, cancellation));
    }

    /// <summary>It is the office's draft; a paper of the office shows it to whoever may read the paper.</summary>
    private static async Task<Dictionary<string, SummaryEdit>> Written(CoordinationDb db, string campaign, string duty, CancellationToken cancellation)
    {
        var rows = await DraftRows.OfSummary(db, campaign, duty).Select(d => new { d.Form, d.Body }).ToListAsync(cancellation);
        return rows.ToDictionary(r => DraftForm.SectionOf(r.Form)!, r => JsonSerializer.Deserialize<SummaryEdit>(r.Body, ApiJson.Options)!);
    }

    private static Dictionary<UnitId, IReadOnlyDictionary<string, string>> Texts(IReadOnlyList<CountingVersion> counting, string? duty) =>
        counting.Where(v => v.Version.Duty == duty).ToDictionary(v => new UnitId(v.Version.Unit), v => v.Sheet.Texts);
}
