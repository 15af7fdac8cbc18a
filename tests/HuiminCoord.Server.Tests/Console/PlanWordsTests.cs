using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Amending;
using HuiminCoord.Domain.Plans.Drafting;
using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Domain.Time;
using HuiminCoord.Domain.Units;
using HuiminCoord.Server.Api.Campaigns;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Console.Circuits;
using HuiminCoord.Server.Console.Plans;
using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>What pages say about a plan: differences, effects, problems, questions.</summary>
public sealed class PlanWordsTests
{
    private static readonly PageWords Words = PageWords.In(Language.Chinese);

    private static Plan Plan => PlanReader.Read(ShippedTexts.Shipped).Plan!;

    [Fact]
    public void Every_kind_of_difference_has_a_topic_and_says_things_by_their_names()
    {
        var (next, _) = Next(s =>
        {
            (s.Title, s.Convenor, s.Settings.StaleTaskDays) = ("改名", "jiaoyu", 40);
            s.Units[1].Aliases = ["教体局"];
            s.Domains[0].Goal = "新目标";
            s.Tasks[0].Title = "新任务名";
            s.Phases[2].Goals[0].Text = "新要求";
            s.Duties.Single(d => d.Id == "training").Title = "培训";
            s.Duties.Single(d => d.Id == "annual-2020").Due = new(2020, 12, 10);
            s.Duties.RemoveAll(d => d.Id == "publicity");
            s.Ladders[0].Rungs.RemoveAt(3);
            (s.Questions[0].Answer, s.Questions[1].Default) = ("顺延", "不包含");
            s.Clauses[0].Gist = "另一说法";
        });
        var lines = new DifferenceLines(Words, Plan, next).Of(PlanComparison.Between(Plan, next));
        Assert.All(lines, l => Assert.DoesNotMatch("plan\\.|[a-z]{4,}", l.Topic + l.Subject + l.Was + l.Is));
        Assert.Contains(new("基本情况", "召集单位", "市场监督管理局", "教育局"), lines);
        Assert.Contains(new("时限设置", "任务超期未更新", "30", "40"), lines);
        Assert.Contains(new("报送时限", "2020年总结和统计表", "2020-12-03", "2020-12-10"), lines);
        Assert.Contains(new("提醒步骤", "联络人报备", "印发时、办理日、办理日 15:00 → 联络人；后1个工作日 → 单位负责同志", "印发时、办理日、办理日 15:00 → 联络人"), lines);
        Assert.Contains(lines, l => l.Topic == "终止事项" && l.Subject == "媒体宣传" && l.Is.Length == 0);
        Assert.Contains(lines, l => l.Topic == "报送事项" && l.Subject == "培训" && l.Is.Contains("四（一）", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Topic == "明确事项" && l.Is == "顺延");
    }

    [Fact]
    public void How_meetings_are_held_is_said_in_words()
    {
        var plenary = Plan.Meetings![MeetingKind.Plenary];
        var next = Plan with
        {
            Meetings = new Dictionary<MeetingKind, MeetingPlan>(Plan.Meetings)
            {
                [MeetingKind.Plenary] = plenary with
                {
                    Agenda = [new(AgendaTopic.SupervisionProblems, 5)], Quorum = new(50, true), Place = "第一会议室", Cadence = new(new(2021, 3, 1), 3, new MeetingDay.OfMonth(15, RestMove.After), new(9, 0)),
                },
            },
        };

        var line = Assert.Single(new DifferenceLines(Words, Plan, next).Of(PlanComparison.Between(Plan, next)));

        Assert.Equal("全体会议", line.Subject);
        Assert.Equal("××年第×次全体会议；参加：全部11个单位；主持：联席会议召集人；地点：每次确定；60分钟；会前5个工作日通知、2个工作日截止回执；每2个月一次，当月第4个工作日14:30", line.Was);
        Assert.Equal("××年第×次全体会议；参加：全部11个单位；主持：联席会议召集人；地点：第一会议室；60分钟；会前5个工作日通知、2个工作日截止回执；议程：督导问题（5分钟）；到会不少于50%；每3个月一次，当月15日（遇休息日顺延）09:00；自2021-03起", line.Is);
    }

    [Fact]
    public void What_forms_ask_for_is_said_in_words()
    {
        var (forms, table) = (Plan.Forms!, Plan.Forms!.Table);
        var next = Plan with
        {
            Forms = forms with
            {
                Approval = ReportApproval.Scan,
                Consolidation = new(3, 15, 3, IssuingBody.DistrictOffice, true),
                Periods = forms.Periods with { Annuals = new Dictionary<string, DateWindow>(forms.Periods.Annuals) { ["annual-2021"] = new(new(2020, 12, 1), new(2021, 10, 25)) } },
                Summary = new([.. forms.Summary.Sections.Skip(1).Reverse()]),
                Table = table with
                {
                    Title = "统计表",
                    Joint = null,
                    Outliers = new(5, 6),
                    Rules = [new("published", "filed"), .. table.Rules.Skip(1)],
                    Without = new Dictionary<TableProfile, IReadOnlyList<string>> { [TableProfile.Managing] = ["filed", "closed"] },
                    Columns = [new("stopped", "下架", "公斤", FigureKind.Money, "检查"), table.Columns[1] with { Name = "检查户次" }, .. table.Columns.Skip(2).Reverse()],
                    Sections = [table.Sections[0] with { Domain = "wangluo" }, .. table.Sections.Skip(2).Reverse(), new("zhu-wuye", "住-物业", "zhu")],
                },
            },
        };
        var lines = new DifferenceLines(Words, Plan, next).Of(PlanComparison.Between(Plan, next));
        Assert.All(lines, l => Assert.DoesNotMatch("plan\\.|[a-z]{3,}", l.Topic + l.Subject + l.Was + l.Is));
        Assert.Contains(new("新增指标", "下架", "", "下架（公斤）；归类：检查；金额，两位小数"), lines);
        Assert.Contains(new("停用指标", "出动执法人员", "出动执法人员（人次）；归类：检查；整数", ""), lines);
        Assert.Contains(new("分项", "吃-食品", "吃-食品；领域：吃", "吃-食品；领域：网络"), lines);
        Assert.Contains(new("报送表样", "累计数校验", "办结（结案） ≤ 立案", ""), lines);
        Assert.Contains(new("报送表样", "数据波动提示", "超过此前3期中位数的3倍", "超过此前6期中位数的5倍"), lines);
        Assert.Contains(new("报送表样", "联合执法指标", "部门协作（联合）执法", ""), lines);
        Assert.Contains(new("报送表样", "本单位审核方式", "单位负责同志在系统中审核", "报送签字盖章的扫描件"), lines);
        Assert.Contains(new("报送表样", "2021年总结和统计表的统计期间", "2020-12-01 — 2021-10-31", "2020-12-01 — 2021-10-25"), lines);
        Assert.Contains(new("报送表样", "通报印发单位", "召集单位", "区政府办公室"), lines);
        Assert.Contains(new("报送表样", "通报排名", "不排名", "排名"), lines);
        Assert.Contains(lines, l => l.Subject == "不填的指标（不含案件类指标）" && l.Is == "办结（结案）、立案");
        Assert.Contains(lines, l => l.Subject == "小结内容的顺序" && l.Is == "需协调事项、下步打算、存在问题、查办案件情况");
        Assert.Contains(lines, l => l.Subject == "指标顺序" && l.Was.StartsWith("检查经营主体、", StringComparison.Ordinal));
    }

    [Fact]
    public void Things_that_differ_by_their_ids_alone_are_told_apart_by_them()
    {
        var json = SketchText.First(new(Plan, ShippedTexts.Shipped), PlanSketches.Of(Plan)).Replace("\"shipin\"", "\"food\"", StringComparison.Ordinal);
        var renamed = PlanReader.Read(json).Plan!;
        var line = new DifferenceLines(Words, Plan, renamed).Of(PlanComparison.Between(Plan, renamed)).First(l => l.Topic == "领域");
        Assert.NotEqual(line.Was, line.Is);
    }

    [Fact]
    public void Units_for_which_the_same_happens_stand_together()
    {
        var (next, json) = Next(s => s.Duties.Single(d => d.Id == "annual-2020").Due = new(2020, 12, 10));
        var steps = new MovedStep[] { new(new("annual-2020"), "t-5", ChinaTime.At(new(2020, 11, 26), new(9, 0)), null), new(new("annual-2020"), "t-5.1", null, ChinaTime.At(new(2020, 12, 3), new(9, 0))) };
        var duty = new DutyEffect(new("annual-2020"), "2020年总结和统计表", DutyChange.Redated, true, new(2020, 12, 3), new(2020, 12, 10), [], steps);
        var effects = Plan.Units.Take(3).Select((u, i) => new UnitEffect(u, MemberChange.Stays, i == 2 ? [duty, duty with { Open = false }] : [duty], [])).ToList();

        var view = new ForecastTexts(Words).Of(new(2, true, [], null, PlanComparison.Between(Plan, next!), EffectsView.Of(effects, Language.Chinese)), Plan, json);

        Assert.Equal([("市场监督管理局、教育局", 2), ("民政局", 1)], view.Groups.Select(g => (g.Units, g.Count)));
        Assert.Equal("“2020年总结和统计表”时限 2020-12-03 → 2020-12-10；提醒新增1、取消1、改期0", Assert.Single(view.Groups[0].Lines));
        Assert.EndsWith("（尚未开始）", view.Groups[1].Lines[1], StringComparison.Ordinal);
        Assert.Contains("改期3", view.Totals[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_with_problems_is_told_by_places_in_words()
    {
        var json = ShippedTexts.Shipped.Replace("\"2020-12-03\"", "\"2019-12-03\"", StringComparison.Ordinal);
        var problems = PlanReader.Read(json).Problems;
        var view = new ForecastTexts(Words).Of(new(2, false, problems, null, [], EffectsView.None), Plan, json);
        var line = view.Problems[0];
        Assert.Equal((SketchStep.Duties, "duties-2"), (line.Step, line.Anchor));
        Assert.Equal("报送事项 · 2020年总结和统计表 · 报送时限", line.Place);
        Assert.Contains(view.Problems, p => p.Says == "时限不在整治起止之内");
    }

    [Fact]
    public void Every_code_of_a_problem_has_words() => Assert.All(
        typeof(PlanProblemCode).GetFields().Select(f => (string)f.GetRawConstantValue()!),
        code => Assert.Contains($"plan.problem.{code}", Words.Names));

    [Fact]
    public void Every_question_of_the_shipped_plan_says_in_words_what_it_governs() =>
        Assert.All(Plan.Questions, q => Assert.DoesNotMatch("[a-z]{3,}", new QuestionScope(q.Affects).Say(Words, Plan)));

    [Theory]
    [InlineData("settings.reviewWorkdays", "number", "3", "5", true)]
    [InlineData("settings.reviewWorkdays", "number", "3", "3", false)]
    [InlineData("settings.reviewWorkdays", "number", "3", "x", false)]
    [InlineData("settings.digestAt", "time", "09:00", "08:30", true)]
    [InlineData("settings.officePhone", "text", "", "0471-1", true)]
    [InlineData("settings.roll", "text", "", "keep", false)]
    [InlineData("duties.monthly", "text", "", "x", false)]
    public void An_answer_changes_the_setting_that_its_question_governs(string affects, string type, string present, string typed, bool changes)
    {
        var scope = new QuestionScope(affects);
        Assert.Equal((type, present), (scope.SettingType, scope.Present(Plan.Settings)));
        Assert.Equal(changes, scope.Change(Plan.Settings, typed) is not null);
    }

    [Theory]
    [InlineData("units.zhengfuban.table", 1)]
    [InlineData("units.table", 11)]
    [InlineData("units.aliases", 0)]
    [InlineData("settings.roll", 0)]
    public void An_answer_gives_tables_to_the_units_that_its_question_names(string affects, int units) => Assert.Equal(units, new QuestionScope(affects).Tables(Plan).Count);

    [Fact]
    public void A_scope_that_nobody_knows_is_said_as_it_stands() => Assert.Equal("tasks.no-such.thing", new QuestionScope("tasks.no-such.thing").Say(Words, Plan));

    [Fact]
    public void What_was_written_before_comes_back_step_by_step()
    {
        var history = new History();
        history.Begin("0");
        Assert.False(history.CanGoBack);
        for (var step = 1; step <= History.Most + 5; step++)
        {
            history.Add($"{step}");
            history.Add($"{step}");
        }

        Assert.Equal($"{History.Most + 4}", history.Back());
        while (history.CanGoBack)
        {
            history.Back();
        }

        Assert.Equal("5", history.Back());
    }

    /// <summary>The next version with its text.</summary>
    private static (Plan Next, string Json) Next(Action<PlanSketch> change)
    {
        var sketch = PlanSketches.Of(Plan);
        change(sketch);
        var json = SketchText.Next(new(Plan, ShippedTexts.Shipped), sketch, new("修订", "", AmendingBody.Meeting));
        return (PlanReader.Read(json).Plan!, json);
    }
}
