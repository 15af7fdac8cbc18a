using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;

namespace HuiminCoord.Domain.Tests.Plans;

/// <summary>The shipped forms, held against the facts as they were collected: published forms of earlier campaigns, and who takes part in which domain.</summary>
public sealed class ShippedFormsTests
{
    private static FormPlan Forms => WithForms.Forms!;

    /// <summary>Code, name, unit; money is marked by 万元. Basis: the 2008 dairy form, 百日行动 2019, 铁拳.</summary>
    private static readonly string[] Columns =
    [
        "officers 出动执法人员 人次", "subjects 检查经营主体 户次", "markets 检查批发市场/集贸市场等各类市场 个次", "onlineChecked 检查网站（店铺） 个次", "samples 抽检批次 批次",
        "samplesFailed 不合格批次 批次", "orders 责令改正（发出责令改正通知书） 份", "clues 发现/接收案件线索 条", "filed 立案 件", "closed 办结（结案） 件", "value 案值（货值） 万元", "fines 罚没金额 万元",
        "transferred 移送司法（公安）机关 件", "revoked 吊销许可证/营业执照 户", "dens 捣毁/取缔黑窝点 个", "complaints 受理投诉 件", "reports 接收举报 件", "recovered 为消费者挽回经济损失 万元",
        "talks 行政约谈/行政指导 次（家次）", "joint 部门协作（联合）执法 次", "published 公示行政处罚信息 件", "abnormal 列入经营异常名录 户", "blacklist 列入严重违法失信名单 户", "exposed 曝光典型案例 件",
        "warnings 发布消费警示（提示） 条", "publicity 开展宣传活动/普法 场次",
    ];

    [Fact]
    public void Twenty_six_columns_in_the_order_of_the_data()
    {
        Assert.Equal(26, Columns.Length);
        Assert.Equal(Columns, Forms.Table.Columns.Select(c => $"{c.Code} {c.Name} {c.Unit}"));
        Assert.All(Forms.Table.Columns, c => Assert.Equal(c.Unit == "万元" ? FigureKind.Money : FigureKind.Count, c.Kind));
        Assert.Equal("joint", Forms.Table.Joint);
    }

    [Fact]
    public void They_stand_under_seven_headings_each_in_one_piece() => Assert.Equal(
        ["检查 4", "抽检 3", "案件 8", "维权 3", "协作 2", "信用 4", "宣传 2"],
        Forms.Table.Columns.GroupBy(c => c.Group).Select(g => $"{g.Key} {g.Count()}"));

    [Fact]
    public void A_heading_never_comes_back_after_another() =>
        Assert.Equal(6, Forms.Table.Columns.Zip(Forms.Table.Columns.Skip(1)).Count(p => p.First.Group != p.Second.Group));

    [Fact]
    public void Eleven_rows_in_their_domains() => Assert.Equal(
        [
            "chi-shipin 吃-食品 chi", "chi-yiyao 吃-医药 chi", "chuan-fuzhuang 穿-服装鞋帽 chuan", "chuan-fanghu 穿-防护用品 chuan", "zhu-shangpinfang 住-商品房 zhu", "zhu-dianti 住-电梯 zhu",
            "zhu-jiancai 住-建材 zhu", "xing-qiche 行-汽车 xing", "xing-tingche 行-停车收费 xing", "xing-jingqu 行-旅游景区特种设备 xing", "wangluo 网络 wangluo",
        ],
        Forms.Table.Sections.Select(s => $"{s.Id} {s.Name} {s.Domain}"));

    [Theory]
    [InlineData("市场监督管理局", 26, "chi chuan zhu xing wangluo")]
    [InlineData("教育局", 11, "chi chuan")]
    [InlineData("民政局", 11, "chi")]
    [InlineData("农牧局", 26, "chi xing")]
    [InlineData("工信局", 11, "chi chuan xing wangluo")]
    [InlineData("卫健委", 26, "chuan")]
    [InlineData("公安分局", 26, "chuan zhu wangluo")]
    [InlineData("住建局", 26, "zhu")]
    [InlineData("文化旅游广电局", 26, "xing")]
    [InlineData("城市管理综合执法局", 26, "xing")]
    [InlineData("区政府办公室", 0, "")]
    public void Each_unit_fills_the_rows_of_its_domains(string name, int columns, string domains)
    {
        var layout = TableLayout.Of(WithForms, Forms.Table, WithForms.Units.Single(u => u.Name == name));
        var own = domains.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Forms.Table.Sections.Where(s => own.Contains(s.Domain)).Select(s => s.Id), layout.Sections.Select(s => s.Id));
        Assert.Equal(columns * layout.Sections.Count, layout.Cells.Count());
        Assert.Equal(name == "市场监督管理局" ? 0 : layout.Sections.Count, layout.Cells.Count(layout.IsSupporting));
    }

    [Fact]
    public void Managing_units_leave_out_case_work()
    {
        var layout = TableLayout.Of(WithForms, Forms.Table, WithForms.Unit(new UnitId("jiaoyu"))!);
        Assert.Equal(
            ["officers", "subjects", "samples", "samplesFailed", "clues", "complaints", "reports", "talks", "joint", "warnings", "publicity"],
            layout.Cells.Where(c => c.Section == "chi-shipin").Select(c => c.Column));
        Assert.Equal([TableProfile.Managing], Forms.Table.Without.Keys);
    }

    [Fact]
    public void Four_rules_hold_for_cumulative_figures_and_large_ones_are_asked_about()
    {
        Assert.Equal(["closed<=filed", "transferred<=filed", "samplesFailed<=samples", "published<=closed"], Forms.Table.Rules.Select(r => $"{r.Lower}<={r.Upper}"));
        Assert.Equal(new OutlierRule(3, 3), Forms.Table.Outliers);
    }

    [Fact]
    public void The_summary_speaks_of_three_things_and_may_of_two_more()
    {
        Assert.Equal(["工作开展情况*", "查办案件情况*", "存在问题*", "下步打算", "需协调事项"], Forms.Summary.Sections.Select(s => $"{s.Title}{(s.IsRequired ? "*" : "")}"));
        Assert.All(Forms.Summary.Sections, s => Assert.NotEmpty(s.Help));
    }

    [Fact]
    public void Periods_approval_and_consolidation_are_the_defaults_of_the_open_questions()
    {
        Assert.Equal((new DateOnly(2020, 9, 1), 25, ReportApproval.Leader), (Forms.Periods.From, Forms.Periods.LastDay, Forms.Approval));
        Assert.Equal(["annual-2020 2020-09-01 2020-11-30", "annual-2021 2020-12-01 2021-10-31"], Forms.Periods.Annuals.OrderBy(a => a.Key).Select(a => $"{a.Key} {a.Value.From:yyyy-MM-dd} {a.Value.To:yyyy-MM-dd}"));
        Assert.Equal(ConsolidationPlan.Usual, Forms.Consolidation);
        string[] asked = ["form", "who-fills-what", "report-approval", "summary-content", "joint-counting", "outliers", "statistical-period", "cumulatives", "annual-2020-cover", "annual-2021-cover", "bulletin-day", "bulletin-issuer", "bulletin-rank", "district-table"];
        Assert.Empty(asked.Except(WithForms.Questions.Select(q => q.Id)));
    }
}
