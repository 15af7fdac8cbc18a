using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Obligations;

/// <summary>A rung with its instant.</summary>
/// <param name="Id">Step id, unique within the obligation: the rung's id, with <c>.E</c> after the E-th extension.</param>
/// <param name="At">When it is to be given, Asia/Shanghai.</param>
public sealed record PlannedRung(string Id, DateTimeOffset At, IReadOnlyList<Role> To)
{
    /// <summary>The reminder of a returned part; it belongs to no ladder.</summary>
    public bool IsCorrection { get; init; }
}
