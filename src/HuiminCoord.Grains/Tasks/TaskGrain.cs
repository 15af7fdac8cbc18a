using System.Globalization;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Tasks;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Units;

namespace HuiminCoord.Grains.Tasks;

/// <summary>The door of a domain task. Key: <c>{campaign}/{task}</c>.</summary>
[Alias("task-grain")]
public interface ITaskGrain : IWakeable
{
    /// <summary>Carries out a command; the answer comes after the commit.</summary>
    [Alias("do")]
    Task<Answer> Do(TaskCommand command, CommandKey? key);
}

/// <summary>A domain task: progress, blocks, and milestones that its lead unit owes.</summary>
[GrainType(Rooms.Task)]
public sealed class TaskGrain([PersistentState(Keeper.StateName)] IPersistentState<Kept<TaskState, TaskEvent>> kept, Keeper keeper, PlanShelf plans)
    : DecidingGrain<TaskState, TaskCommand, TaskEvent>(kept, keeper), ITaskGrain
{
    private TaskTerms _terms = null!;
    private int _asked = 1;

    /// <inheritdoc/>
    public async Task<Answer> Do(TaskCommand command, CommandKey? key)
    {
        _asked = command is TaskCommand.Begin begin ? begin.PlanVersion : 1;
        var answer = await Handle(command, key);
        await TellUnit();
        return answer;
    }

    /// <inheritdoc/>
    public override async Task Wake(DateTimeOffset now)
    {
        await base.Wake(now);
        await TellUnit();
    }

    /// <inheritdoc/>
    protected override async ValueTask Prepare(DateTimeOffset now)
    {
        var id = new TaskId(RoomKey.IdOf(this.GetPrimaryKeyString()));
        // A task that ended keeps the version that last named it; one that never began, the first that does.
        var plan = State.EndedWith > 0 ? await plans.Get(Campaign, State.PlanVersion)
            : await plans.FirstNaming(Campaign, Math.Max(State.PlanVersion, _asked), p => p.Task(id) is not null);
        _terms = new(plan, plan.Task(id)!);
    }

    /// <inheritdoc/>
    protected override Decision<TaskEvent> Decide(TaskState state, TaskCommand command, DateTimeOffset now) => TaskRules.Decide(state, command, _terms, now);

    /// <inheritdoc/>
    protected override Decision<TaskEvent> DecideWake(TaskState state, DateTimeOffset now) => TaskRules.DecideWake(state, _terms, now);

    /// <inheritdoc/>
    protected override TaskState Evolve(TaskState state, TaskEvent @event) => TaskRules.Evolve(state, @event);

    /// <inheritdoc/>
    protected override DateTimeOffset? NextWake(TaskState state, DateTimeOffset now) => TaskRules.NextWake(state, _terms, now);

    /// <summary>Tells the lead unit of every milestone it has not heard of. Interrupted, it goes on at the next wake.</summary>
    private async Task TellUnit()
    {
        while (MilestoneRules.NextToTell(State) is { } milestone)
        {
            var unit = GrainFactory.GetGrain<IUnitGrain>($"{Campaign}/{_terms.Lead}");
            var key = new CommandKey(string.Create(CultureInfo.InvariantCulture, $"{this.GetPrimaryKeyString()}/{milestone.Id}/{milestone.Stage}/{Sequence}"), "");
            var answer = await unit.Do(About(milestone), key);
            await Handle(new TaskCommand.ConfirmTold(milestone.Id, milestone.Stage, answer.Refusal?.Code), null);
        }
    }

    private UnitCommand About(Milestone milestone)
    {
        var duty = _terms.DutyOf(milestone.Id);
        return milestone.Stage switch
        {
            MilestoneStage.Entered => new UnitCommand.Assign(duty, new Assignment(DutyKind.Other, milestone.Title, milestone.Due, _terms.Task.Clause, $"task/{_terms.Task.Id}")),
            MilestoneStage.Reached => new UnitCommand.Submit(duty, [], "里程碑已达成，佐证见重点任务。", false, null),
            _ => new UnitCommand.Waive(duty, [], "里程碑已取消，原因见重点任务。"),
        };
    }
}
