using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Domain.Tests.Campaigns;

namespace HuiminCoord.Domain.Tests.Reports;

/// <summary>The 26 columns and 11 rows written out, so that these tests do not change when the shipped plan does; and sheets made of short texts.</summary>
internal static class SampleForms
{
    public static IReadOnlyList<TableColumn> Columns { get; } =
    [
        new("officers", "出动执法人员", "人次", FigureKind.Count, "检查"),
        new("subjects", "检查经营主体", "户次", FigureKind.Count, "检查"),
        new("markets", "检查批发市场/集贸市场等各类市场", "个次", FigureKind.Count, "检查"),
        new("onlineChecked", "检查网站(店铺)", "个次", FigureKind.Count, "检查"),
        new("samples", "抽检批次", "批次", FigureKind.Count, "抽检"),
        new("samplesFailed", "不合格批次", "批次", FigureKind.Count, "抽检"),
        new("orders", "责令改正(发出责令改正通知书)", "份", FigureKind.Count, "案件"),
        new("clues", "发现/接收案件线索", "条", FigureKind.Count, "案件"),
        new("filed", "立案", "件", FigureKind.Count, "案件"),
        new("closed", "办结(结案)", "件", FigureKind.Count, "案件"),
        new("value", "案值(货值)", "万元", FigureKind.Money, "案件"),
        new("fines", "罚没金额", "万元", FigureKind.Money, "案件"),
        new("transferred", "移送司法(公安)机关", "件", FigureKind.Count, "案件"),
        new("revoked", "吊销许可证/营业执照", "户", FigureKind.Count, "案件"),
        new("dens", "捣毁/取缔黑窝点", "个", FigureKind.Count, "案件"),
        new("complaints", "受理投诉", "件", FigureKind.Count, "投诉举报"),
        new("reports", "接收举报", "件", FigureKind.Count, "投诉举报"),
        new("recovered", "为消费者挽回经济损失", "万元", FigureKind.Money, "投诉举报"),
        new("talks", "行政约谈/行政指导", "次(家次)", FigureKind.Count, "其他"),
        new("joint", "部门协作(联合)执法", "次", FigureKind.Count, "其他"),
        new("published", "公示行政处罚信息", "件", FigureKind.Count, "其他"),
        new("abnormal", "列入经营异常名录", "户", FigureKind.Count, "其他"),
        new("blacklist", "列入严重违法失信名单", "户", FigureKind.Count, "其他"),
        new("exposed", "曝光典型案例", "件", FigureKind.Count, "其他"),
        new("warnings", "发布消费警示(提示)", "条", FigureKind.Count, "其他"),
        new("publicity", "开展宣传活动/普法", "场次", FigureKind.Count, "其他"),
    ];

    public static IReadOnlyList<TableSection> Sections { get; } =
    [
        new("chi-shipin", "吃-食品", "chi"),
        new("chi-yiyao", "吃-医药", "chi"),
        new("chuan-fuzhuang", "穿-服装鞋帽", "chuan"),
        new("chuan-fanghu", "穿-防护用品", "chuan"),
        new("zhu-shangpinfang", "住-商品房", "zhu"),
        new("zhu-dianti", "住-电梯", "zhu"),
        new("zhu-jiancai", "住-建材", "zhu"),
        new("xing-qiche", "行-汽车", "xing"),
        new("xing-tingche", "行-停车收费", "xing"),
        new("xing-jingqu", "行-旅游景区特种设备", "xing"),
        new("wangluo", "网络", "wangluo"),
    ];

    /// <summary>What units without case work do not fill.</summary>
    public static IReadOnlyList<string> WithoutCases { get; } =
        ["markets", "onlineChecked", "orders", "filed", "closed", "value", "fines", "transferred", "revoked", "dens", "published", "abnormal", "blacklist", "recovered", "exposed"];

    public static TableForm Table { get; } = new(
        "百日专项整治情况统计表", Sections, Columns, new Dictionary<TableProfile, IReadOnlyList<string>> { [TableProfile.Managing] = WithoutCases }, "joint",
        [new("closed", "filed"), new("transferred", "filed"), new("samplesFailed", "samples"), new("published", "closed")], new(3, 3));

    public static SummaryForm Summary { get; } = new([new("gongzuo", "工作开展情况", true, "做了什么。"), new("wenti", "存在问题", true, "有什么困难。"), new("xiabu", "下一步打算", false, "打算做什么。")]);

    public static PeriodPlan Periods { get; } = new(new(2020, 9, 1), 25, new Dictionary<string, DateWindow>
    {
        ["annual-2020"] = new(new(2020, 9, 1), new(2020, 11, 30)),
        ["annual-2021"] = new(new(2020, 12, 1), new(2021, 10, 31)),
    });

    /// <summary>The notice's plan with these forms.</summary>
    public static Plan Plan { get; } = Huimin.Notice with { Forms = new(Table, Summary, ReportApproval.Leader, Periods) };

    public static TableLayout Layout(string unit) => TableLayout.Of(Plan, Table, Plan.Unit(new UnitId(unit))!);

    /// <summary>Figures as <c>chi-shipin: officers 24, value 12.50; wangluo: filed 3</c>: money in 万元.</summary>
    public static Figures Figures(string text) =>
        text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split(':', StringSplitOptions.TrimEntries))
            .SelectMany(row => row[1].Split(',', StringSplitOptions.TrimEntries).Select(cell => (Section: row[0], Cell: cell.Split(' '))))
            .Aggregate(Domain.Reports.Figures.None, (sum, c) => sum.With(new(c.Section, c.Cell[0]), FigureText.Read(c.Cell[1], Table.Column(c.Cell[0])!.Kind).Figure));

    /// <summary>The same with zero in every other cell that the unit can have (其余填0).</summary>
    public static Figures Filled(string unit, string text)
    {
        var figures = Figures(text);
        return Layout(unit).Cells.Aggregate(figures, (all, cell) => all[cell] is null ? all.With(cell, 0) : all);
    }

    /// <summary>A sheet that has nothing wrong with it but what the figures say.</summary>
    public static ReportSheet Sheet(Figures figures, string? noteAt = null) => new(
        figures, new Dictionary<string, string> { ["gongzuo"] = "检查餐饮单位。", ["wenti"] = "人手不足。" }, false,
        noteAt is null ? new Dictionary<string, string>() : new Dictionary<string, string> { [noteAt] = "数据无误。" }, "");

    /// <summary>Months before the one at hand, from 2020年9月 on.</summary>
    public static ReportHistory History(params Figures[] months) =>
        new([.. ReportPeriods.Months(Plan).Zip(months, (month, figures) => new PeriodFigures(month.Duty, month.Period, figures))]);
}
