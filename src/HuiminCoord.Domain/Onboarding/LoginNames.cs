using System.Globalization;
using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Onboarding;

/// <summary>Login names that are proposed for whoever holds a unit's seat.</summary>
public static class LoginNames
{
    /// <summary>Room for a number behind it: a login name has at most 32 characters.</summary>
    private const int LongestStem = 27;

    /// <summary><c>jiaoyu-liaison</c>: what all proposals for the seat begin with.</summary>
    public static string Stem(UnitId unit, SeatKind seat)
    {
        var name = Recipients.Name(seat);
        var room = LongestStem - name.Length - 1;
        return $"{(unit.Value.Length <= room ? unit.Value : unit.Value[..room].TrimEnd('-'))}-{name}";
    }

    /// <summary>The stem, or with the first number that is free: people change, and a login name is never given to another.</summary>
    public static string Proposed(UnitId unit, SeatKind seat, IReadOnlySet<string> taken)
    {
        ArgumentNullException.ThrowIfNull(taken);
        var stem = Stem(unit, seat);
        return Enumerable.Range(1, taken.Count + 1)
            .Select(n => n == 1 ? stem : string.Create(CultureInfo.InvariantCulture, $"{stem}-{n}"))
            .First(login => !taken.Contains(login));
    }
}
