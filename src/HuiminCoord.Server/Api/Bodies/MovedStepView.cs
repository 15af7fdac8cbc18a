using HuiminCoord.Domain.Units;

namespace HuiminCoord.Server.Api.Bodies;

/// <summary>A reminder that moves.</summary>
/// <param name="From">Null = not planned before.</param>
/// <param name="To">Null = not planned any more.</param>
internal sealed record MovedStepView(string Rung, DateTimeOffset? From, DateTimeOffset? To)
{
    internal static MovedStepView Of(MovedStep step) => new(step.Rung, step.From, step.To);
}
