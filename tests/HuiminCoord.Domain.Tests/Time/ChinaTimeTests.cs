using HuiminCoord.Domain.Time;
using static HuiminCoord.Domain.Tests.Time.Shipped;

namespace HuiminCoord.Domain.Tests.Time;

/// <summary>Changes the zone of the whole process, so it runs while no other test does.</summary>
[CollectionDefinition(nameof(MachineZone), DisableParallelization = true)]
public sealed class MachineZone;

[Collection(nameof(MachineZone))]
public sealed class ChinaTimeTests
{
    [Theory]
    [InlineData("2020-09-17T15:59:59Z", "2020-09-17", "23:59:59")]
    [InlineData("2020-09-17T16:00:00Z", "2020-09-18", "00:00:00")]
    [InlineData("2020-09-17T05:00:00-11:00", "2020-09-18", "00:00:00")]
    [InlineData("2020-09-18T05:59:59+14:00", "2020-09-17", "23:59:59")]
    [InlineData("2021-07-01T09:00:00+08:00", "2021-07-01", "09:00:00")] // no summer time
    public void An_instant_has_one_date_and_time_however_it_is_written(string instant, string date, string time)
    {
        var at = DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(Day(date), ChinaTime.DateOf(at));
        Assert.Equal(TimeOnly.ParseExact(time, "HH:mm:ss"), ChinaTime.TimeOf(at));
        Assert.Equal(at, ChinaTime.At(Day(date), ChinaTime.TimeOf(at)));
    }

    [Fact]
    public void A_day_begins_at_0_00_and_ends_with_the_next_ones_beginning()
    {
        Assert.Equal(new DateTimeOffset(2020, 12, 30, 16, 0, 0, TimeSpan.Zero), ChinaTime.StartOf(Day("2020-12-31")));
        Assert.Equal(new DateTimeOffset(2020, 12, 31, 16, 0, 0, TimeSpan.Zero), ChinaTime.EndOf(Day("2020-12-31")));
        Assert.Equal(TimeSpan.FromHours(8), ChinaTime.EndOf(Day("2020-12-31")).Offset);
        Assert.Equal(Day("2021-01-01"), ChinaTime.DateOf(ChinaTime.EndOf(Day("2020-12-31"))));
    }

    [Theory]
    [InlineData("America/New_York", -5)]
    [InlineData("Pacific/Kiritimati", 14)]
    [InlineData("UTC", 0)]
    public void The_machines_zone_changes_nothing(string zone, int hours) => InZone(zone, () =>
    {
        // Without zone data the machine stays in UTC; the rest is asserted all the same.
        var expected = TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? hours : 0;
        Assert.Equal(TimeSpan.FromHours(expected), TimeZoneInfo.Local.BaseUtcOffset);

        var deadline = Deadlines.WorkingDays(Day("2020-09-17"), 20, National.AsKnownAt(DateTimeOffset.Parse("2020-09-16T16:00:00Z", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(Day("2020-10-21"), deadline.Due);
        Assert.Equal(new DateTimeOffset(2020, 10, 21, 16, 0, 0, TimeSpan.Zero), deadline.EndsAt);
        Assert.Equal(TimeSpan.FromHours(8), deadline.EndsAt.Offset);
        Assert.Equal(new TimeOnly(9, 0), ChinaTime.TimeOf(ChinaTime.At(Day("2020-03-08"), new TimeOnly(9, 0))));
        Assert.Equal(Day("2020-09-17"), ChinaTime.DateOf(new DateTimeOffset(2020, 9, 16, 16, 0, 0, TimeSpan.Zero)));
    });

    private static void InZone(string zone, Action check)
    {
        var before = Environment.GetEnvironmentVariable("TZ");
        try
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
            check();
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", before);
            TimeZoneInfo.ClearCachedData();
        }
    }
}
