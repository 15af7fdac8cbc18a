using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Documents.Papers;

namespace HuiminCoord.Server.Tests.Documents;

/// <summary>Reports of one month of the model campaign; people are named by letters, figures are made from the places of their cells.</summary>
internal static class SampleReports
{
    /// <summary>Every kind of paper, by its name.</summary>
    public static TheoryData<string> Kinds { get; } = ["report", "report-managing", "report-summary", "annual", "consolidated", "bulletin", "bulletin-draft", "consolidated-large", "bulletin-large"];

    private static readonly DutyId Month = new("monthly-2020-10");
    private static readonly ReportPeriod Days = new(new DateOnly(2020, 9, 26), new DateOnly(2020, 10, 25));
    private static readonly DateOnly Day = new(2020, 10, 27);

    /// <summary>The shipped plan with its forms.</summary>
    internal static Plan Plan { get; } = PlanReader.Read(ShippedTexts.Shipped).Plan!;

    internal static ReportDraft Report { get; } = Of("scjg", "2020年10月小结和统计表");

    internal static ConsolidatedDraft Consolidated { get; } = Consolidate(Plan);

    internal static BulletinDraft Bulletin { get; } = Announce(Plan);

    /// <summary>The same campaign with 30 units, some of which have long names.</summary>
    internal static Plan Large { get; } = Plan with
    {
        Units = [.. Enumerable.Range(0, 30).Select(at => at == 0 ? Plan.Units[0]
            : new UnitPlan(new UnitId($"u{at}"), at % 4 == 0 ? $"第{at}片区市场监督管理与城市管理综合行政执法联合大队" : $"第{at}单位", [], at % 3 == 0 ? TableProfile.Managing : TableProfile.Enforcing))],
        Domains = [.. Plan.Domains.Select(d => d with { Cooperating = [.. Enumerable.Range(1, 29).Select(at => new UnitId($"u{at}"))] })],
    };

    internal static byte[] Make(string paper) => paper switch
    {
        "report" => ReportPaper.Make(Report),
        "report-managing" => ReportPaper.Make(Of("jiaoyu", "2020年10月小结和统计表") with { Draft = DraftWord.ForApproval, FilledBy = "", ApprovedBy = "", Date = null, Rehearsal = true }),
        "report-summary" => ReportPaper.Make(Of("zhengfuban", "2020年10月小结和统计表")),
        "annual" => ReportPaper.Make(Of("gongan", "2020年总结和统计表") with { Period = new(new DateOnly(2020, 9, 1), new DateOnly(2020, 11, 30)) }),
        "consolidated" => ConsolidatedPaper.Make(Consolidated),
        "bulletin" => BulletinPaper.Make(Bulletin with { IsIssued = true, Number = "回市监发[2020]012号" }),
        "bulletin-draft" => BulletinPaper.Make(Bulletin with { ObjectionsUntil = new DateOnly(2020, 11, 12), RankBy = FormColumns.Filed, Figures = Figures(Plan, FormColumns.Filed), Rehearsal = true }),
        "consolidated-large" => ConsolidatedPaper.Make(Consolidate(Large)),
        "bulletin-large" => BulletinPaper.Make(Announce(Large) with { IsIssued = true, Issuer = PaperIssuer.Of(Large, IssuingBody.DistrictOffice) }),
        _ => throw new ArgumentOutOfRangeException(nameof(paper)),
    };

    internal static ReportDraft Of(string unit, string duty)
    {
        var plan = Plan.Unit(new UnitId(unit))!;
        var (name, layout) = (PaperIssuer.WithDistrict(Plan, plan.Name), TableLayout.Of(Plan, Plan.Forms!.Table, plan));
        return new(
            ReportTitles.Report(name, Plan.District.Name, Plan.Title, duty), "联席会议办公室", name, Days,
            [.. Plan.Forms.Summary.Sections.Select(s => new SummaryPart(s.Title, Text(s.Id)))],
            layout.Sections.Count == 0 ? null : StatisticsTables.OfUnit(Plan, layout, ReportSheet.Empty with { Figures = Filled(Plan, plan, 1) }),
            "甲某某", "乙某某", "0471-0000000", Day);
    }

