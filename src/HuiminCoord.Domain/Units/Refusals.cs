using HuiminCoord.Domain.Deciding;

namespace HuiminCoord.Domain.Units;

/// <summary>Refusals that several of the unit's rules share.</summary>
internal static class Refusals
{
    /// <summary>Refuses a text that is too long.</summary>
    internal static Refusal? Text(string text) =>
        text.Length > UnitRules.LongestText ? new Refusal("text.too-long", $"{UnitRules.LongestText}") : null;

    /// <summary>Refuses an empty or too long reason.</summary>
    internal static Refusal? Reason(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? new Refusal("reason.needed") : Text(reason);
}
