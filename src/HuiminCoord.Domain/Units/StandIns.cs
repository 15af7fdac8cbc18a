using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Units;

/// <summary>Which seat of a unit is reached in the place of one that is vacant or away.</summary>
public static class StandIns
{
    /// <summary>The seat that stands for the liaison on a day: liaison, else deputy, else leader; null = nobody.</summary>
    /// <remarks>A leader's absence does not count here: then nobody would be reached at all.</remarks>
    /// <param name="seatOf">The unit's seats; null where one was never filled.</param>
    /// <param name="day">Asia/Shanghai.</param>
    public static SeatKind? OfLiaison(Func<SeatKind, Seat?> seatOf, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(seatOf);
        return seatOf(SeatKind.Liaison)?.PresentOn(day) == true ? SeatKind.Liaison
            : seatOf(SeatKind.Deputy)?.PresentOn(day) == true ? SeatKind.Deputy
            : seatOf(SeatKind.Leader)?.LivingOn(day) == true ? SeatKind.Leader
            : null;
    }
}
