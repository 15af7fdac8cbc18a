using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Tasks;
using HuiminCoord.Domain.Tests.Campaigns;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;

namespace HuiminCoord.Domain.Tests.Tasks;

/// <summary>A task and what happens to it, one decision after the other.</summary>
internal sealed class TaskStory(string task = "chi-1")
{
    public static readonly UnitId Lead = new("scjg");
    public static readonly UnitId Cooperating = new("jiaoyu");
    public static readonly UnitId Stranger = new("zhengfuban");

    public TaskTerms Terms { get; init; } = new(Notice, Notice.Task(new(task))!);

    public TaskState State { get; private set; } = new();

    /// <summary>A task that the plan has reached.</summary>
    public static TaskStory Begun(string task = "chi-1")
    {
        var story = new TaskStory(task);
        story.Do(new TaskCommand.Begin(1, Issued), "2020-09-17 09:00");
        return story;
    }

    /// <summary>Decides and keeps.</summary>
    public IReadOnlyList<TaskEvent> Do(TaskCommand command, string at) => Keep(Try(command, at).Events());

    /// <summary>Decides and does not keep.</summary>
    public Decision<TaskEvent> Try(TaskCommand command, string at) => TaskRules.Decide(State, command, Terms, At(at));

    /// <summary>A wake; whatever it does, the next one lies ahead of it.</summary>
    public IReadOnlyList<TaskEvent> Wake(DateTimeOffset now)
    {
        var events = Keep(TaskRules.DecideWake(State, Terms, now).Events());
        Assert.False(TaskRules.NextWake(State, Terms, now) <= now, $"spins at {now:O}");
        return events;
    }

    public IReadOnlyList<TaskEvent> Wake(string now) => Wake(At(now));

    public DateTimeOffset? NextWake(string now) => TaskRules.NextWake(State, Terms, At(now));

    /// <summary>A milestone that the unit owes.</summary>
    public TaskStory WithMilestone(string id, string due)
    {
        Do(new TaskCommand.SetMilestone(Lead, id, "完成摸底", DateOnly.Parse(due, null)), "2020-09-18 10:00");
        Do(new TaskCommand.ConfirmTold(id, MilestoneStage.Entered, null), "2020-09-18 10:00");
        return this;
    }

    public MilestoneStage Stage(string milestone) => State.Milestones.Single(m => m.Id == milestone).Stage;

    private IReadOnlyList<TaskEvent> Keep(IReadOnlyList<TaskEvent> events)
    {
        State = events.Aggregate(State, TaskRules.Evolve);
        return events;
    }
}
