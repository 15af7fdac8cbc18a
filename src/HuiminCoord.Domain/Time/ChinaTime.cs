namespace HuiminCoord.Domain.Time;

/// <summary>Civil time of Asia/Shanghai, the only zone in which a date of this system means anything.</summary>
/// <remarks>
/// A fixed +08:00 instead of a zone lookup: the whole country keeps one zone and has not changed its clocks since
/// 1991, so the offset is exact for every campaign, and the answer cannot depend on the machine's own zone or on
/// whether zone data is installed. Instants before 1992 are outside what this type is for.
/// </remarks>
public static class ChinaTime
{
    /// <summary>Distance from UTC: eight hours, all year.</summary>
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(8);

    /// <summary>The Shanghai date on which <paramref name="instant"/> falls, whatever offset it is written with.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The Shanghai wall-clock time of <paramref name="instant"/>.</summary>
    public static TimeOnly TimeOf(DateTimeOffset instant) => TimeOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The instant at which a Shanghai clock shows this date and time, written with offset +08:00.</summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly time) => new(date.ToDateTime(time), Offset);

    /// <summary>00:00 Shanghai, the first instant of the day.</summary>
    public static DateTimeOffset StartOf(DateOnly date) => At(date, TimeOnly.MinValue);

    /// <summary>24:00 Shanghai, which is the next day's 00:00: the first instant that no longer belongs to the day.</summary>
    public static DateTimeOffset EndOf(DateOnly date) => StartOf(date.AddDays(1));
}
