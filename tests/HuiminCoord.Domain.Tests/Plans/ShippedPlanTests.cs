using System.Text.Json.Nodes;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Reading;

namespace HuiminCoord.Domain.Tests.Plans;

/// <summary>The shipped plan says what the notice says.</summary>
public sealed class ShippedPlanTests
{
    private static readonly PlanReading _reading = PlanReader.Read(ShippedPlan.Json);

    private static Plan Plan => _reading.Plan!;

    [Fact]
    public void It_reads_without_a_problem()
    {
        Assert.Empty(_reading.Problems);
        Assert.NotNull(_reading.Plan);
    }

    [Fact]
    public void Its_head_is_that_of_the_notice()
    {
        Assert.Equal(new CampaignId("huimin-2020"), Plan.Campaign);
        Assert.Equal(new District("150103", "回民区"), Plan.District);
        Assert.Equal(new IssuingDocument("回政办字〔2020〕57号", "回民区人民政府办公室", new(2020, 9, 17)), Plan.Document);
        Assert.Equal(new DateWindow(new(2020, 8, 1), new(2021, 10, 31)), Plan.Window);
        Assert.Equal(new UnitId("scjg"), Plan.Convenor);
        Assert.DoesNotContain("惠民", ShippedPlan.Json, StringComparison.Ordinal);
    }

    [Fact]
    public void Eleven_units_have_the_profiles_of_their_tables()
    {
        Assert.Equal(11, Plan.Units.Count);
        Assert.Equal(["jiaoyu", "minzheng", "gongxin"], Units(TableProfile.Managing));
        Assert.Equal(["zhengfuban"], Units(TableProfile.None));
        Assert.Equal(["scjg", "nongmu", "weijian", "gongan", "zhujian", "wenlv", "chengguan"], Units(TableProfile.Enforcing));
        Assert.Contains("工信", Plan.Unit(new("gongxin"))!.Aliases);
        Assert.Contains("公安", Plan.Unit(new("gongan"))!.Aliases);
        Assert.Contains("区政府办", Plan.Unit(new("zhengfuban"))!.Aliases);
    }

    [Theory]
    [InlineData("chi", "吃", 8, "jiaoyu minzheng nongmu gongxin", "食品生产安全监督管理股 药品医疗器械化妆品监督管理股")]
    [InlineData("chuan", "穿", 2, "jiaoyu gongxin weijian gongan", "产品质量与认证管理股")]
    [InlineData("zhu", "住", 3, "zhujian gongan", "价格监督检查股")]
    [InlineData("xing", "行", 3, "nongmu gongxin wenlv chengguan", "反不正当竞争股")]
    [InlineData("wangluo", "网络", 1, "gongxin gongan", "市场和网络交易监督管理股")]
    public void Each_domain_has_its_tasks_units_and_sections(string id, string name, int tasks, string cooperating, string sections)
    {
        var domain = Plan.Domain(id)!;
        Assert.Equal(name, domain.Name);
        Assert.Equal(new UnitId("scjg"), domain.Lead);
        Assert.Equal(cooperating, string.Join(' ', domain.Cooperating));
        Assert.Equal(sections, string.Join(' ', domain.Sections.Select(s => s.Name)));
        var own = Plan.Tasks.Where(t => t.Domain == id).ToList();
        Assert.Equal(Enumerable.Range(1, tasks), own.Select(t => t.Number));
        Assert.All(own, t => Assert.Equal($"{id}-{t.Number}", t.Id.Value));
        Assert.All(own, t => Assert.StartsWith(domain.Clause, t.Clause, StringComparison.Ordinal));
    }

    [Fact]
    public void Seventeen_tasks_in_five_domains_and_no_more()
    {
        Assert.Equal(17, Plan.Tasks.Count);
        Assert.Equal(5, Plan.Domains.Count);
    }

    [Fact]
    public void The_open_kitchen_task_covers_six_kinds_of_place() => Assert.Equal(6, Plan.Task(new("chi-3"))!.Venues.Count);

    [Fact]
    public void Food_tasks_go_to_the_food_section_and_drugs_to_the_other()
    {
        Assert.All(Plan.Tasks.Where(t => t.Domain == "chi" && t.Number <= 7), t => Assert.Equal("shipin", t.Section));
        Assert.Equal("yaoxie", Plan.Task(new("chi-8"))!.Section);
    }

    [Fact]
    public void The_food_park_binds_all_other_units_and_other_tasks_those_of_their_domain()
    {
        Assert.Equal(Plan.Units.Select(u => u.Id).Where(u => u != Plan.Convenor), Plan.Task(new("chi-7"))!.Cooperating);
        Assert.All(Plan.Tasks.Where(t => t.Id != new TaskId("chi-7")), t => Assert.Equal(Plan.Domain(t.Domain)!.Cooperating, t.Cooperating));
    }

    [Fact]
    public void Three_phases_follow_each_other()
    {
        Assert.Equal(
            ["mobilise 2020-08-01 2020-08-31", "rectify 2020-09-01 2021-09-30", "conclude 2021-10-01 2021-10-31"],
            Plan.Phases.Select(p => $"{p.Id} {p.Window.From:yyyy-MM-dd} {p.Window.To:yyyy-MM-dd}"));
        Assert.All(Plan.Phases, p => Assert.NotEmpty(p.Goals));
    }

