namespace HuiminCoord.Grains.Relaying;

/// <summary>What a drain has learned so far: who waits, who failed, and how much was told.</summary>
internal sealed class RelayPass(IReadOnlySet<(string GrainType, string GrainKey)> failedBefore)
{
    public HashSet<(string GrainType, string GrainKey)> Failed { get; } = [.. failedBefore];

    public HashSet<(string GrainType, string GrainKey)> Waiting { get; } = [];

    public int Applied { get; private set; }

    public int Repeated { get; private set; }

    public bool IsAside((string GrainType, string GrainKey) actor) => Failed.Contains(actor);

    /// <summary>Starts from the beginning: what waited may have its predecessor now.</summary>
    public void Begin()
    {
        Waiting.Clear();
        Applied = Repeated = 0;
    }

    /// <summary>A transaction was committed.</summary>
    public void Add(int applied, int repeated, IEnumerable<(string, string)> waiting)
    {
        Applied += applied;
        Repeated += repeated;
        Waiting.UnionWith(waiting);
    }
}
