namespace HuiminCoord.Server.Console.Board;

/// <summary>What the address says of the board: it can be linked, and survives a reload.</summary>
/// <param name="Duty">The duty shown; null = what matters now.</param>
/// <param name="Show">Which units; null = all.</param>
/// <param name="Unit">The unit in the drawer.</param>
/// <param name="Of">The duty in the drawer; null = the main one.</param>
/// <param name="Doing">What is being done: <c>paper</c>, <c>dates</c>, <c>waive</c>, <c>return</c>.</param>
/// <param name="Bulk">Several units can be chosen.</param>
/// <param name="Months">Earlier months are unfolded.</param>
public sealed record BoardPlace(
    string? Duty = null, string? Show = null, string? Unit = null, string? Of = null, string? Doing = null, bool Bulk = false, bool Months = false)
{
    /// <summary>The drawer is closed, nothing is being done.</summary>
    internal BoardPlace Closed => this with { Unit = null, Of = null, Doing = null };

    /// <summary>The address.</summary>
    internal string Path
    {
        get
        {
            var query = new[]
            {
                ("duty", Duty), ("show", Show), ("months", Months ? "true" : null), ("bulk", Bulk ? "true" : null), ("unit", Unit), ("of", Of), ("do", Doing),
            };
            var said = string.Join('&', query.Where(q => !string.IsNullOrEmpty(q.Item2)).Select(q => $"{q.Item1}={Uri.EscapeDataString(q.Item2!)}"));
            return said.Length == 0 ? "/board" : $"/board?{said}";
        }
    }
}
