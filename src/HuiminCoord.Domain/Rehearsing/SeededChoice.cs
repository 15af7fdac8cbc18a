using System.Text;

namespace HuiminCoord.Domain.Rehearsing;

/// <summary>Choices of a rehearsal: a hash of the seed and what is chosen for, so that nothing depends on the order of asking.</summary>
public static class SeededChoice
{
    /// <summary>A number from 0 to <paramref name="below"/> − 1 for this seed and subject, always the same.</summary>
    public static int Of(int seed, string subject, int below)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(below);
        var hash = Mix((ulong)seed + 0x9E3779B97F4A7C15UL);
        foreach (var b in Encoding.UTF8.GetBytes(subject))
        {
            hash = Mix(hash ^ b);
        }

        return (int)(hash % (ulong)below);
    }

    /// <summary>The finalizer of SplitMix64 (Steele, Lea and Flood, 2014): every input bit moves every output bit.</summary>
    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return x ^ (x >> 31);
    }
}
