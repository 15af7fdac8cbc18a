using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Documents.Papers;

namespace HuiminCoord.Server.Consolidating;

/// <summary>What the office makes of a period's reports on paper, before anybody has edited it: the consolidated summary with its tables, and the bulletin.</summary>
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

    /// <summary>工作通报: a draft for objections. Its number is the issuer's to give, so it has none.</summary>
    /// <param name="issue">Of 第N期.</param>
    /// <param name="calendar">Counts the days for objections from the day on which the bulletin is due.</param>
    internal static byte[] Bulletin(DistrictPeriod period, DistrictPeriod cumulative, int issue, WorkingCalendar calendar, bool rehearsal)
    {
        var plan = period.Table.Plan;
        var rules = plan.Forms!.Consolidating;
        var rank = rules.Rank ? FormColumns.Filed : null;
        var columns = BulletinFigures.CaseColumns.Select(plan.Forms.Table.Column).OfType<TableColumn>().ToList();
        return BulletinPaper.Make(new(
            ReportTitles.Bulletin(plan.Title, period.Title), issue, PaperIssuer.Of(plan, rules.Issuer), Days(period),
            BulletinFigures.Of(period.Table, cumulative.Table, [.. columns.Select(c => c.Code)], Late(period), rank), columns, ["联席会议各成员单位"], [], null)
        {
            ObjectionsUntil = DueOn(period.Occurrence, rules) is { } day ? calendar.AddWorkingDays(day, rules.ObjectionWorkdays) : null, RankBy = rank, Rehearsal = rehearsal,
        });
    }

    /// <summary>The day of the month after the reporting date on which the bulletin goes out.</summary>
    internal static DateOnly? DueOn(Occurrence occurrence, ConsolidationPlan rules) =>
        occurrence.Due is { } due ? new DateOnly(due.Year, due.Month, 1).AddMonths(1).AddDays(rules.BulletinDay - 1) : null;

    /// <summary>Working days of lateness, by unit.</summary>
    private static Dictionary<UnitId, int> Late(DistrictPeriod period) => period.Owed.Where(o => o.LateWorkdays > 0).ToDictionary(o => new UnitId(o.Unit), o => o.LateWorkdays!.Value);

    private static ReportPeriod Days(DistrictPeriod period) => period.Period ?? new(period.Occurrence.Due!.Value, period.Occurrence.Due.Value);
}
