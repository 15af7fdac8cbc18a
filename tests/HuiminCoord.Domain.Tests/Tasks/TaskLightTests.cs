using HuiminCoord.Domain.Tasks;
using HuiminCoord.Domain.Time;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;
using static HuiminCoord.Domain.Tests.Tasks.TaskStory;

namespace HuiminCoord.Domain.Tests.Tasks;

/// <summary>Which light a task shows: by silence, missed milestones, coordination, and what the plan says of them.</summary>
public sealed class TaskLightTests
{
    private static readonly DateOnly Heard = new(2020, 10, 1);

    [Theory]
    [InlineData(0, TaskLight.OnTrack)]
    [InlineData(15, TaskLight.OnTrack)]
    [InlineData(16, TaskLight.Slow)]
    [InlineData(30, TaskLight.Slow)]
    [InlineData(31, TaskLight.Stale)]
    [InlineData(200, TaskLight.Stale)]
    public void Silence_makes_it_slow_and_then_stale(int days, TaskLight light) => Assert.Equal(light, Of(Facts(), Heard.AddDays(days)));

    [Theory]
    [InlineData("2020-10-05", TaskLight.OnTrack)]
    [InlineData("2020-10-04", TaskLight.Slow)]
    public void A_milestone_is_missed_from_the_day_after_its_date_on(string due, TaskLight light) =>
        Assert.Equal(light, Of(Facts(due), new(2020, 10, 5)));

    [Fact]
    public void The_worst_counts()
    {
        Assert.Equal(TaskLight.Stale, Of(Facts("2020-10-04"), Heard.AddDays(31)));
        Assert.Equal(TaskLight.Blocked, Of(Facts("2020-10-04") with { Blocked = true }, Heard.AddDays(31)));
        Assert.Equal(TaskLight.Blocked, Of(Facts() with { Blocked = true }, Heard));
    }

    [Fact]
    public void What_is_done_may_be_silent_but_owes_its_milestones()
    {
        Assert.Equal(TaskLight.OnTrack, Of(Facts() with { Percent = 100 }, Heard.AddDays(90)));
        Assert.Equal(TaskLight.Slow, Of(Facts("2020-10-04") with { Percent = 100 }, Heard.AddDays(90)));
        Assert.Equal(TaskLight.Stale, Of(Facts() with { Percent = 99 }, Heard.AddDays(90)));
    }

    [Fact]
    public void After_the_campaign_silence_grows_no_longer()
    {
        var facts = Facts() with { HeardOn = Notice.Window.To.AddDays(-20) };
        Assert.Equal(20, TaskLights.SilentDays(facts, Notice, Notice.Window.To.AddDays(100)));
        Assert.Equal(TaskLight.Slow, Of(facts, Notice.Window.To.AddDays(100)));
    }

    [Fact]
    public void A_report_that_is_dated_after_today_is_no_silence() => Assert.Equal(0, TaskLights.SilentDays(Facts(), Notice, Heard.AddDays(-3)));

    [Fact]
    public void The_plan_says_how_long_a_silence_may_be()
    {
        var plan = Notice with { Settings = Notice.Settings with { SlowTaskDays = 5, StaleTaskDays = 7 } };
        Assert.Equal(
            [TaskLight.OnTrack, TaskLight.Slow, TaskLight.Slow, TaskLight.Stale],
            Enumerable.Range(5, 4).Select(days => TaskLights.Of(Facts(), plan, Heard.AddDays(days))));
    }

    [Theory]
    [InlineData("2020-09-18 10:00")]
    [InlineData("2020-10-31 23:59")]
    [InlineData("2021-09-30 09:00")]
    [InlineData(null)]
    public void It_is_stale_on_just_the_days_on_which_the_task_itself_says_so(string? progress)
    {
        var story = Begun();
        for (var day = ChinaTime.DateOf(Issued); day <= Notice.Window.To.AddDays(40); day = day.AddDays(1))
        {
            story.Wake(ChinaTime.StartOf(day));
            if (progress is not null && ChinaTime.DateOf(At(progress)) == day)
            {
                story.Do(new TaskCommand.ReportProgress(Lead, "已检查", 40), progress);
            }

            var heard = ChinaTime.DateOf(story.State.LastProgressAt ?? story.State.IssuedAt);
            Assert.True(story.State.Stale == (Of(new(heard, story.State.Percent, false, []), day) == TaskLight.Stale), $"{day}");
        }
    }

    private static TaskLight Of(TaskFacts facts, DateOnly today) => TaskLights.Of(facts, Notice, today);

    private static TaskFacts Facts(params string[] awaited) => new(Heard, 40, false, [.. awaited.Select(d => DateOnly.Parse(d, null))]);
}
