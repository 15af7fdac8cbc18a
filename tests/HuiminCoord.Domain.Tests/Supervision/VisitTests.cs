using HuiminCoord.Domain.Files;
using HuiminCoord.Domain.Supervision;
using HuiminCoord.Domain.Tests.Campaigns;
using static HuiminCoord.Domain.Tests.Supervision.SupervisionStory;

namespace HuiminCoord.Domain.Tests.Supervision;

/// <summary>Visits, planned and made: within the mandate's scope and period, worded again as often as needed, with photographs that stay.</summary>
public sealed class VisitTests
{
    public static TheoryData<string, SupervisionCommand.RecordVisit> Wrong { get; } = new()
    {
        { "id.malformed", Visit("V 1") },
        { "supervision.out-of-scope", Visit() with { Unit = Nongmu } },
        { "visit.day-out-of-range", Visit() with { Day = Mandate.From.AddDays(-1) } },
        { "visit.day-out-of-range", Visit() with { Day = Mandate.Until.AddDays(1) } },
        { "visit.place-needed", Visit() with { Place = " " } },
        { "visit.place-needed", Visit() with { Place = new string('长', 101) } },
        { "text.too-long", Visit() with { Achievements = new string('长', 1001) } },
        { "text.too-long", Visit() with { Highlights = new string('长', 1001) } },
        { "supervision.line-unknown", Visit() with { Lines = ["duty.nongmu.monthly"] } },
        { "supervision.line-unknown", Visit() with { Lines = ["own.1"] } },
    };

    [Theory, MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void What_is_outside_the_mandate_is_refused(string code, SupervisionCommand.RecordVisit visit) => Ordered().Try(visit).IsRefused(code);

    [Fact]
    public void A_visit_is_worded_again_and_its_photographs_stay()
    {
        var story = Ordered();
        story.Do(Visit() with { Lines = ["duty.jiaoyu.monthly", "duty.jiaoyu.monthly"] });
        story.Do(new SupervisionCommand.AddFiles("v1", [Photo(1), Photo(2)]));
        story.Do(Visit(achievements: " 食堂台账齐全。 "));
        story.Try(Visit(achievements: "食堂台账齐全。")).IsNothing();

        var visit = Assert.Single(story.State.Visits);
        Assert.Equal(("食堂台账齐全。", 2), (visit.Achievements, visit.Files.Count));
        story.Try(new SupervisionCommand.AddFiles("v1", [Photo(1)])).IsNothing();
        story.Try(new SupervisionCommand.AddFiles("v2", [Photo(1)])).IsRefused("visit.unknown");
        story.Try(new SupervisionCommand.AddFiles("v1", [.. Enumerable.Range(10, FileRules.MostFiles - 1).Select(Photo)])).IsRefused("file.too-many");
    }

    [Fact]
    public void Nobody_writes_over_what_another_has_written_since()
    {
        var story = Ordered();
        story.Do(Visit() with { Seen = 0 });
        story.Do(Visit(achievements: "台账齐全。") with { Seen = 1 });
        story.Try(Visit(achievements: "明厨亮灶。") with { Seen = 1 }).IsRefused("visit.changed");
        story.Try(Visit(achievements: "台账齐全。") with { Seen = 1 }).IsNothing();
        story.Do(Visit(achievements: "明厨亮灶。") with { Seen = 2 });
        story.Do(Visit(achievements: "又一稿。"));
        Assert.Equal((4, "又一稿。"), (story.State.Visit("v1")!.Revision, story.State.Visit("v1")!.Achievements));
    }

    [Fact]
    public void A_line_that_stood_there_when_it_was_looked_at_may_stay()
    {
        var story = Ordered();
        story.Do(Visit() with { Lines = ["task.chi-3"] });
        story.Do(new SupervisionCommand.RecordMandate(Mandate with { Tasks = [] }));
        story.Do(Visit(achievements: "台账齐全。") with { Lines = ["task.chi-3"] });
        story.Try(Visit("v2") with { Lines = ["task.chi-3"] }).IsRefused("supervision.line-unknown");
    }

    [Fact]
    public void A_visit_that_stands_there_is_no_news_after_the_mandate_became_narrower()
    {
        var story = Ordered();
        story.Do(Visit());
        story.Do(new SupervisionCommand.RecordMandate(Mandate with { Units = [Minzheng] }));
        story.Try(Visit()).IsNothing();
        story.Try(Visit(achievements: "台账齐全。")).IsRefused("supervision.out-of-scope");
    }

    [Fact]
    public void A_visit_of_a_later_day_is_planned_and_nothing_to_report()
    {
        var story = Ordered();
        story.Do(Visit() with { Day = new(2020, 10, 12) });
        story.Try(new SupervisionCommand.HandReport()).IsRefused("supervision.nothing-to-report");
        story.Do(new SupervisionCommand.HandReport(), "2020-10-12 16:00");
        Assert.Contains("走访1次", SupervisionNotices.Report(Group, story.State, new(2020, 10, 12)).Body, StringComparison.Ordinal);
        Assert.Contains("走访0次", SupervisionNotices.Report(Group, story.State, new(2020, 10, 11)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Visits_are_bounded()
    {
        var story = Ordered();
        foreach (var number in Enumerable.Range(1, SupervisionRules.MostVisits))
        {
            story.Do(Visit($"v{number}"));
        }

        story.Try(Visit("one-more")).IsRefused("supervision.too-many-visits");
        story.Do(Visit("v1", "仍可修改。"));
    }

    [Fact]
    public void A_report_has_something_to_say()
    {
        var story = Ordered();
        story.Try(new SupervisionCommand.HandReport()).IsRefused("supervision.nothing-to-report");
        story.Do(Visit());
        story.Do(new SupervisionCommand.HandReport());
        story.Do(new SupervisionCommand.HandReport());
        Assert.Equal(2, story.State.Reports);
    }

    private static FileRef Photo(int number) => new($"{number:x64}", $"现场{number}.jpg", "image/jpeg", 1000);
}
