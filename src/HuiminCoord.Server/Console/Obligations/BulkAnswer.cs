using HuiminCoord.Domain.Deciding;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Console.Obligations;

/// <summary>What became of one of several acts that were asked for together.</summary>
/// <param name="Name">Whom or what it was about.</param>
/// <param name="Refusal">Why it was not done; null when it was.</param>
public sealed record BulkAnswer(string Name, Refusal? Refusal)
{
    /// <summary>Does one thing after the other; one that is refused does not hold up the rest.</summary>
    internal static async Task<IReadOnlyList<BulkAnswer>> Each<T>(IEnumerable<T> things, Func<T, string> name, Func<T, Task> act)
    {
        var answers = new List<BulkAnswer>();
        foreach (var thing in things)
        {
            try
            {
                await act(thing);
                answers.Add(new(name(thing), null));
            }
            catch (RefusedException refused)
            {
                answers.Add(new(name(thing), refused.Refusal));
            }
        }

        return answers;
    }
}
