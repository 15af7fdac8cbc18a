using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Tasks;
using HuiminCoord.Domain.Tests.Campaigns;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;
using static HuiminCoord.Domain.Tests.Tasks.TaskStory;

namespace HuiminCoord.Domain.Tests.Tasks;

public sealed class MilestoneTests
{
    private const string Now = "2020-09-21 10:00";
    private static readonly DateOnly Due = new(2020, 10, 31);

    public static TheoryData<string, TaskCommand> Refusals => new()
    {
        { "task.not-lead", new TaskCommand.SetMilestone(Cooperating, "m2", "完成摸底", Due) },
        { "id.malformed", new TaskCommand.SetMilestone(Lead, "M2", "完成摸底", Due) },
        { "id.malformed", new TaskCommand.SetMilestone(Lead, "a+b", "完成摸底", Due) },
        { "id.malformed", new TaskCommand.SetMilestone(Lead, "", "完成摸底", Due) },
        { "id.malformed", new TaskCommand.SetMilestone(Lead, new string('m', 17), "完成摸底", Due) },
        { "milestone.title-needed", new TaskCommand.SetMilestone(Lead, "m2", " ", Due) },
        { "milestone.title-needed", new TaskCommand.SetMilestone(Lead, "m2", new string('摸', 61), Due) },
        { "milestone.id-taken", new TaskCommand.SetMilestone(Lead, "m1", "另一件事", new(2020, 9, 30)) },
        { "milestone.id-taken", new TaskCommand.SetMilestone(Lead, "m1", "完成摸底", Due) },
        { "milestone.due-out-of-range", new TaskCommand.SetMilestone(Lead, "m2", "完成摸底", new(2020, 9, 20)) },
        { "milestone.due-out-of-range", new TaskCommand.SetMilestone(Lead, "m2", "完成摸底", new(2021, 11, 1)) },
        { "task.not-lead", new TaskCommand.ReachMilestone(Cooperating, "m1", "见台账") },
        { "task.evidence-needed", new TaskCommand.ReachMilestone(Lead, "m1", "") },
        { "text.too-long", new TaskCommand.ReachMilestone(Lead, "m1", TooLong) },
        { "milestone.unknown", new TaskCommand.ReachMilestone(Lead, "m2", "见台账") },
        { "task.not-lead", new TaskCommand.DropMilestone(Cooperating, "m1", "任务调整") },
        { "reason.needed", new TaskCommand.DropMilestone(Lead, "m1", " ") },
        { "text.too-long", new TaskCommand.DropMilestone(Lead, "m1", TooLong) },
        { "milestone.unknown", new TaskCommand.DropMilestone(Lead, "m2", "任务调整") },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_cannot_be_taken_is_refused_by_its_code(string code, TaskCommand command) =>
        Begun().WithMilestone("m1", "2020-09-30").Try(command, Now).IsRefused(code);

    [Theory]
    [InlineData("2020-09-21")]
    [InlineData("2021-10-31")]
    public void Today_and_the_campaigns_last_day_can_be_milestones(string due) =>
        Assert.Single(Begun().Try(new TaskCommand.SetMilestone(Lead, "m1", "完成摸底", DateOnly.Parse(due, null)), Now).Events());

    [Fact]
    public void Twenty_milestones_are_enough()
    {
        var story = Begun();
        for (var i = 1; i <= 20; i++)
        {
            story.WithMilestone($"m{i}", "2020-10-31");
        }

        story.Try(new TaskCommand.SetMilestone(Lead, "m21", "完成摸底", Due), Now).IsRefused("milestone.too-many");
    }

    [Fact]
    public void The_name_of_its_obligation_has_room_for_a_long_task_id()
    {
        var plan = Notice with { Tasks = [Notice.Tasks[0] with { Id = new TaskId(new string('t', 30)) }] };
        var story = new TaskStory { Terms = new TaskTerms(plan, plan.Tasks[0]) };
        story.Do(new TaskCommand.Begin(1, Issued), Now);
        story.Try(new TaskCommand.SetMilestone(Lead, new string('m', 10), "完成摸底", Due), Now).IsRefused("id.malformed");
        story.Do(new TaskCommand.SetMilestone(Lead, new string('m', 9), "完成摸底", Due), Now);
        Assert.Equal(40, story.Terms.DutyOf(story.State.Milestones[0].Id).Value.Length);
    }

    [Fact]
    public void Entered_told_missed_reached_late_told_done()
    {
        var story = Begun();
        story.Do(new TaskCommand.SetMilestone(Lead, "m1", "完成摸底", new(2020, 9, 30)), Now);
        Assert.Equal("m1", MilestoneRules.NextToTell(story.State)?.Id);
        Assert.Equal(At("2020-09-21 10:01"), story.NextWake(Now));
        story.Do(new TaskCommand.ConfirmTold("m1", MilestoneStage.Entered, null), Now);
        Assert.Equal((MilestoneStage.Owed, At("2020-10-01 00:00")), (story.Stage("m1"), story.NextWake(Now)));
        Assert.Empty(story.Wake("2020-09-30 23:59"));
        Assert.Equal([new TaskEvent.MilestoneMissed("m1", At("2020-10-01 00:00"))], story.Wake("2020-10-01 00:00"));
        Assert.Empty(story.Wake("2020-10-02 09:00"));
        story.Do(new TaskCommand.ReachMilestone(Lead, "m1", "见台账"), "2020-10-09 10:00");
        story.Do(new TaskCommand.ConfirmTold("m1", MilestoneStage.Reached, null), "2020-10-09 10:00");
        Assert.Equal(MilestoneStage.Done, story.Stage("m1"));
        Assert.Null(MilestoneRules.NextToTell(story.State));
    }

    [Fact]
    public void A_milestone_that_the_unit_did_not_take_says_why_and_can_still_be_missed()
    {
        var story = Begun();
        story.Do(new TaskCommand.SetMilestone(Lead, "m1", "完成摸底", new(2020, 9, 30)), Now);
        var told = story.Do(new TaskCommand.ConfirmTold("m1", MilestoneStage.Entered, "assignment.too-many-open"), Now);
        Assert.Equal([new TaskEvent.UnitTold("m1", MilestoneStage.NotTaken, "assignment.too-many-open")], told);
        Assert.Single(story.Wake("2020-10-01 00:00"));
    }

    [Fact]
    public void Repeating_is_nothing()
    {
        var story = Begun().WithMilestone("m1", "2020-09-30");
        story.Try(new TaskCommand.SetMilestone(Lead, "m1", "完成摸底", new(2020, 9, 30)), "2021-10-30 10:00").IsNothing();
        story.Do(new TaskCommand.ReachMilestone(Lead, "m1", "见台账"), Now);
        story.Try(new TaskCommand.ReachMilestone(Lead, "m1", "见台账"), Now).IsNothing();
        story.Try(new TaskCommand.DropMilestone(Lead, "m1", "任务调整"), Now).IsRefused("milestone.already-reached");
        story.Do(new TaskCommand.ConfirmTold("m1", MilestoneStage.Reached, null), Now);
        story.Try(new TaskCommand.ReachMilestone(Lead, "m1", "见台账"), Now).IsNothing();
        story.Try(new TaskCommand.DropMilestone(Lead, "m1", "任务调整"), Now).IsRefused("milestone.already-reached");
    }

    [Fact]
    public void A_milestone_given_up_is_not_missed_and_its_id_is_never_used_again()
    {
        var story = Begun().WithMilestone("m1", "2020-09-30");
        story.Do(new TaskCommand.DropMilestone(Lead, "m1", "任务调整"), Now);
        story.Try(new TaskCommand.DropMilestone(Lead, "m1", "任务调整"), Now).IsNothing();
        story.Try(new TaskCommand.ReachMilestone(Lead, "m1", "见台账"), Now).IsRefused("milestone.dropped");
        Assert.Empty(story.Wake("2020-10-01 00:00"));
        story.Do(new TaskCommand.ConfirmTold("m1", MilestoneStage.Dropped, null), "2020-10-01 00:00");
        Assert.Null(MilestoneRules.NextToTell(story.State));
        Assert.Empty(story.Wake("2020-10-02 00:00"));
        story.Try(new TaskCommand.SetMilestone(Lead, "m1", "完成摸底", new(2020, 10, 30)), Now).IsRefused("milestone.dropped");
    }

    [Fact]
    public void Entering_again_what_is_just_being_given_up_is_not_a_repetition()
    {
        var story = Begun().WithMilestone("m1", "2020-09-30");
        story.Do(new TaskCommand.DropMilestone(Lead, "m1", "任务调整"), Now);
        story.Try(new TaskCommand.SetMilestone(Lead, "m1", "完成摸底", new(2020, 9, 30)), Now).IsRefused("milestone.dropped");
    }

    [Theory]
    [InlineData("m1", MilestoneStage.Entered)] // told already
    [InlineData("m1", MilestoneStage.Reached)] // not reached
    [InlineData("m1", MilestoneStage.Owed)] // nothing to tell
    [InlineData("m9", MilestoneStage.Entered)]
    public void Confirming_what_did_not_have_to_be_told_is_nothing(string id, MilestoneStage was) =>
        Begun().WithMilestone("m1", "2020-09-30").Try(new TaskCommand.ConfirmTold(id, was, null), Now).IsNothing();

    [Fact]
    public void Several_milestones_and_a_silence_come_at_one_late_wake()
    {
        var story = Begun().WithMilestone("m1", "2020-09-30").WithMilestone("m2", "2020-10-05").WithMilestone("m3", "2021-01-05");
        Assert.Equal(["MilestoneMissed", "MilestoneMissed", "WentStale"], story.Wake("2020-11-01 09:00").Select(e => e.GetType().Name));
        Assert.Equal(At("2021-01-06 00:00"), story.NextWake("2020-11-01 09:00"));
    }

    [Fact]
    public void In_every_state_that_random_commands_reach_the_next_wake_lies_ahead()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var (story, now) = (Begun(), At("2020-09-18 08:00"));
            for (var step = 0; step < 40; step++)
            {
                now += TimeSpan.FromHours(random.Next(1, 400));
                var command = Some(random, DateOnly.FromDateTime(now.DateTime).AddDays(random.Next(0, 20)));
                if (story.Try(command, $"{now:yyyy-MM-dd HH:mm}") is Domain.Deciding.Decision<TaskEvent>.Kept)
                {
                    story.Do(command, $"{now:yyyy-MM-dd HH:mm}");
                }

                story.Wake(now);
            }
        }
    }

    private static TaskCommand Some(Random random, DateOnly due)
    {
        var id = $"m{random.Next(4)}";
        return random.Next(7) switch
        {
            0 => new TaskCommand.ReportProgress(Lead, "推进", random.Next(101)),
            1 => new TaskCommand.RaiseBlock(Lead, "职责", ""),
            2 => new TaskCommand.SetMilestone(Lead, id, "完成摸底", due),
            3 => new TaskCommand.ReachMilestone(Lead, id, "见台账"),
            4 => new TaskCommand.DropMilestone(Lead, id, "任务调整"),
            _ => new TaskCommand.ConfirmTold(id, (MilestoneStage)random.Next(7), random.Next(3) == 0 ? "refused" : null),
        };
    }
}
