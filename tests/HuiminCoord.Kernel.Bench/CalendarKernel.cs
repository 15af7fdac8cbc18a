using BenchmarkDotNet.Attributes;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Kernel.Bench;

/// <summary>Working days, through the week-long holiday of October 2020.</summary>
[MemoryDiagnoser]
public class CalendarKernel
{
    private readonly WorkingCalendar _calendar = Shipped.Calendars.AsKnownOn(new(2020, 9, 17));
    private readonly DateOnly _start = new(2020, 9, 17);
    private readonly DateOnly _end = new(2020, 10, 21);

    [Benchmark(Description = "AddWorkingDays, 20 days")]
    public DateOnly Add() => _calendar.AddWorkingDays(_start, 20);

    [Benchmark(Description = "WorkingDaysBetween, five weeks")]
    public int Between() => _calendar.WorkingDaysBetween(_start, _end);
}
