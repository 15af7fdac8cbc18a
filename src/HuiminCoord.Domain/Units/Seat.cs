using HuiminCoord.Domain.Identity;
using Orleans;

namespace HuiminCoord.Domain.Units;

/// <summary>The seats of a member unit.</summary>
public enum SeatKind
{
    /// <summary>单位负责同志: the joint-meeting member.</summary>
    Leader,

    /// <summary>联络人.</summary>
    Liaison,

    /// <summary>备用联络人.</summary>
    Deputy,
}

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

/// <summary>Addresses of recipients: what an inbox belongs to.</summary>
public static class Recipients
{
    /// <summary>联席会议办公室.</summary>
    public const string Office = "office";

    /// <summary>联席会议召集人.</summary>
    public const string Convenor = "convenor";

    /// <summary>督导工作组.</summary>
    public const string Group = "group";

    /// <summary>A unit's seat: <c>jiaoyu/liaison</c>.</summary>
    public static string Of(UnitId unit, SeatKind seat) => $"{unit}/{Name(seat)}";

    /// <summary>A seat's name in addresses.</summary>
    public static string Name(SeatKind seat) => seat switch
    {
        SeatKind.Leader => "leader",
        SeatKind.Liaison => "liaison",
        SeatKind.Deputy => "deputy",
        _ => throw new ArgumentOutOfRangeException(nameof(seat), seat, null),
    };
}
