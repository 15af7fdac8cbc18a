using HuiminCoord.Domain.Identity;
using Orleans;

namespace HuiminCoord.Domain.Units;

/// <summary>What became of a due rung for one recipient.</summary>
/// <param name="By">Superseding rung, for <see cref="StepFate.Superseded"/>.</param>
[Alias("fired-step")]
public sealed record FiredStep(DutyId Duty, string Rung, string Recipient, DateTimeOffset PlannedAt, StepFate Fate, string? By);

/// <summary>What became of a step.</summary>
public enum StepFate
{
    /// <summary>In the message of this slot.</summary>
    Delivered,

    /// <summary>A later rung of the same obligation, delivered in the same slot, says it.</summary>
    Superseded,

    /// <summary>Nobody holds a seat that could receive it.</summary>
    Undeliverable,

    /// <summary>Waits for the Office actor, which writes one message for all units.</summary>
    Pending,
}
