using System.Diagnostics;

namespace HuiminCoord.Bench.Measurements;

/// <summary>What a piece of work costs this process: everything that it allocates, and the most that there is at once while it lasts.</summary>
internal static class MemoryWatch
{
    private const double Megabyte = 1024 * 1024;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(2);

    /// <summary>Begins with an empty heap, so that growth is the work's own.</summary>
    public static async Task<MemoryCost> Of(Func<Task> work)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        var (managed, workingSet, allocated) = (GC.GetTotalMemory(forceFullCollection: true), Environment.WorkingSet, GC.GetTotalAllocatedBytes(precise: true));
        var (mostManaged, mostWorkingSet, over) = (managed, workingSet, new ManualResetEventSlim());
        // A thread of its own: the pool's are busy with the work.
        var sampling = new Thread(() =>
        {
            do
            {
                mostManaged = Math.Max(mostManaged, GC.GetTotalMemory(forceFullCollection: false));
                mostWorkingSet = Math.Max(mostWorkingSet, Environment.WorkingSet);
            }
            while (!over.Wait(Step));
        });
        sampling.Start();
        var watch = Stopwatch.StartNew();
        try
        {
            await work();
        }
        finally
        {
            watch.Stop();
            over.Set();
            sampling.Join();
            over.Dispose();
        }

        return new((GC.GetTotalAllocatedBytes(precise: true) - allocated) / Megabyte, (mostManaged - managed) / Megabyte, (mostWorkingSet - workingSet) / Megabyte, watch.Elapsed.TotalSeconds);
    }
}

/// <summary>In MB and seconds.</summary>
/// <param name="Allocated">Everything that was allocated, also what was given back meanwhile.</param>
/// <param name="Managed">The most managed memory at once.</param>
/// <param name="WorkingSet">By how much the process grew at most.</param>
internal sealed record MemoryCost(double Allocated, double Managed, double WorkingSet, double Seconds);
