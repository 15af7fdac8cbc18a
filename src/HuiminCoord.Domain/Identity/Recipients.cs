namespace HuiminCoord.Domain.Identity;

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
