using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Amending;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;

namespace HuiminCoord.Domain.Tests.Plans;

/// <summary>Every kind of difference between the forms of two versions is shown once.</summary>
public sealed class FormComparisonTests
{
    private static FormPlan Forms => WithForms.Forms!;

    private static TableForm Table => Forms.Table;

    private static TableColumn First => Table.Columns[0];

    [Theory]
    [MemberData(nameof(Columns))]
    public void A_column_differs(string kind, string subject, string was, string becomes, TableForm table) => Only(Forms with { Table = table }, kind, subject, was, becomes);

    public static TheoryData<string, string, string, string, TableForm> Columns { get; } = new()
    {
        { DifferenceKind.ColumnAdded, "stopped", "", "下架（公斤）检查 count", Table with { Columns = [.. Table.Columns, new("stopped", "下架", "公斤", FigureKind.Count, "检查")] } },
        { DifferenceKind.ColumnEnds, "officers", "出动执法人员（人次）检查 count", "", Table with { Columns = [.. Table.Columns.Skip(1)] } },
        { DifferenceKind.Column, "officers", "出动执法人员（人次）检查 count", "执法人员（人次）检查 count", Table with { Columns = [First with { Name = "执法人员" }, .. Table.Columns.Skip(1)] } },
        { DifferenceKind.Column, "officers", "出动执法人员（人次）检查 count", "出动执法人员（人）检查 count", Table with { Columns = [First with { Unit = "人" }, .. Table.Columns.Skip(1)] } },
        { DifferenceKind.Column, "officers", "出动执法人员（人次）检查 count", "出动执法人员（人次）出动 count", Table with { Columns = [First with { Group = "出动" }, .. Table.Columns.Skip(1)] } },
        { DifferenceKind.Column, "officers", "出动执法人员（人次）检查 count", "出动执法人员（人次）检查 money", Table with { Columns = [First with { Kind = FigureKind.Money }, .. Table.Columns.Skip(1)] } },
        { DifferenceKind.RowAdded, "zhu-wuye", "", "住-物业 zhu", Table with { Sections = [.. Table.Sections, new("zhu-wuye", "住-物业", "zhu")] } },
        { DifferenceKind.RowEnds, "chi-shipin", "吃-食品 chi", "", Table with { Sections = [.. Table.Sections.Skip(1)] } },
        { DifferenceKind.Row, "chi-shipin", "吃-食品 chi", "吃-食品 wangluo", Table with { Sections = [Table.Sections[0] with { Domain = "wangluo" }, .. Table.Sections.Skip(1)] } },
        { DifferenceKind.Row, "chi-shipin", "吃-食品 chi", "吃 chi", Table with { Sections = [Table.Sections[0] with { Name = "吃" }, .. Table.Sections.Skip(1)] } },
    };

    [Theory]
    [MemberData(nameof(Facts))]
    public void Something_else_differs(string subject, string was, string becomes, FormPlan forms) => Only(forms, DifferenceKind.Form, $"forms.{subject}", was, becomes);

    public static TheoryData<string, string, string, FormPlan> Facts { get; } = new()
    {
        { "title", "“衣食住行”领域市场整治情况统计表", "统计表", Forms with { Table = Table with { Title = "统计表" } } },
        { "without.none", "", "clues、filed", Forms with { Table = Table with { Without = new Dictionary<TableProfile, IReadOnlyList<string>>(Table.Without) { [TableProfile.None] = ["filed", "clues"] } } } },
        { "joint", "joint", "", Forms with { Table = Table with { Joint = null } } },
        { "rules.closed.filed", "closed ≤ filed", "", Forms with { Table = Table with { Rules = [.. Table.Rules.Skip(1)] } } },
        { "outliers", "> 3 × 3", "> 5 × 3", Forms with { Table = Table with { Outliers = new(5, 3) } } },
        { "outliers", "> 3 × 3", "", Forms with { Table = Table with { Outliers = null } } },
        { "order.columns", string.Join("、", Table.Columns.Select(c => c.Code)), string.Join("、", Table.Columns.Reverse().Select(c => c.Code)), Forms with { Table = Table with { Columns = [.. Table.Columns.Reverse()] } } },
        { "order.rows", string.Join("、", Table.Sections.Select(s => s.Id)), string.Join("、", Table.Sections.Reverse().Select(s => s.Id)), Forms with { Table = Table with { Sections = [.. Table.Sections.Reverse()] } } },
        { "order.summary", "work、cases、problems、next、coordination", "coordination、next、problems、cases、work", Forms with { Summary = new([.. Forms.Summary.Sections.Reverse()]) } },
        { "summary.next", "下步打算 下期的工作重点和时间安排。", "", Forms with { Summary = new([.. Forms.Summary.Sections.Where(s => s.Id != "next")]) } },
        { "summary.next", "下步打算 下期的工作重点和时间安排。", "下步打算* 下期的工作重点和时间安排。", Forms with { Summary = new([.. Forms.Summary.Sections.Select(s => s.Id == "next" ? s with { IsRequired = true } : s)]) } },
        { "approval", "leader", "scan", Forms with { Approval = ReportApproval.Scan } },
        { "from", "2020-09-01", "2020-08-01", Forms with { Periods = Forms.Periods with { From = new(2020, 8, 1) } } },
        { "lastDay", "25", "20", Forms with { Periods = Forms.Periods with { LastDay = 20 } } },
        { "annuals.annual-2021", "2020-12-01 — 2021-10-31", "2020-12-01 — 2021-10-25", Forms with { Periods = Forms.Periods with { Annuals = new Dictionary<string, DateWindow>(Forms.Periods.Annuals) { ["annual-2021"] = new(new(2020, 12, 1), new(2021, 10, 25)) } } } },
        { "dueWorkdays", "5", "3", Forms with { Consolidation = new(DueWorkdays: 3) } },
        { "bulletinDay", "10", "15", Forms with { Consolidation = new(BulletinDay: 15) } },
        { "objectionWorkdays", "2", "3", Forms with { Consolidation = new(ObjectionWorkdays: 3) } },
        { "issuer", "bureau", "districtOffice", Forms with { Consolidation = new(Issuer: IssuingBody.DistrictOffice) } },
        { "rank", "false", "true", Forms with { Consolidation = new(Rank: true) } },
    };

    [Fact]
    public void What_is_as_usual_may_be_said_or_left_out() => Assert.Empty(PlanComparison.Between(WithForms, WithForms with { Forms = Forms with { Consolidation = null } }));

    [Fact]
    public void Forms_that_come_later_are_new_to_the_last_line()
    {
        var differences = PlanComparison.Between(WithForms with { Forms = null }, WithForms);
        Assert.All(differences, d => Assert.Equal("", d.Was));
        Assert.All(differences, d => Assert.NotEmpty(d.Is));
        Assert.Equal((26, 11), (differences.Count(d => d.Kind == DifferenceKind.ColumnAdded), differences.Count(d => d.Kind == DifferenceKind.RowAdded)));
        Assert.Equal(differences.Count, PlanComparison.Between(WithForms, WithForms with { Forms = null }).Count);
    }

    private static void Only(FormPlan forms, string kind, string subject, string was, string becomes) =>
        Assert.Equal(new PlanDifference(kind, subject, was, becomes), Assert.Single(PlanComparison.Between(WithForms, WithForms with { Forms = forms })));
}
