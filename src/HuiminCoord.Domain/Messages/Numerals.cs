using System.Globalization;

namespace HuiminCoord.Domain.Messages;

/// <summary>Numbers as papers of an office write them.</summary>
public static class Numerals
{
    private const int LastCircled = 20;

    /// <summary>① to ⑳; beyond them plain figures.</summary>
    public static string Circled(int number) =>
        number is >= 1 and <= LastCircled ? ((char)('①' + number - 1)).ToString() : number.ToString(CultureInfo.InvariantCulture);
}
