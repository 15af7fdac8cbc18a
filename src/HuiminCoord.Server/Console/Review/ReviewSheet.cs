using HuiminCoord.Server.Console.Obligations;

namespace HuiminCoord.Server.Console.Review;

/// <summary>What waits for the office to review or to decide.</summary>
/// <param name="Parts">Parts that were handed in, the earliest first.</param>
/// <param name="Requests">Requests for a later date, by the date in force.</param>
/// <param name="ReviewWorkdays">Working days that the office has for a review.</param>
/// <param name="CorrectionWorkdays">Working days that a unit gets for a correction.</param>
public sealed record ReviewSheet(IReadOnlyList<WaitingPart> Parts, IReadOnlyList<DateRequest> Requests, int ReviewWorkdays, int CorrectionWorkdays)
{
    /// <summary>Obligations over the parts: as the board counts them.</summary>
    public int Obligations => Parts.Select(p => (p.At.Unit, p.At.Duty)).Distinct().Count();
}

/// <summary>A part that waits for its review.</summary>
/// <param name="At">The obligation.</param>
/// <param name="Part">The part's id.</param>
/// <param name="Name">小结.</param>
/// <param name="HandedInAt">When it counts as handed in; null where an earlier program did not keep it.</param>
/// <param name="ReviewBy">审核期限; null where it is not known since when it waits.</param>
/// <param name="IsOver">That day has passed.</param>
/// <param name="Nil">零报告.</param>
/// <param name="Entered">代录.</param>
/// <param name="Late">逾期已报.</param>
/// <param name="Again">It came back before.</param>
public sealed record WaitingPart(
    DutyAt At, string Part, string Name, DateTimeOffset? HandedInAt, DateOnly? ReviewBy, bool IsOver, bool Nil, bool Entered, bool Late, bool Again);

/// <summary>A request for a later date.</summary>
/// <param name="At">The obligation.</param>
/// <param name="Due">The date in force.</param>
/// <param name="Until">The date asked for.</param>
/// <param name="Why">Its reason.</param>
public sealed record DateRequest(DutyAt At, DateOnly? Due, DateOnly Until, string? Why);

/// <summary>What was handed in with a part.</summary>
/// <param name="Seq">The unit's event: what else belongs to the submission is found by it.</param>
/// <param name="Note">What the unit wrote; may be empty.</param>
/// <param name="Nil">零报告.</param>
/// <param name="At">When it counts as handed in.</param>
/// <param name="OnBehalf">代录.</param>
/// <param name="HasForm">Its figures and texts are in a form.</param>
public sealed record Submission(long Seq, string Note, bool Nil, DateTimeOffset At, bool OnBehalf, bool HasForm);
