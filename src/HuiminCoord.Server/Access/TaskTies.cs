using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Accounts;

namespace HuiminCoord.Server.Access;

/// <summary>How tasks stand to askers, by the plan in force.</summary>
internal sealed class TaskTies(CoordinationDatabase database, PlanShelf plans)
{
    /// <summary>A task that the plan does not have is everybody's stranger.</summary>
    internal async Task<Reach> Of(Asker asker, string campaign, string task)
    {
        await using var db = database.OpenToRead();
        if (await db.Campaigns.FindAsync(campaign) is not { } row)
        {
            return Reach.Other;
        }

        var plan = await plans.Get(campaign, row.PlanVersion);
        return plan.Task(new TaskId(task)) is { } found ? Of(asker.Standing, plan, found) : Reach.Other;
    }

    /// <summary>The same for a list that has the plan at hand.</summary>
    internal static Reach Of(Standing standing, Plan plan, TaskPlan task) =>
        standing.ToTask(plan.Domain(task.Domain)!.Lead.Value, task.Section, task.Cooperating.Select(u => u.Value));
}
