namespace HuiminCoord.Server.Console.Layout;

/// <summary>How a state looks: shape, word and colour always stand together.</summary>
/// <param name="Shape">Of the <see cref="Icon"/>.</param>
/// <param name="Colour">Class of the style sheet.</param>
internal sealed record StatusLook(string Shape, string Colour)
{
    internal static StatusLook Of(Status status) => status switch
    {
        Status.NotStarted => new("ring", "idle"),
        Status.Filling => new("half", "fill"),
        Status.UnitReview => new("target", "unitrev"),
        Status.Soon => new("soon", "soon"),
        Status.Late => new("late", "late"),
        Status.Submitted => new("sub", "sub"),
        Status.LateSubmitted => new("lated", "lated"),
        Status.Returned => new("ret", "ret"),
        Status.Accepted or Status.Done => new("ok", "ok"),
        Status.Waived => new("idle", "waive"),
        Status.OnTrack => new("arrow", "ok"),
        Status.Slow => new("slow", "slow"),
        Status.Stale => new("stale", "stale"),
        Status.Blocked => new("block", "block"),
        _ => new("idle", "idle"),
    };

    /// <summary>The name of its word.</summary>
    internal static string Word(Status status) => $"status.{status}";
}
