using HuiminCoord.Domain.Meetings;
using HuiminCoord.Grains.Keeping;

namespace HuiminCoord.Grains.Meetings;

/// <summary>Carries out what a meeting ruled of its members. The campaign's room does: it knows units and versions of the plan, a meeting does not.</summary>
public interface IRulingCarrier
{
    /// <summary>The code by which it was refused; null = it holds. Asked again under the same key, it makes the same wish.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="ruling">What was ruled.</param>
    /// <param name="basis">The title of the meeting.</param>
    /// <param name="key">Names the wish.</param>
    Task<string?> Carry(string campaign, MemberRuling ruling, string basis, CommandKey key);
}
