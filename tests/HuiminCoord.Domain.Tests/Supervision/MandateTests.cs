using HuiminCoord.Domain.Supervision;
using HuiminCoord.Domain.Tests.Campaigns;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;
using static HuiminCoord.Domain.Tests.Supervision.SupervisionStory;

namespace HuiminCoord.Domain.Tests.Supervision;

/// <summary>What a group is ordered to look at, and the checklist that follows from it.</summary>
public sealed class MandateTests
{
    public static TheoryData<string, SupervisionMandate> Wrong { get; } = new()
    {
        { "supervision.matter-needed", Mandate with { Matter = " " } },
        { "supervision.matter-needed", Mandate with { Matter = new string('长', 101) } },
        { "supervision.leader-needed", Mandate with { Leader = "" } },
        { "supervision.leader-needed", Mandate with { Leader = new string('长', 41) } },
        { "supervision.scope-needed", Mandate with { Units = [] } },
        { "supervision.scope-needed", Mandate with { Units = [Jiaoyu, Jiaoyu] } },
        { "supervision.scope-needed", Mandate with { Tasks = [Canteens, Canteens] } },
        { "unit.unknown", Mandate with { Units = [Jiaoyu, new("tiyu")] } },
        { "task.unknown", Mandate with { Tasks = [new("chi-99")] } },
        { "supervision.period-out-of-range", Mandate with { From = Mandate.Until.AddDays(1) } },
        { "supervision.period-out-of-range", Mandate with { From = Notice.Window.From.AddDays(-1) } },
        { "supervision.period-out-of-range", Mandate with { Until = Notice.Window.To.AddDays(1) } },
    };

    [Theory, MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void A_mandate_says_what_whom_when_and_who_leads(string code, SupervisionMandate mandate) =>
        new SupervisionStory().Try(new SupervisionCommand.RecordMandate(mandate)).IsRefused(code);

    [Theory]
    [InlineData("du-0")]
    [InlineData("du-01")]
    [InlineData("du-100")]
    [InlineData("dx-1")]
    [InlineData("du-a")]
    public void Only_numbers_name_a_group(string group) =>
        SupervisionRules.Decide(new(), new SupervisionCommand.RecordMandate(Mandate), new(group, Notice, new Dictionary<int, MendingStage>()), Issued).IsRefused("supervision.group-malformed");

    [Fact]
    public void Recorded_again_it_takes_the_place_of_the_former()
    {
        var story = Ordered();
        story.Try(new SupervisionCommand.RecordMandate(Mandate with { Units = [.. Mandate.Units], Matter = $" {Mandate.Matter} " })).IsNothing();
        story.Do(new SupervisionCommand.RecordMandate(Mandate with { Units = [Jiaoyu, Minzheng, Nongmu] }));
        Assert.Equal(3, story.State.Mandate!.Units.Count);
    }

    [Fact]
    public void Nothing_is_done_without_one()
    {
        foreach (var command in new SupervisionCommand[]
        {
            new SupervisionCommand.AddLine("留样"), Visit(), new SupervisionCommand.AddFiles("v1", []), Problem("问题"), new SupervisionCommand.StrikeOff(1, "好"),
            new SupervisionCommand.SendBack(1, "不好"), new SupervisionCommand.HandReport(), new SupervisionCommand.ConfirmTold(1, ProblemStage.Entered, null),
        })
        {
            new SupervisionStory().Try(command).IsRefused("supervision.unknown");
        }
    }

    [Fact]
    public void The_checklist_is_made_from_plan_and_mandate_and_ends_with_the_group_s_own_lines()
    {
        var story = Ordered();
        story.Do(new SupervisionCommand.AddLine(" 食堂留样记录 "));
        story.Try(new SupervisionCommand.AddLine("食堂留样记录")).IsNothing();
        story.Try(new SupervisionCommand.AddLine(" ")).IsRefused("supervision.line-needed");
        story.Try(new SupervisionCommand.AddLine(new string('长', 101))).IsRefused("supervision.line-needed");

        var lines = Checklist.Of(story.State.Mandate!, story.State.OwnLines, Notice);
        Assert.Equal(lines.Count, lines.Select(l => l.Id).Distinct().Count());
        Assert.Contains(lines, l => l.Id == "duty.jiaoyu.monthly" && l.Text.StartsWith("教育局：", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Id == "task.chi-3" && l.Text.Contains('③', StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Id.Contains("nongmu", StringComparison.Ordinal));
        Assert.Equal(("own.1", "食堂留样记录"), (lines[^1].Id, lines[^1].Text));
    }

    [Fact]
    public void Its_own_lines_are_bounded()
    {
        var story = Ordered();
        foreach (var number in Enumerable.Range(1, SupervisionRules.MostLines))
        {
            story.Do(new SupervisionCommand.AddLine($"第{number}项"));
        }

        story.Try(new SupervisionCommand.AddLine("再一项")).IsRefused("supervision.too-many-lines");
    }

    [Fact]
    public void The_group_hears_what_it_is_to_look_at_and_the_office_what_came_of_it()
    {
        var told = SupervisionNotices.Mandate(Group, Mandate, new(2020, 9, 17));
        Assert.Equal("督导任务：第2督导组（校园和养老机构食品安全）", told.Title);
        Assert.Equal("请第2督导组于9月18日至12月31日就“校园和养老机构食品安全”开展督导，涉及单位2个、任务1项。走访记录和发现的问题请在“督导工作”登记。", told.Body);

        var story = HandedIn();
        story.Do(new SupervisionCommand.HandReport());
        Assert.Equal("督导报告：第2督导组（问题1个，未销号1个）", SupervisionNotices.Report(Group, story.State, new(2020, 12, 31)).Title);
    }
}
