using System.Collections.Immutable;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Documents.Workbooks;

namespace HuiminCoord.Server.Tests.Documents.Workbooks;

/// <summary>A form as districts have it, the table of some units, and a report that is filled in.</summary>
internal static class SampleReports
{
    private const string Columns =
        """
        officers 出动执法人员 人次 检查
        subjects 检查经营主体 户次 检查
        markets 检查批发市场/集贸市场等各类市场 个次 检查
        onlineChecked 检查网站(店铺) 个次 检查
        samples 抽检批次 批次 抽检
        samplesFailed 不合格批次 批次 抽检
        orders 责令改正(发出责令改正通知书) 份 案件查办
        clues 发现/接收案件线索 条 案件查办
        filed 立案 件 案件查办
        closed 办结(结案) 件 案件查办
        value 案值(货值) 万元 案件查办
        fines 罚没金额 万元 案件查办
        transferred 移送司法(公安)机关 件 案件查办
        revoked 吊销许可证/营业执照 户 案件查办
        dens 捣毁/取缔黑窝点 个 案件查办
        complaints 受理投诉 件 投诉举报
        reports 接收举报 件 投诉举报
        recovered 为消费者挽回经济损失 万元 投诉举报
        talks 行政约谈/行政指导 次(家次) 协同监管
        joint 部门协作(联合)执法 次 协同监管
        published 公示行政处罚信息 件 信用监管
        abnormal 列入经营异常名录 户 信用监管
        blacklist 列入严重违法失信名单 户 信用监管
        exposed 曝光典型案例 件 宣传引导
        warnings 发布消费警示(提示) 条 宣传引导
        publicity 开展宣传活动/普法 场次 宣传引导
        """;

    private const string Sections = "chi-shipin 吃-食品,chi-yiyao 吃-医药,chuan-fuzhuang 穿-服装鞋帽,chuan-fanghu 穿-防护用品,zhu-shangpinfang 住-商品房,zhu-dianti 住-电梯,zhu-jiancai 住-建材,xing-qiche 行-汽车,xing-tingche 行-停车收费,xing-jingqu 行-旅游景区特种设备,wangluo 网络";

    private static readonly string[] NotManaged = ["markets", "onlineChecked", "orders", "filed", "closed", "value", "fines", "transferred", "revoked", "dens", "published", "abnormal", "blacklist", "recovered", "exposed"];

    internal static Plan Plan { get; } = PlanReader.Read(TestServer.PlanJson).Plan!;

    internal static TableForm Form { get; } = new(
        "“衣食住行”领域市场整治工作统计表",
        [.. Sections.Split(',').Select(s => s.Split(' ')).Select(s => new TableSection(s[0], s[1], s[0].Split('-')[0]))],
        [.. Columns.Split('\n').Select(c => c.Trim().Split(' ')).Select(c => new TableColumn(c[0], c[1], c[2], c[2] == "万元" ? FigureKind.Money : FigureKind.Count, c[3]))],
        new Dictionary<TableProfile, IReadOnlyList<string>> { [TableProfile.Managing] = NotManaged },
        "joint", [], null);

    internal static IReadOnlyList<SummarySection> Summary { get; } =
    [
        new("work", "工作开展情况", true, "本期开展的检查、抽检和查办案件情况，与统计表一致。"),
        new("results", "主要成效", true, "查处的典型案件、消除的风险隐患。"),
        new("problems", "存在问题", true, "需要协调解决的问题；没有的填“无”。"),
        new("next", "下一步打算", false, "下期工作安排。"),
    ];

    internal static TableLayout LayoutOf(string unit) => TableLayout.Of(Plan, Form, Plan.Unit(new(unit))!);

    internal static WorkbookHead HeadOf(string unit) => new(
        new(Plan.Campaign, new(unit), new("monthly-2020-10"), 1, "draft-7"), Plan.Unit(new(unit))!.Name, new(new(2020, 9, 26), new(2020, 10, 25)), "", "", new(2020, 10, 26), Summary);

    internal static WorkbookExpectation ExpectedOf(string unit) => new(Plan.Campaign, new(unit), new("monthly-2020-10"))
    {
        Names = [Plan.Unit(new(unit))!.Name], Period = new(new(2020, 9, 26), new(2020, 10, 25)), Form = 1, Summary = Summary,
    };

    /// <summary>Every cell filled in, each with a figure of its own.</summary>
    internal static ReportSheet FilledOf(string unit) => new(
        LayoutOf(unit).Cells.Index().Aggregate(Figures.None, (all, cell) => all.With(cell.Item, cell.Index == 3 ? 0 : (cell.Index * 37 % 1000) + 1)),
        new Dictionary<string, string> { ["work"] = "一、出动执法人员开展检查。\n二、=1+1 这样的字也只是字。", ["results"] = "=HYPERLINK(\"http://example.invalid\")", ["problems"] = "无" },
        false,
        new Dictionary<string, string> { [$"{LayoutOf(unit).Sections[0].Id}/officers"] = "开展专项行动，数据无误。" },
        "0471-1234567");

    internal static byte[] WorkbookOf(string unit) => WorkbookOf(unit, FilledOf(unit));

    internal static byte[] WorkbookOf(string unit, ReportSheet filled) => TableWorkbook.Write(LayoutOf(unit), HeadOf(unit), filled, filled.Figures, filled.Figures.Plus(filled.Figures));

    internal static WorkbookReading Read(string unit, byte[] file) => TableReader.Read(new MemoryStream(file), LayoutOf(unit), ExpectedOf(unit), WorkbookLimits.Default);

    internal static byte[] District()
    {
        var rows = Form.Sections.Select((s, row) => new DistrictRow(s.Name, TableRowKind.Section, [.. Form.Columns.Select((c, n) =>
            new DistrictCell((row + n) % 7 == 0 ? null : FigureText.Write((row * 100) + n, c.Kind), (row + n) % 11 == 10))]));
        var total = new DistrictRow("合计", TableRowKind.Total, [.. Form.Columns.Select(c => new DistrictCell(FigureText.Write(12345, c.Kind)))]);
        return DistrictWorkbook.Write(new(
            "回民区“衣食住行”领域市场整治工作统计表（全区）", ["统计期间：2020年9月26日至10月25日", "=1+1"], Form.Columns, [.. rows, total],
            ["“—”为未报，灰色为不适用。"], [new("教育局", "已报送（待审核）", ""), new("民政局", "逾期未报", "=cmd")]) { Rehearsal = true });
    }

    internal static Figures FiguresOf(IEnumerable<(CellAt Cell, long Figure)> cells) => new(cells.ToImmutableSortedDictionary(c => c.Cell.ToString(), c => c.Figure, StringComparer.Ordinal));
}
