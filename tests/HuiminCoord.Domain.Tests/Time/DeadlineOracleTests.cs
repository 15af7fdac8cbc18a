using HuiminCoord.Domain.Time;
using static HuiminCoord.Domain.Tests.Time.Shipped;

namespace HuiminCoord.Domain.Tests.Time;

/// <summary>Periods counted by hand on the State Council's papers, with what Monday–Friday counting makes of them.</summary>
public sealed class DeadlineOracleTests
{
    [Theory]
    [InlineData("2020-09-17", 20, "2020-10-21", "2020-10-15")] // National Day, 09-27 and 10-10 worked
    [InlineData("2020-10-01", 20, "2020-11-04", "2020-10-29")] // starts on a day of rest
    [InlineData("2020-12-03", 20, "2020-12-31", "2020-12-31")] // ends the day before the New Year rest; no trap for either
    [InlineData("2020-01-02", 20, "2020-02-06", "2020-01-30")] // the prolonged Spring Festival of 2020
    [InlineData("2020-01-23", 20, "2020-02-28", "2020-02-20")] // starts on the last working day before it
    [InlineData("2021-04-23", 20, "2021-05-24", "2021-05-21")] // Labour Day, 04-25 and 05-08 worked
    [InlineData("2025-01-10", 20, "2025-02-13", "2025-02-07")] // Spring Festival, 01-26 and 02-08 worked
    [InlineData("2026-02-06", 20, "2026-03-12", "2026-03-06")] // nine days of rest, 02-14 and 02-28 worked
    [InlineData("2020-09-29", 15, "2020-10-27", "2020-10-20")] // whether to file a case
    public void A_working_day_period_ends_where_the_papers_say_and_not_where_Monday_to_Friday_counting_does(string start, int n, string due, string mondayToFriday)
    {
        var deadline = Deadlines.WorkingDays(Day(start), n, National.Latest);

        Assert.Equal(Day(due), deadline.Due);
        Assert.Equal(Day(due), deadline.DoBy);
        Assert.False(deadline.Rolled);
        Assert.False(deadline.Provisional);
        Assert.Equal(ChinaTime.StartOf(Day(due).AddDays(1)), deadline.EndsAt);
        Assert.Equal(Day(mondayToFriday), NaiveCalendar.AddMondayToFriday(Day(start), n));
    }

    [Theory]
    [InlineData("2020-09-17", 90, "2020-12-16", "2020-12-16")] // a Wednesday
    [InlineData("2020-07-09", 90, "2020-10-07", "2020-10-09")] // ends inside National Day
    [InlineData("2020-11-13", 90, "2021-02-11", "2021-02-18")] // ends on the eve of the Spring Festival
    [InlineData("2020-10-28", 30, "2020-11-27", "2020-11-27")] // a Friday
    [InlineData("2020-09-20", 7, "2020-09-27", "2020-09-27")] // a Sunday that is worked
    public void A_natural_day_period_rolls_only_from_a_day_of_rest(string start, int n, string rawEnd, string due)
    {
        var deadline = Deadlines.NaturalDays(Day(start), n, RollRule.NextWorkingDay, National.Latest);

        Assert.Equal(Day(rawEnd), deadline.RawEnd);
        Assert.Equal(Day(due), deadline.Due);
        Assert.Equal(rawEnd != due, deadline.Rolled);
        Assert.Equal(Day(due), deadline.DoBy);
    }

    [Fact]
    public void The_case_that_seems_to_roll_on_a_Sunday_really_is_one()
    {
        Assert.Equal(DayOfWeek.Sunday, Day("2020-09-27").DayOfWeek);
        Assert.True(National.Latest.IsWorkingDay(Day("2020-09-27")));
    }

    [Fact]
    public void Twenty_working_days_from_the_notice_are_already_certain_on_the_day_of_the_notice()
    {
        var deadline = Deadlines.WorkingDays(Day("2020-09-17"), 20, KnownOn("2020-09-17"));

        Assert.Equal(Day("2020-10-21"), deadline.Due);
        Assert.False(deadline.Provisional);
        Assert.Equal(["2020-1"], deadline.Papers);
    }
}
