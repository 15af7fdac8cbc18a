using HuiminCoord.Domain.Identity;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Grains.Tasks;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Files;

namespace HuiminCoord.Server.Api.Tasks;

/// <summary>A domain task.</summary>
/// <param name="Section">Lead section (股室) inside the lead unit.</param>
/// <param name="Stage"><c>on-track</c>, <c>blocked</c>, <c>stale</c>.</param>
/// <param name="StageWords">正常推进, 需协调解决, 超期未更新.</param>
/// <param name="Percent">Share done as last said; null = never said.</param>
/// <param name="BlockedSince">Since when it waits for coordination.</param>
internal sealed record TaskView(
    string Task, string Domain, string DomainName, string Title, string Lead, string Section, IReadOnlyList<string> Cooperating, IReadOnlyList<string> Venues,
    string Clause, string Stage, string StageWords, int? Percent, DateTimeOffset? LastProgressAt, DateTimeOffset? BlockedSince,
    IReadOnlyList<MilestoneDetail> Milestones)
{
    /// <summary>Evidence files in the order in which they came, the subject being the unit that reported; null in lists.</summary>
    public IReadOnlyList<AttachmentView>? Files { get; init; }

    internal static TaskView? Of(TaskRow row, CampaignScene scene)
    {
        if (scene.Plan.Task(new TaskId(row.Task)) is not { } task || scene.Plan.Domain(task.Domain) is not { } domain)
        {
            return null;
        }

        return new(
            row.Task, row.Domain, domain.Name, task.Title, row.LeadUnit, domain.Sections.FirstOrDefault(s => s.Id == task.Section)?.Name ?? task.Section,
            [.. task.Cooperating.Select(u => u.Value)], task.Venues, task.Clause, row.Stage, Words(row.Stage), row.Percent, row.LastProgressAt,
            row.BlockedSince, StoredJson.Read<TaskDetail>(row.Payload).Milestones);
    }

    private static string Words(string stage) => stage switch
    {
        TaskStages.Blocked => "需协调解决",
        TaskStages.Stale => "超期未更新",
        TaskStages.Ended => "终止",
        _ => "正常推进",
    };
}
