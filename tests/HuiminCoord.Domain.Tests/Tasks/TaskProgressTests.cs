using HuiminCoord.Domain.Tasks;
using HuiminCoord.Domain.Tests.Campaigns;
using HuiminCoord.Domain.Tests.Files;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;
using static HuiminCoord.Domain.Tests.Tasks.TaskStory;

namespace HuiminCoord.Domain.Tests.Tasks;

public sealed class TaskProgressTests
{
    private const string Now = "2020-09-21 10:00";

    public static TheoryData<string, TaskCommand> Refusals => new()
    {
        { "task.not-party", new TaskCommand.ReportProgress(Stranger, "已摸底", null) },
        { "task.percent-out-of-range", new TaskCommand.ReportProgress(Lead, "已摸底", 101) },
        { "task.percent-out-of-range", new TaskCommand.ReportProgress(Lead, "已摸底", -1) },
        { "task.evidence-needed", new TaskCommand.ReportProgress(Lead, " ", 10) },
        { "text.too-long", new TaskCommand.ReportProgress(Lead, TooLong, 10) },
        { "file.too-many", new TaskCommand.ReportProgress(Lead, "已摸底", 10, Evidence.TooMany) },
        { "file.type-refused", new TaskCommand.ReportProgress(Lead, "已摸底", 10, [Evidence.Pdf with { Name = "佐证.exe" }]) },
        { "task.not-party", new TaskCommand.RaiseBlock(Stranger, "职责不清", "") },
        { "task.block-needs-words", new TaskCommand.RaiseBlock(Lead, "", "请协调") },
        { "text.too-long", new TaskCommand.RaiseBlock(Lead, TooLong, "") },
        { "text.too-long", new TaskCommand.RaiseBlock(Lead, "职责不清", TooLong) },
        { "task.dispute-with-whom", new TaskCommand.RaiseBlock(Lead, "职责不清", "", Lead) },
        { "task.dispute-with-whom", new TaskCommand.RaiseBlock(Lead, "职责不清", "", new("nobody")) },
        { "task.solution-needs-words", new TaskCommand.SolveBlock("\t") },
        { "text.too-long", new TaskCommand.SolveBlock(TooLong) },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_cannot_be_taken_is_refused_by_its_code(string code, TaskCommand command) =>
        Begun().Try(command, Now).IsRefused(code);

    [Fact]
    public void Files_leave_with_the_event()
    {
        var story = Begun();
        Assert.Equal([Evidence.Pdf], Assert.IsType<TaskEvent.ProgressReported>(Assert.Single(story.Do(new TaskCommand.ReportProgress(Lead, "已摸底", 10, [Evidence.Pdf]), Now))).Files);
        Assert.Null(Assert.IsType<TaskEvent.ProgressReported>(Assert.Single(story.Do(new TaskCommand.ReportProgress(Lead, "已摸底", 10, []), Now))).Files);
    }

    [Fact]
    public void Before_the_plan_reached_it_a_task_refuses_everything_and_sleeps()
    {
        var story = new TaskStory();
        story.Try(new TaskCommand.ReportProgress(Lead, "已摸底", 10), Now).IsRefused("task.not-begun");
        Assert.Null(story.NextWake(Now));
        Assert.Empty(story.Wake("2021-06-01 09:00"));
    }

    [Fact]
    public void The_same_or_an_older_plan_changes_nothing_a_newer_one_is_taken_up()
    {
        var story = Begun();
        story.Try(new TaskCommand.Begin(1, Issued), Now).IsNothing();
        story.Try(new TaskCommand.Begin(0, Issued), Now).IsNothing();
        Assert.Equal(new TaskEvent.Begun(2, At(Now)), story.Try(new TaskCommand.Begin(2, At(Now)), Now).Event());
    }

    [Fact]
    public void Lead_and_cooperating_units_report_and_an_unsaid_share_stays()
    {
        var story = Begun();
        story.Do(new TaskCommand.ReportProgress(Lead, "已摸底", 0), Now);
        story.Do(new TaskCommand.ReportProgress(Lead, "已检查", 100), Now);
        story.Do(new TaskCommand.ReportProgress(Cooperating, "学校食堂已检查", null), "2020-09-22 10:00");
        Assert.Equal((100, At("2020-09-22 10:00")), (story.State.Percent, story.State.LastProgressAt));
    }

    [Fact]
    public void The_same_words_next_month_are_progress_again() =>
        Assert.Single(Twice(new TaskCommand.ReportProgress(Lead, "本月按计划推进", 20)).Events());

    [Fact]
    public void A_block_is_raised_once_and_solved_once()
    {
        Twice(new TaskCommand.RaiseBlock(Lead, "职责不清", "")).IsNothing();
        var story = Begun();
        story.Try(new TaskCommand.SolveBlock("已协调"), Now).IsNothing();
        story.Do(new TaskCommand.RaiseBlock(Cooperating, "职责不清", "请协调"), Now);
        Assert.Equal(At(Now), story.State.BlockedSince);
        story.Do(new TaskCommand.SolveBlock("已协调"), "2020-09-25 10:00");
        Assert.Null(story.State.BlockedSince);
    }

    [Fact]
    public void A_dispute_may_be_with_a_unit_that_is_no_party()
    {
        var told = Begun().Do(new TaskCommand.RaiseBlock(Cooperating, "检测由谁承担有不同意见", "", Stranger), Now);
        Assert.Equal(Stranger, Assert.IsType<TaskEvent.Blocked>(Assert.Single(told)).With);
    }

    [Fact]
    public void Thirty_days_of_silence_are_allowed_and_the_31st_is_told_once()
    {
        var story = Begun();
        Assert.Equal(At("2020-10-18 00:00"), story.NextWake(Now));
        Assert.Empty(story.Wake("2020-10-17 23:59"));
        Assert.Equal([new TaskEvent.WentStale(At("2020-10-18 00:00"), Issued)], story.Wake("2020-10-18 00:00"));
        Assert.Null(story.NextWake("2020-10-18 00:00"));
        Assert.Empty(story.Wake("2021-03-01 09:00"));
    }

    [Fact]
    public void Progress_breaks_the_silence_and_the_next_one_is_told_again()
    {
        var story = Begun();
        story.Wake("2020-10-18 00:00");
        story.Do(new TaskCommand.ReportProgress(Lead, "已检查", 40), "2020-10-20 23:59");
        Assert.False(story.State.Stale);
        Assert.Equal(At("2020-11-20 00:00"), story.NextWake("2020-10-21 09:00"));
        Assert.Single(story.Wake("2020-11-20 00:00"));
    }

    [Fact]
    public void A_task_that_is_done_or_a_campaign_that_is_over_is_not_asked_about()
    {
        var done = Begun();
        done.Do(new TaskCommand.ReportProgress(Lead, "全部完成", 100), Now);
        Assert.Null(done.NextWake(Now));
        var last = Begun();
        last.Do(new TaskCommand.ReportProgress(Lead, "已检查", 90), "2021-10-01 10:00");
        Assert.Null(last.NextWake("2021-10-02 10:00"));
        Assert.Empty(last.Wake("2021-11-30 09:00"));
    }

    [Fact]
    public void Silence_that_becomes_too_long_on_the_campaigns_last_day_is_still_told()
    {
        var story = Begun();
        story.Do(new TaskCommand.ReportProgress(Lead, "已检查", 90), "2021-09-30 10:00");
        Assert.Equal(At("2021-10-31 00:00"), story.NextWake("2021-09-30 10:00"));
    }

    private static Domain.Deciding.Decision<TaskEvent> Twice(TaskCommand command)
    {
        var story = Begun();
        story.Do(command, Now);
        return story.Try(command, Now);
    }
}
