namespace HuiminCoord.Grains.Relaying;

/// <summary>What a drain has learned so far: who waits, who failed, and how much was told.</summary>
internal sealed class RelayPass(IReadOnlySet<(string GrainType, string GrainKey)> failedBefore)
{
    public HashSet<(string GrainType, string GrainKey)> Failed { get; } = [.. failedBefore];

    public HashSet<(string GrainType, string GrainKey)> Waiting { get; } = [];

    public int Applied { get; set; }

    public int Repeated { get; set; }

    public bool IsAside((string GrainType, string GrainKey) actor) => Failed.Contains(actor) || Waiting.Contains(actor);

    /// <summary>Starts from the beginning: what waited may have its predecessor now.</summary>
    public void Begin()
    {
        Waiting.Clear();
        Applied = Repeated = 0;
    }
}
