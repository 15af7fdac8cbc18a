using Orleans;

namespace HuiminCoord.Domain.Units;

/// <summary>A seat and who holds it.</summary>
/// <param name="Holder">Name as the unit gave it.</param>
/// <param name="From">First day of the term, Asia/Shanghai.</param>
/// <param name="Until">Last day of the term; null = open.</param>
[Alias("seat")]
public sealed record Seat(string Holder, DateOnly From, DateOnly? Until)
{
    /// <summary>First day of an announced absence.</summary>
    public DateOnly? AbsentFrom { get; init; }

    /// <summary>Last day of an announced absence.</summary>
    public DateOnly? AbsentUntil { get; init; }

    /// <summary>True when the term covers the day.</summary>
    public bool LivingOn(DateOnly day) => From <= day && (Until is null || day <= Until);

    /// <summary>True when the term covers the day and no absence does.</summary>
    public bool PresentOn(DateOnly day) => LivingOn(day) && !(AbsentFrom <= day && day <= AbsentUntil);
}