    internal static ConsolidatedDraft Consolidate(Plan plan)
    {
        var (month, all) = (DistrictTable.Of(plan, Reports(plan, Month, 1)), DistrictTable.Of(plan, [.. Reports(plan, Month, 1), .. Reports(plan, new("monthly-2020-09"), 3)]));
        var texts = plan.Units.SkipLast(2).ToDictionary(u => u.Id, u => (IReadOnlyDictionary<string, string>)plan.Forms!.Summary.Sections.Take(u.Name.Length % 2 == 0 ? 5 : 3).ToDictionary(s => s.Id, s => Text(s.Id)));
        var summary = SummaryDraft.Of(plan, plan.Forms!.Summary, [.. plan.Units.Select(u => u.Id)], texts, texts.Take(1).ToDictionary(), "problems");
        return new(
            ReportTitles.Consolidated(plan.Title, "2020年10月小结和统计表"), ["区人民政府"], PaperIssuer.Of(plan, IssuingBody.Bureau), Days,
            [.. ReportingWords.Of(month, Late(month)).Select(line => line.Standing == ReportStanding.Missing ? line with { Note = "数据核对中，预计10月30日报送" } : line)],
            SummaryParts.Of(summary),
            [StatisticsTables.OfDistrict(month, $"{plan.Forms.Table.Title}（2020年10月）"), StatisticsTables.OfDistrict(all, $"{plan.Forms.Table.Title}（2020年9月至10月累计）") with { Period = new(new DateOnly(2020, 9, 1), Days.To) }, StatisticsTables.ByUnit(month, $"{plan.Forms.Table.Title}（2020年10月，分单位）")],
            new DateOnly(2020, 11, 3))
        { FilledBy = "丙某某", ApprovedBy = "丁某某", Phone = "0471-0000000" };
    }

    internal static BulletinDraft Announce(Plan plan) => new(
        ReportTitles.Bulletin(plan.Title, "2020年10月"), 2, PaperIssuer.Of(plan, IssuingBody.Bureau), Days, Figures(plan, null), [.. BulletinFigures.CaseColumns.Select(c => plan.Forms!.Table.Column(c)).OfType<TableColumn>()],
        ["联席会议各成员单位"], ["区委办公室", "区政府办公室", "区人大常委会办公室", "区政协办公室"], new DateOnly(2020, 11, 10))
    {
        Remarks = [new("有关要求", "请未报单位尽快补报；逾期单位做好下期报送准备。\n各单位对统计表中处罚案件数与国家企业信用信息公示系统公示数进行核对。")],
    };

    internal static BulletinFigures Figures(Plan plan, string? rankBy)
    {
        var (month, before) = (Reports(plan, Month, 1), Reports(plan, new("monthly-2020-09"), 3));
        return BulletinFigures.Of(
            DistrictTable.Of(plan, month), DistrictTable.Of(plan, [.. month, .. before]), BulletinFigures.CaseColumns,
            Late(DistrictTable.Of(plan, month)), rankBy);
    }

    private static Dictionary<UnitId, int> Late(DistrictTable month) => month.Reports.Where(r => r.Standing == ReportStanding.ReportedLate).ToDictionary(r => r.Unit, _ => 2);

    /// <summary>One of everything: late, nothing to report, missing, waived.</summary>
    private static List<UnitReport> Reports(Plan plan, DutyId duty, int seed) => [.. plan.Units.Select((unit, at) => (at % 11) switch
    {
        3 => new UnitReport(unit.Id, duty, ReportStanding.ReportedLate, Filled(plan, unit, seed)),
        4 => new(unit.Id, duty, ReportStanding.Nil, ReportSheet.Empty with { Nil = true } is { } sheet ? sheet.Counted(TableLayout.Of(plan, plan.Forms!.Table, unit)) : Domain.Reports.Figures.None),
        5 when seed == 1 => new(unit.Id, duty, ReportStanding.Missing, Domain.Reports.Figures.None),
        10 => new(unit.Id, duty, ReportStanding.Waived, Domain.Reports.Figures.None),
        _ => new(unit.Id, duty, ReportStanding.Reported, Filled(plan, unit, seed)),
    })];

    private static Figures Filled(Plan plan, UnitPlan unit, int seed) => TableLayout.Of(plan, plan.Forms!.Table, unit).Cells.Select((cell, at) => (cell, at)).Aggregate(
        Domain.Reports.Figures.None, (sum, c) => sum.With(c.cell, plan.Forms.Table.Column(c.cell.Column)!.Kind == FigureKind.Money ? (c.at * 37 % 91 * 1250) + seed : c.at * seed * 7 % 23 * (c.cell.Column == "officers" ? 9 : 1)));

    private static string Text(string section) => section switch
    {
        "work" => "组织开展农贸市场、餐饮单位和商品房销售场所联合检查4次，出动执法人员86人次，检查经营主体132户次。\n对检查中发现的价格公示不规范、索证索票不齐全等问题，现场责令改正，并逐户复查。",
        "cases" => "立案3件，办结2件，案值1.25万元；移送公安机关1件。典型案件已报联席会议办公室。",
        "problems" => "部分经营主体台账记录不完整；网络经营主体住所与登记地址不一致，核查难度较大。",
        "next" => "11月重点检查冷冻食品和防护用品，11月20日前完成辖区养老机构食堂检查。",
        _ => "请市公安局回民区分局协助核查2条线索。",
    };
}
