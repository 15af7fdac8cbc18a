using Orleans.Runtime.Placement;

namespace HuiminCoord.Grains.Keeping;

/// <summary>Where an actor lives: a hash of its id says which of the silos it is. All silos agree on it without asking each other.</summary>
/// <remarks>
/// Orleans asks only when it knows of no place. Each silo remembers for minutes where an actor was, and an actor that is called meanwhile
/// comes to life there again: after a silo has joined, those would stay away from it. So an actor that finds itself elsewhere moves.
/// </remarks>
public sealed class Homes(IClusterManifestProvider manifests, ILocalSiloDetails here)
{
    /// <summary>The place of an actor among these silos; the order in which they are given does not matter.</summary>
    public static SiloAddress Of(GrainId actor, IEnumerable<SiloAddress> silos)
    {
        var sorted = silos.Order().ToArray();
        return sorted[(int)(actor.GetUniformHashCode() & 0x7fffffff) % sorted.Length];
    }

    /// <summary>True when the actor is not where it belongs; it is told once for each change of the silos.</summary>
    /// <param name="actor">The actor, which is on this silo.</param>
    /// <param name="seen">The silos that the actor was last compared with; null before the first time.</param>
    internal bool IsElsewhere(GrainId actor, ref object? seen)
    {
        var silos = manifests.Current.Silos;
        if (ReferenceEquals(silos, seen))
        {
            return false;
        }

        // As Orleans does when it places: a silo of another version may not know all actors.
        seen = silos;
        var able = silos.Where(silo => silo.Value.Grains.ContainsKey(actor.Type)).Select(silo => silo.Key).ToList();
        return able.Count > 0 && !Of(actor, able).Equals(here.SiloAddress);
    }
}

/// <summary>The strategy of all our actors.</summary>
[GenerateSerializer, Immutable, SuppressReferenceTracking, Alias("place-by-hash")]
public sealed class PlaceByHash : PlacementStrategy;

/// <summary>Places an actor that is nowhere.</summary>
internal sealed class HashDirector : IPlacementDirector
{
    /// <inheritdoc/>
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context) =>
        Task.FromResult(Homes.Of(target.GrainIdentity, context.GetCompatibleSilos(target)));
}
