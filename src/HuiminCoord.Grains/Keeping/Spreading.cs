namespace HuiminCoord.Grains.Keeping;

/// <summary>Tells actors that never fall idle, timekeepers and relays, when to move: after a silo has joined.</summary>
/// <remarks>
/// Rooms come to rest, go, and wake up where their place then is; these are touched every few seconds and would stay on the silo
/// that was there first. One of these per actor; it counts the silos each time it is asked.
/// </remarks>
internal sealed class Spreading(ISiloStatusOracle silos)
{
    private int _fewest = int.MaxValue;

    /// <summary>True when more silos are active than there were at some time before.</summary>
    public bool HasGrown()
    {
        var now = silos.GetApproximateSiloStatuses(onlyActive: true).Count;
        _fewest = Math.Min(_fewest, now);
        return now > _fewest;
    }
}
