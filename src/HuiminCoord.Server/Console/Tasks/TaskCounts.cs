using HuiminCoord.Domain.Tasks;

namespace HuiminCoord.Server.Console.Tasks;

/// <summary>How many tasks show which light.</summary>
public sealed record TaskCounts(int Total, int OnTrack, int Slow, int Stale, int Blocked)
{
    /// <summary>Everything that is not 正常推进.</summary>
    public int Problems => Total - OnTrack;

    /// <summary>Counts them.</summary>
    public static TaskCounts Of(IReadOnlyCollection<TaskLine> tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        return new(tasks.Count, Count(tasks, TaskLight.OnTrack), Count(tasks, TaskLight.Slow), Count(tasks, TaskLight.Stale), Count(tasks, TaskLight.Blocked));
    }

    /// <summary>Those with one light.</summary>
    public int With(TaskLight light) => light switch
    {
        TaskLight.OnTrack => OnTrack,
        TaskLight.Slow => Slow,
        TaskLight.Stale => Stale,
        _ => Blocked,
    };

    private static int Count(IEnumerable<TaskLine> tasks, TaskLight light) => tasks.Count(t => t.Light == light);
}
