using HuiminCoord.Server.Console.Obligations;

namespace HuiminCoord.Server.Console.Review;

/// <summary>What the address says of the review.</summary>
/// <param name="Duty">Only this duty's; null = all.</param>
/// <param name="Over">Only those whose day has passed.</param>
/// <param name="Unit">The unit of what is open.</param>
/// <param name="Of">Its duty.</param>
/// <param name="Part">Its part; null = its request for a later date.</param>
/// <param name="Doing">What is being done: <c>return</c>, <c>waive</c>.</param>
public sealed record ReviewPlace(string? Duty = null, bool Over = false, string? Unit = null, string? Of = null, string? Part = null, string? Doing = null)
{
    /// <summary>Nothing is open.</summary>
    internal ReviewPlace Closed => this with { Unit = null, Of = null, Part = null, Doing = null };

    /// <summary>The address.</summary>
    internal string Path
    {
        get
        {
            var query = new[] { ("duty", Duty), ("over", Over ? "true" : null), ("unit", Unit), ("of", Of), ("part", Part), ("do", Doing) };
            var said = string.Join('&', query.Where(q => !string.IsNullOrEmpty(q.Item2)).Select(q => $"{q.Item1}={Uri.EscapeDataString(q.Item2!)}"));
            return said.Length == 0 ? "/review" : $"/review?{said}";
        }
    }

    /// <summary>Opens a part, or with null the request.</summary>
    internal ReviewPlace Open(DutyAt at, string? part) => this with { Unit = at.Unit, Of = at.Duty, Part = part, Doing = null };

    /// <summary>True when this is what is open.</summary>
    internal bool IsOpen(DutyAt at, string? part) => Unit == at.Unit && Of == at.Duty && (string.IsNullOrEmpty(Part) ? null : Part) == part;
}
