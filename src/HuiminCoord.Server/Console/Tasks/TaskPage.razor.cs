using HuiminCoord.Server.Console.Uploads;
using System.Globalization;
using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Tasks;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Tasks;
using HuiminCoord.Server.Access;
using HuiminCoord.Server.Api.Tasks;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using HuiminCoord.Server.Files;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Tasks;

/// <summary>One task: what it is, how far it has come, what was said of it, and what the seat may do about it.</summary>
public sealed partial class TaskPage : LivePage
{
    private Reach _tie;

    /// <summary>Its id; called as the gate knows it, which lets nobody through to others' tasks.</summary>
    [Parameter]
    public string Task { get; set; } = "";

    [Inject]
    private UploadBook Uploads { get; set; } = null!;

    [Inject]
    private Dialogs Dialogs { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    private Plan? Plan { get; set; }

    private WorkingCalendar? Calendar { get; set; }

    private DateOnly Today { get; set; }

    private TaskLine? Line { get; set; }

    private IReadOnlyList<TaskHappening> History { get; set; } = [];

    /// <summary>What it waits for; null while it does not.</summary>
    private TaskHappening? Block => Line?.BlockedSince is null ? null : History.FirstOrDefault(h => h.Kind == HappeningKind.Blocked);

    /// <summary>Milestones are the lead unit's to set.</summary>
    private bool MayPlan => May("setMilestone") && Line?.Lead == Visitor.Asker.Standing.Seat.Unit?.Value;

    /// <summary>The unit for which the seat speaks.</summary>
    private UnitId Own => Visitor.Asker.Standing.Seat.Unit ?? throw new InvalidOperationException("Only seats of units speak for one.");

    private string? Context => Line is not { } line || Plan is not { } plan ? null : string.Join(
        " · ",
        new[] { $"{plan.Unit(new UnitId(line.Lead))?.Name}{line.Section}", new TaskTexts(Words).Why(line, plan), Words["task.updated", DateTexts.Short(line.UpdatedOn)] }.OfType<string>());

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        await using var scene = await Desk.Read("getTask");
        var plan = scene.Campaign.Plan;
        var planned = plan.Tasks.FirstOrDefault(t => t.Id.Value == Task);
        var tie = planned is null ? Reach.Other : TaskTies.Of(Visitor.Asker.Standing, plan, planned);
        // A live page goes from one task to the next without a request: what the gate judged is judged again.
        var view = planned is not null && scene.Passage.Reach.HasFlag(tie) ? await TaskReader.Find(scene, Task, Visitor.Gone) : null;
        var line = TaskLine.Of(view ?? throw scene.Absent("task.unknown", Task));
        var history = await TaskHistory.Of(scene, Task, Visitor.Gone);
        (_tie, Plan, Calendar, Today, Line, History) = (tie, plan, scene.Campaign.Calendar, scene.Campaign.Today, line, history);
    }

    private bool May(string operation) => Line is not null && Visitor.ReachOf(operation).HasFlag(_tie);

    private Task<bool> Report(ProgressReport report) => Do(
        "reportProgress",
        async () =>
        {
            var files = await Uploads.Named(Desk.Campaign, report.Files, Visitor);
            return new TaskCommand.ReportProgress(Own, report.Text, report.Percent, files);
        },
        Words["task.progress.did"]);

    private Task<bool> Raise(string what, string wish, UnitId? with) => Do("raiseBlock", () => new TaskCommand.RaiseBlock(Own, what, wish, with), Words["task.block.did"]);

    private Task<bool> Solve(string how) => Do("solveBlock", () => new TaskCommand.SolveBlock(how), Words["task.solve.did"]);

    private Task<bool> SetMilestone(string title, DateOnly due) => Do("setMilestone", () => new TaskCommand.SetMilestone(Own, NextId(), title, due), Words["task.milestone.set.did", title]);

    private Task<bool> MarkReached(MilestoneDetail milestone, string evidence) =>
        Do("reachMilestone", () => new TaskCommand.ReachMilestone(Own, milestone.Id, evidence), Words["task.milestone.reach.did", milestone.Title]);

    private async Task Drop(MilestoneDetail milestone)
    {
        var question = new OutwardQuestion(Words["task.milestone.drop.title", milestone.Title], Words["task.milestone.drop.help"], _ => Words["task.milestone.drop.do"])
        {
            Reason = Words["task.milestone.drop.reason"],
            ReasonHelp = Words["task.milestone.drop.reason.help"],
            ReasonNeeded = true,
        };
        if (await Dialogs.Ask(question) is { } confirmed)
        {
            await Do("dropMilestone", () => new TaskCommand.DropMilestone(Own, milestone.Id, confirmed.Reason), Words["task.milestone.drop.did", milestone.Title]);
        }
    }

    /// <summary>Does it and says so; true when it was taken.</summary>
    private Task<bool> Do(string operation, Func<TaskCommand> command, string said) => Do(operation, () => System.Threading.Tasks.Task.FromResult(command()), said);

    private async Task<bool> Do(string operation, Func<Task<TaskCommand>> command, string said)
    {
        var done = await Act(async () => await Desk.ToTask(operation, Task, await command()));
        if (done)
        {
            Toasts.Did(said);
        }

        StateHasChanged();
        return done;
    }

    /// <summary>Ids of milestones that were given up are never used again, so they count.</summary>
    private string NextId()
    {
        var used = History.Select(h => h.Milestone).OfType<string>().Concat(Line!.Milestones.Select(m => m.Id));
        var highest = used.Select(id => id is ['m', .. var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0).DefaultIfEmpty().Max();
        return string.Create(CultureInfo.InvariantCulture, $"m{highest + 1}");
    }
}
