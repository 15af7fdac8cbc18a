using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Tasks;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Grains.Tasks;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Files;

namespace HuiminCoord.Server.Api.Tasks;

/// <summary>A domain task.</summary>
/// <param name="Section">Lead section (股室) inside the lead unit.</param>
/// <param name="Stage"><c>on-track</c>, <c>slow</c>, <c>stale</c>, <c>blocked</c>, as of the campaign's today.</param>
/// <param name="StageWords">正常推进, 进展缓慢, 超期未更新, 需协调解决.</param>
/// <param name="Percent">Share done as last said; null = never said.</param>
/// <param name="BlockedSince">Since when it waits for coordination.</param>
/// <param name="Number">Its number within the domain.</param>
/// <param name="SilentDays">Days since the last progress; since the plan named the task, while there was none.</param>
internal sealed record TaskView(
    string Task, string Domain, string DomainName, string Title, string Lead, string Section, IReadOnlyList<string> Cooperating, IReadOnlyList<string> Venues,
    string Clause, string Stage, string StageWords, int? Percent, DateTimeOffset? LastProgressAt, DateTimeOffset? BlockedSince,
    IReadOnlyList<MilestoneDetail> Milestones, int Number, int SilentDays)
{
    /// <summary>Evidence files in the order in which they came, the subject being the unit that reported; null in lists.</summary>
    public IReadOnlyList<AttachmentView>? Files { get; init; }

    /// <summary>What the stage says, as a value.</summary>
    internal TaskLight Light { get; private init; }

    /// <summary>Milestones that were not reached by their date.</summary>
    internal int Missed { get; private init; }

    /// <param name="row">The task's row.</param>
    /// <param name="scene">The campaign.</param>
    /// <param name="named">When the plan named the task first.</param>
    /// <returns>Null for a task that the plan in force does not name.</returns>
    internal static TaskView? Of(TaskRow row, CampaignScene scene, DateOnly named)
    {
        var (plan, today) = (scene.Plan, scene.Today);
        if (plan.Task(new TaskId(row.Task)) is not { } task || plan.Domain(task.Domain) is not { } domain)
        {
            return null;
        }

        var milestones = StoredJson.Read<TaskDetail>(row.Payload).Milestones;
        var heard = row.LastProgressAt is { } at ? ChinaTime.DateOf(at) : named;
        var facts = new TaskFacts(heard, row.Percent, row.BlockedSince is not null, [.. milestones.Where(m => m.Stage != "reached").Select(m => m.Due)]);
        var light = TaskLights.Of(facts, plan, today);
        return new(
            row.Task, row.Domain, domain.Name, task.Title, row.LeadUnit, domain.Sections.FirstOrDefault(s => s.Id == task.Section)?.Name ?? task.Section,
            [.. task.Cooperating.Select(u => u.Value)], task.Venues, task.Clause, StageOf(light), Words(light), row.Percent, row.LastProgressAt,
            row.BlockedSince, milestones, task.Number, TaskLights.SilentDays(facts, plan, today)) { Light = light, Missed = TaskLights.Missed(facts, today) };
    }

    /// <summary>The light's name in addresses and answers.</summary>
    internal static string StageOf(TaskLight light) => light switch
    {
        TaskLight.Blocked => TaskStages.Blocked,
        TaskLight.Stale => TaskStages.Stale,
        TaskLight.Slow => "slow",
        _ => TaskStages.OnTrack,
    };

    private static string Words(TaskLight light) => light switch
    {
        TaskLight.Blocked => "需协调解决",
        TaskLight.Stale => "超期未更新",
        TaskLight.Slow => "进展缓慢",
        _ => "正常推进",
    };
}
