namespace HuiminCoord.Domain.Plans.Reading;

/// <summary>A place in a plan's text.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in characters as editors count them (UTF-16 units); a byte order mark counts as none.</param>
public readonly record struct PlanPosition(int Line, int Column);

/// <summary>One thing wrong with a plan, at the JSON value that has to change.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in characters as editors count them (UTF-16 units).</param>
/// <param name="Code">One of <see cref="PlanProblemCode"/>; callers may rely on it.</param>
/// <param name="Message">What is wrong and what would be right, in English, on one line.</param>
public sealed record PlanProblem(int Line, int Column, string Code, string Message)
{
    /// <summary>A problem at a place got from <see cref="PlanReading.PositionOf"/>.</summary>
    public PlanProblem(PlanPosition at, string code, string message)
        : this(at.Line, at.Column, code, message)
    {
    }

    /// <summary>As <c>plan check</c> prints it after the file's name: <c>LINE:COL: message</c>.</summary>
    public override string ToString() => $"{Line}:{Column}: {Message}";
}
