using HuiminCoord.Domain.Rehearsing;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;

namespace HuiminCoord.Domain.Tests.Rehearsing;

public sealed class CourseTests
{
    private static readonly DateTimeOffset Start = At("2020-11-30 10:12");
    private static readonly Course Flowing = new(new Pace(60), false, null, Start, TimeSpan.FromSeconds(5));

    [Fact]
    public void A_day_passes_in_the_seconds_of_the_pace() =>
        Assert.Equal(Start.AddDays(2), Flowing.Reached(TimeSpan.FromSeconds(125)));

    [Fact]
    public void Another_pace_goes_on_from_the_present_instant()
    {
        var now = Start.AddDays(1);
        var slower = Flowing.AtPace(new Pace(600), now, TimeSpan.FromSeconds(65));

        Assert.Equal(now, slower.Reached(TimeSpan.FromSeconds(65)));
        Assert.Equal(now.AddDays(1), slower.Reached(TimeSpan.FromSeconds(665)));
    }

    [Fact]
    public void Paused_it_stands_still_and_what_was_missed_is_not_made_up_for()
    {
        var paused = Flowing.Pause(Start, TimeSpan.FromSeconds(5));
        var resumed = paused.Resume(Start, TimeSpan.FromHours(1));

        Assert.Equal(Start, paused.Reached(TimeSpan.FromDays(3)));
        Assert.Equal(Start, resumed.Reached(TimeSpan.FromHours(1)));
        Assert.Equal(Start.AddDays(1), resumed.Reached(TimeSpan.FromHours(1) + TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void Another_pace_does_not_wake_a_paused_one() => Assert.True(Flowing.Pause(Start, default).AtPace(new Pace(2), Start, default) is { Paused: true, Pace.SecondsPerDay: 2 });

    [Fact]
    public void A_run_reaches_the_beginning_of_its_day_at_once_and_a_pause_ends_it()
    {
        var running = Flowing.Pause(Start, default).Run(new(2020, 12, 4), Start, default);

        Assert.False(running.Paused);
        Assert.Equal(At("2020-12-04 00:00"), running.Reached(default));
        Assert.Equal((true, null), (running.Pause(Start, default).Paused, running.Pause(Start, default).RunsUntil));
        Assert.Null(running.Resume(Start, default).RunsUntil);
    }

    [Theory]
    [InlineData(2020, 11, 30, "rehearsal.day-passed")]
    [InlineData(2020, 11, 29, "rehearsal.day-passed")]
    [InlineData(2020, 12, 1, null)]
    public void A_run_goes_to_a_day_that_is_still_to_come(int year, int month, int day, string? code) =>
        Assert.Equal(code, Course.RefuseRun(new(year, month, day), Start)?.Code);

    [Theory]
    [InlineData(0.009, false)]
    [InlineData(0.01, true)]
    [InlineData(86400, true)]
    [InlineData(86401, false)]
    [InlineData(-1, false)]
    [InlineData(double.NaN, false)]
    [InlineData(double.PositiveInfinity, false)]
    public void A_pace_has_bounds(double seconds, bool possible) =>
        Assert.Equal(possible ? null : "rehearsal.pace-out-of-range", Pace.Refuse(seconds)?.Code);

    [Fact]
    public void Paces_that_are_offered_are_possible() => Assert.All(Pace.Choices, c => Assert.True(Pace.IsPossible(c)));
}
