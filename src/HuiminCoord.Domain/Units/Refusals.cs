using HuiminCoord.Domain.Deciding;

namespace HuiminCoord.Domain.Units;

/// <summary>Refusals that several of the unit's rules share.</summary>
internal static class Refusals
{
    /// <summary>Refuses a text that is too long.</summary>
    internal static Refusal? Text(string text) =>
        FreeText.RefuseLength(text);

    /// <summary>Refuses an empty or too long reason.</summary>
    internal static Refusal? Reason(string reason) =>
        FreeText.Refuse(reason, "reason.needed");
}
