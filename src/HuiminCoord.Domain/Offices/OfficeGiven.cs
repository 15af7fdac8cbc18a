using System.Collections.Immutable;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Offices;

/// <summary>Which of its own due-day summaries the office has given.</summary>
/// <remarks>
/// <see cref="OfficeState.GivenThrough"/> alone would give one again that a holiday paper puts off after it was given: the same
/// step twice, which the registers refuse and people would read twice.
/// </remarks>
internal static class OfficeGiven
{
    /// <summary>How the office is named as the origin of its own steps.</summary>
    internal const string Actor = "office";

    /// <summary>No paper puts a 办理日 off by more days of rest than these.</summary>
    private const int RememberedDays = 40;

    internal static bool Contains(ImmutableSortedDictionary<string, DateOnly> given, OfficeStep step) => given.ContainsKey(Key(step));

    /// <summary>What was given after one message; what no paper can bring back is forgotten.</summary>
    internal static ImmutableSortedDictionary<string, DateOnly> After(ImmutableSortedDictionary<string, DateOnly> given, OfficeEvent.Composed composed)
    {
        var forgotten = ChinaTime.DateOf(composed.At).AddDays(-RememberedDays);
        return given
            .RemoveRange(given.Where(g => g.Value < forgotten).Select(g => g.Key))
            .SetItems(composed.Steps.Where(s => s.Actor == Actor).Select(s => KeyValuePair.Create(Key(s), ChinaTime.DateOf(s.PlannedAt))));
    }

    private static string Key(OfficeStep step) => $"{step.Subject}/{step.Rung}";
}
