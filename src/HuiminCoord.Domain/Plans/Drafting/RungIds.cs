using System.Globalization;

namespace HuiminCoord.Domain.Plans.Drafting;

/// <summary>Names reminders by their moment, as shipped plans do: <c>t-5</c>, <c>due</c>, <c>due-15</c>, <c>plus-1</c>, <c>issue</c>.</summary>
/// <remarks>The name follows the moment, so a reminder that is put to another day is a new one, and one that stays is the same.</remarks>
public static class RungIds
{
    private static readonly TimeOnly Usual = new(9, 0);

    /// <param name="offset">Working days from the 办理日; null = at the issue.</param>
    /// <param name="at">Time of day.</param>
    public static string Of(int? offset, TimeOnly at)
    {
        var day = offset switch
        {
            null => "issue",
            0 => "due",
            < 0 => string.Create(CultureInfo.InvariantCulture, $"t{offset}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"plus-{offset}"),
        };
        return at == Usual ? day : $"{day}-{at.ToString(at.Minute == 0 ? "HH" : "HHmm", CultureInfo.InvariantCulture)}";
    }
}