    [Fact]
    public void Every_duty_is_owed_by_every_unit_on_the_dates_of_the_notice()
    {
        Assert.All(Plan.Duties, d => Assert.Equal(Plan.Units.Select(u => u.Id), d.OwedBy));
        var monthly = Enumerable.Range(0, 13).Select(m => new DateOnly(2020, 9, 28).AddMonths(m)).Select(d => $"monthly-{d:yyyy-MM} {d:yyyy-MM-dd}");
        Assert.Equal(
            ["liaison 2020-09-18", .. monthly, "annual-2020 2020-12-03", "annual-2021 2021-10-28", "implementation-plan ", "training ", "publicity "],
            Plan.Duties.SelectMany(Occurrence.Of).Select(o => $"{o.Id} {o.Due:yyyy-MM-dd}"));
    }

    [Fact]
    public void Reports_have_a_summary_and_a_table_and_open_when_the_one_before_is_due()
    {
        Assert.All(Plan.Duties, d => Assert.Equal(d.Kind is DutyKind.Monthly or DutyKind.Annual ? ["summary", "table"] : [], d.Parts));
        Assert.Equal(new DutySchedule.Once(new(2020, 12, 3), new(2020, 11, 1)), Duty("annual-2020").Schedule);
        Assert.Equal(new DutySchedule.Once(new(2021, 10, 28), new(2021, 9, 29)), Duty("annual-2021").Schedule);
        Assert.All(Plan.Duties.Where(d => d.Kind == DutyKind.Other), d => Assert.Equal(new PhaseId("mobilise"), d.Phase));
    }

    [Theory]
    [InlineData(DutyKind.Liaison, 0, "issue@09 liaison; due@09 liaison; due-15@15 liaison; plus-1@09 leader")]
    [InlineData(DutyKind.Monthly, 2, "t-5@09 liaison; t-1@09 liaison; due@09 liaison; plus-1@09 liaison+deputy; plus-2@09 leader; plus-3@09 office+convenor")]
    [InlineData(DutyKind.Annual, 2, "t-15@09 liaison; t-5@09 liaison; t-1@09 liaison; due@09 liaison; plus-1@09 liaison+deputy; plus-2@09 leader; plus-3@09 office+convenor")]
    [InlineData(DutyKind.Decision, 0, "t-5@09 liaison; t-1@09 liaison; plus-1@09 liaison")]
    [InlineData(DutyKind.Other, 0, "t-1@09 liaison; due@09 liaison; plus-1@09 liaison")]
    public void Ladders_are_those_agreed(DutyKind kind, int weekly, string rungs)
    {
        var ladder = Plan.Ladders[kind];
        Assert.Equal(weekly, ladder.Weekly);
        Assert.Equal(rungs, string.Join("; ", ladder.Rungs.Select(r => $"{r.Id}@{r.At:HH} {string.Join('+', r.To.Select(Word))}")));
        Assert.All(ladder.Rungs, r => Assert.Equal(OffsetIn(r.Id), r.Offset));
    }

    [Fact]
    public void Every_clause_is_cited_or_stands_for_a_system_of_the_notice_and_every_question_has_a_default()
    {
        Assert.All(Plan.Questions, q => Assert.NotEmpty(q.Default));
        Assert.True(Plan.Questions.Count >= 20);
        var citing = Plan.Domains.Select(d => d.Clause).Concat(Plan.Tasks.Select(t => t.Clause)).Concat(Plan.Phases.Select(p => p.Clause)).Concat(Plan.Duties.Select(d => d.Clause));
        Assert.Equal(["c2", "c5-1", "c5-2", "c5-3", "c5-4"], Plan.Clauses.Select(c => c.Id).Except(citing));
    }

    [Fact]
    public void There_is_no_field_for_a_person()
    {
        var names = PropertyNames(JsonNode.Parse(ShippedPlan.Schema)!["definitions"]!).Concat(PropertyNames(JsonNode.Parse(ShippedPlan.Schema)!));
        Assert.Empty(names.Intersect(["person", "persons", "people", "holder", "seat", "contact", "mobile", "member", "members", "director"], StringComparer.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> PropertyNames(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => PropertyNames(p.Value).Concat(p.Key == "properties" ? ((JsonObject)p.Value!).Select(x => x.Key) : [])),
        JsonArray a => a.SelectMany(PropertyNames),
        _ => [],
    };

    private static IEnumerable<string> Units(TableProfile table) => Plan.Units.Where(u => u.Table == table).Select(u => u.Id.Value);

    private static string Word(Role role) => role.ToString().ToLowerInvariant();

    private static DutyPlan Duty(string id) => Plan.Duties.Single(d => d.Id == id);

    private static int? OffsetIn(string rung) => rung switch
    {
        "issue" => null,
        ['t', '-', .. var days] => -int.Parse(days, System.Globalization.CultureInfo.InvariantCulture),
        ['p', 'l', 'u', 's', '-', .. var days] => int.Parse(days, System.Globalization.CultureInfo.InvariantCulture),
        _ => 0,
    };
}
