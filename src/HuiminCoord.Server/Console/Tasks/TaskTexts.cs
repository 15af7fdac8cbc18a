using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Tasks;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Console.Tasks;

/// <summary>What pages say of tasks, in the reader's language.</summary>
internal sealed record TaskTexts(PageWords Words)
{
    /// <summary>The state as which a light is shown.</summary>
    internal static Status StatusOf(TaskLight light) => light switch
    {
        TaskLight.Blocked => Status.Blocked,
        TaskLight.Stale => Status.Stale,
        TaskLight.Slow => Status.Slow,
        _ => Status.OnTrack,
    };

    /// <summary>Why the light is not 正常推进; null when it is.</summary>
    internal string? Why(TaskLine task, Plan plan) => task.Light switch
    {
        TaskLight.Blocked => Words["tasks.why.blocked", DateTexts.Short(task.BlockedSince)],
        TaskLight.Stale => Words["tasks.why.silent", task.SilentDays, plan.Settings.StaleTaskDays],
        TaskLight.Slow when task.Missed > 0 => Words["tasks.why.missed", task.Missed],
        TaskLight.Slow => Words["tasks.why.silent", task.SilentDays, plan.Settings.SlowTaskDays],
        _ => null,
    };

    /// <summary>17项任务：正常11，缓慢3，未更新1.</summary>
    internal string Sentence(TaskCounts counts) => Words[counts.Blocked > 0 ? "tasks.sentence.and" : "tasks.sentence", counts.Total, counts.OnTrack, counts.Slow, counts.Stale];

    /// <summary>What of the sentence stands out; null when nothing waits for coordination.</summary>
    internal string? Alarm(TaskCounts counts) => counts.Blocked > 0 ? Words["tasks.sentence.blocked", counts.Blocked] : null;
}
