using HuiminCoord.Domain.Consolidations;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Offices;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Documents.Papers;

namespace HuiminCoord.Server.Consolidating;

/// <summary>What the office makes of a period's reports on paper: the consolidated summary with its tables, and the bulletin.</summary>
internal static class DistrictPapers
{
    /// <summary>汇总小结 with the district's tables: of the period, cumulative, and by unit.</summary>
    internal static byte[] Consolidated(DistrictPeriod period, DistrictPeriod cumulative, SummaryDraft summary, bool rehearsal)
    {
        var plan = period.Table.Plan;
        var title = plan.Forms!.Table.Title;
        return ConsolidatedPaper.Make(new(
            ReportTitles.Consolidated(plan.Title, period.Occurrence.Title), [], PaperIssuer.Of(plan, plan.Forms.Consolidating.Issuer), Days(period), ReportingWords.Of(period.Table, Late(period)), SummaryParts.Of(summary),
            [
                StatisticsTables.OfDistrict(period.Table, $"{title}（{period.Title}）"),
                StatisticsTables.OfDistrict(cumulative.Table, $"{title}（截至{period.Title}累计）"),
                StatisticsTables.ByUnit(period.Table, $"{title}（{period.Title}，分单位）"),
            ],
            null) { Draft = DraftWord.ForApproval, Rehearsal = rehearsal });
    }

    /// <summary>工作通报: a draft for objections, or as it was issued. Its 发文字号 is the issuer's to give.</summary>
    internal static byte[] Bulletin(DistrictPeriod period, DistrictPeriod cumulative, Bulletin? bulletin, bool rehearsal)
    {
        var plan = period.Table.Plan;
        return BulletinPaper.Make(new(
            ReportTitles.Bulletin(plan.Title, period.Title), IssueOf(plan, period.Occurrence), PaperIssuer.Of(plan, bulletin?.Issued?.Issuer ?? plan.Forms!.Consolidating.Issuer), Days(period),
            Figures(period, cumulative), BulletinColumns(plan), ["联席会议各成员单位"], [],
            bulletin?.Issued is { } issued ? ChinaTime.DateOf(issued.At) : null)
        {
            IsIssued = bulletin?.Issued is not null, Number = bulletin?.Issued?.DocumentNumber is { Length: > 0 } number ? number : null, ObjectionsUntil = bulletin?.ObjectionsUntil, RankBy = RankBy(plan), Rehearsal = rehearsal,
        });
    }

    /// <summary>工作通报第N期: each month has one, so months are counted.</summary>
    internal static int IssueOf(Plan plan, Occurrence month) => OfficeDuties.Periods(plan).Where(o => o.Duty.Kind == DutyKind.Monthly).TakeWhile(o => o.Id != month.Id).Count() + 1;

    /// <summary>The columns of case work that a bulletin has.</summary>
    internal static IReadOnlyList<TableColumn> BulletinColumns(Plan plan) => [.. BulletinFigures.CaseColumns.Select(plan.Forms!.Table.Column).OfType<TableColumn>()];

    /// <summary>The figures of a bulletin.</summary>
    internal static BulletinFigures Figures(DistrictPeriod period, DistrictPeriod cumulative)
    {
        var plan = period.Table.Plan;
        return BulletinFigures.Of(period.Table, cumulative.Table, [.. BulletinColumns(plan).Select(c => c.Code)], Late(period), RankBy(plan));
    }

    /// <summary>The column by which a bulletin ranks units; null = it does not.</summary>
    private static string? RankBy(Plan plan) => plan.Forms!.Consolidating.Rank ? FormColumns.Filed : null;

    /// <summary>Working days of lateness, by unit.</summary>
    private static Dictionary<UnitId, int> Late(DistrictPeriod period) => period.Owed.Where(o => o.LateWorkdays > 0).ToDictionary(o => new UnitId(o.Unit), o => o.LateWorkdays!.Value);

    private static ReportPeriod Days(DistrictPeriod period) => period.Period ?? new(period.Occurrence.Due!.Value, period.Occurrence.Due.Value);
}
