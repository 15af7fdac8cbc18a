using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Supervision;
using HuiminCoord.Domain.Tests.Campaigns;
using HuiminCoord.Domain.Units;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;
using static HuiminCoord.Domain.Tests.Supervision.SupervisionStory;

namespace HuiminCoord.Domain.Tests.Supervision;

/// <summary>A problem from its entry to 销号: a duty of its unit, handed in, checked by the group.</summary>
public sealed class ProblemTests
{
    public static TheoryData<string, SupervisionCommand.AddProblem> Wrong { get; } = new()
    {
        { "problem.text-needed", Problem(" ") },
        { "problem.text-needed", Problem(new string('长', 51)) },
        { "supervision.out-of-scope", Problem("问题", Nongmu) },
        { "task.unknown", Problem("问题") with { Task = new TaskId("chi-99") } },
        { "visit.unknown", Problem("问题") with { Visit = "v9" } },
        { "problem.due-out-of-range", Problem("问题") with { Due = new(2020, 9, 17) } },
        { "problem.due-out-of-range", Problem("问题") with { Due = Notice.Window.To.AddDays(1) } },
    };

    [Theory, MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void A_problem_has_words_a_unit_in_scope_and_a_day(string code, SupervisionCommand.AddProblem problem) => Ordered().Try(problem).IsRefused(code);

    [Fact]
    public void Its_unit_owes_the_mending_under_its_number()
    {
        var story = Ordered();
        story.Do(Problem("1") with { Task = Canteens });
        story.Do(Problem("2所学校食堂未接入管控平台") with { Task = Canteens });

        var told = Assert.IsType<UnitCommand.Assign>(ProblemRules.About(story.State.Problem(2)!, Group, Notice));
        Assert.Equal(
            ("du-2-02", DutyKind.Other, "督2-02 2所学校食堂未接入管控平台", new DateOnly(2020, 9, 30), "supervision/du-2/2"),
            (told.Duty.Value, told.Assignment.Kind, told.Assignment.Title, told.Assignment.Due, told.Assignment.Source));
        Assert.Equal(Notice.Task(Canteens)!.Clause, told.Assignment.Clause);
        Assert.NotNull(SupervisionRules.NextWake(story.State, At(Now)));
        Assert.Equal(2, story.Told());
        Assert.Null(SupervisionRules.NextWake(story.State, At(Now)));
        Assert.All(story.State.Problems, p => Assert.Equal(ProblemStage.Owed, p.Stage));
    }

    [Fact]
    public void Only_what_was_handed_in_is_struck_off_and_only_once_the_unit_s_actor_knows()
    {
        var story = Owed();
        story.Try(Strike()).IsRefused("problem.not-handed-in");
        story.Try(Back()).IsRefused("problem.not-handed-in");
        story.Mending[1] = MendingStage.HandedIn;
        story.Try(Strike() with { Word = " " }).IsRefused("problem.word-needed");
        story.Try(Strike() with { Word = new string('长', 1001) }).IsRefused("problem.word-needed");
        story.Try(Strike() with { Number = 2 }).IsRefused("problem.unknown");

        story.Do(Strike());
        story.Try(Strike()).IsNothing();
        Assert.Equal("supervision/du-2/1", Assert.IsType<UnitCommand.Accept>(ProblemRules.About(story.State.Problem(1)!, Group, Notice)).Source);
        story.Told();
        Assert.Equal((ProblemStage.StruckOff, "均已接入。", 1), (story.State.Problem(1)!.Stage, story.State.Problem(1)!.Word, story.State.Problem(1)!.Checks));
        story.Try(Strike()).IsNothing();
        story.Try(Back()).IsRefused("problem.struck-off");
    }

    [Fact]
    public void What_is_not_mended_goes_back_with_the_group_s_words()
    {
        var story = HandedIn();
        story.Do(Back());
        story.Try(Back()).IsNothing();
        var told = Assert.IsType<UnitCommand.Return>(ProblemRules.About(story.State.Problem(1)!, Group, Notice));
        Assert.Equal(("督2-01", "1所尚未接入。", "supervision/du-2/1"), (told.Remarks[0].Place, told.Remarks[0].Text, told.Source));
        story.Told();
        story.Mending[1] = MendingStage.Waiting;
        story.Try(Strike()).IsRefused("problem.not-handed-in");
        story.Mending[1] = MendingStage.HandedIn;
        story.Do(Strike());
        Assert.Equal(2, story.State.Problem(1)!.Checks);
    }

    [Theory]
    [InlineData("part.not-submitted", ProblemStage.Owed)]
    [InlineData("unit.left", ProblemStage.StruckOff)]
    [InlineData("obligation.closed", ProblemStage.StruckOff)]
    [InlineData("obligation.unknown", ProblemStage.StruckOff)]
    public void A_unit_that_took_back_in_the_same_moment_still_owes_and_one_that_owes_no_more_does_not(string refusal, ProblemStage stage)
    {
        var story = HandedIn();
        story.Do(Strike());
        story.Told(refusal);
        Assert.Equal((stage, refusal), (story.State.Problem(1)!.Stage, story.State.Problem(1)!.Refusal));
    }

    [Fact]
    public void What_nobody_owes_is_struck_off_by_the_group_s_word_alone()
    {
        var gone = Owed();
        gone.Mending[1] = MendingStage.Gone;
        gone.Try(Back()).IsRefused("problem.not-handed-in");
        Assert.IsType<SupervisionEvent.ProblemStruckOff>(Assert.Single(gone.Do(Strike())));

        var story = Ordered();
        story.Do(Problem("单位未接收的问题"));
        story.Told("unit.left");
        Assert.Equal(ProblemStage.NotTaken, story.State.Problem(1)!.Stage);
        story.Do(Strike());
        Assert.Equal(ProblemStage.StruckOff, story.State.Problem(1)!.Stage);
    }

    [Fact]
    public void Numbers_end_at_ninety_nine()
    {
        var story = Ordered();
        foreach (var number in Enumerable.Range(1, SupervisionRules.MostProblems))
        {
            story.Do(Problem($"第{number}个"));
        }

        story.Try(Problem("再一个")).IsRefused("supervision.too-many-problems");
    }

    [Theory]
    [InlineData(ProblemStage.Owed, MendingStage.Waiting, 30, ProblemLight.Mending)]
    [InlineData(ProblemStage.Owed, MendingStage.Waiting, 29, ProblemLight.Late)]
    [InlineData(ProblemStage.Owed, MendingStage.HandedIn, 29, ProblemLight.ToCheck)]
    [InlineData(ProblemStage.Owed, MendingStage.Gone, 29, ProblemLight.ToCheck)]
    [InlineData(ProblemStage.Passed, MendingStage.Waiting, 29, ProblemLight.ToCheck)]
    [InlineData(ProblemStage.NotTaken, MendingStage.Waiting, 29, ProblemLight.ToCheck)]
    [InlineData(ProblemStage.StruckOff, MendingStage.Gone, 29, ProblemLight.StruckOff)]
    public void A_light_says_with_whom_it_is(ProblemStage stage, MendingStage mending, int due, ProblemLight light)
    {
        var story = Owed();
        Assert.Equal(light, ProblemLights.Of(story.State.Problem(1)! with { Stage = stage }, mending, new(2020, 9, due), new(2020, 9, 30)));
    }

    private static SupervisionCommand.StrikeOff Strike() => new(1, "均已接入。");

    private static SupervisionCommand.SendBack Back() => new(1, "1所尚未接入。");
}
