using HuiminCoord.Domain.Time;
using static HuiminCoord.Domain.Tests.Time.Shipped;

namespace HuiminCoord.Domain.Tests.Time;

public sealed class DeadlineTests
{
    [Fact]
    public void A_fixed_date_on_a_Sunday_stays_and_is_done_by_the_Friday()
    {
        var deadline = Deadlines.Fixed(Day("2021-02-28"), National.Latest);

        Assert.Equal(Day("2021-02-28"), deadline.Due);
        Assert.Equal(Day("2021-02-26"), deadline.DoBy);
        Assert.False(deadline.Rolled);
        Assert.Equal(ChinaTime.StartOf(Day("2021-03-01")), deadline.EndsAt);
    }

    [Fact]
    public void A_paper_that_only_moved_the_day_it_can_be_done_is_named_too()
    {
        var saturday = Deadlines.Fixed(Day("2019-04-06"), National.Latest);

        Assert.Null(National.Latest.PaperOf(saturday.Due));
        Assert.Equal(Day("2019-04-04"), saturday.DoBy); // Friday the 5th is Qingming
        Assert.Equal(["2019-1"], saturday.Papers);
    }

    [Theory]
    [InlineData(RollRule.Keep, "2020-10-03", false)]
    [InlineData(RollRule.NextWorkingDay, "2020-10-09", true)]
    [InlineData(RollRule.PreviousWorkingDay, "2020-09-30", true)]
    public void A_roll_rule_moves_a_date_inside_a_holiday(RollRule roll, string due, bool rolled)
    {
        var deadline = Deadlines.Fixed(Day("2020-10-03"), National.Latest, roll);

        Assert.Equal(Day(due), deadline.Due);
        Assert.Equal(rolled, deadline.Rolled);
        Assert.Equal(Day("2020-10-03"), deadline.RawEnd);
        Assert.Equal(["2020-1"], deadline.Papers);
    }

    [Fact]
    public void The_close_of_business_ends_the_last_day_early()
    {
        var usual = Deadlines.Fixed(Day("2020-12-03"), National.Latest, cutoff: DayCutoff.CloseOfBusiness);
        var stated = Deadlines.WorkingDays(Day("2020-12-02"), 1, National.Latest, DayCutoff.CloseOfBusiness, new TimeOnly(18, 0));

        Assert.Equal(new DateTimeOffset(2020, 12, 3, 17, 30, 0, TimeSpan.FromHours(8)), usual.EndsAt);
        Assert.Equal(new DateTimeOffset(2020, 12, 3, 18, 0, 0, TimeSpan.FromHours(8)), stated.EndsAt);
    }

    [Fact]
    public void The_end_is_exclusive()
    {
        var deadline = Deadlines.Fixed(Day("2020-12-03"), National.Latest);

        Assert.False(deadline.IsPastAt(new DateTimeOffset(2020, 12, 3, 23, 59, 59, TimeSpan.FromHours(8))));
        Assert.True(deadline.IsPastAt(new DateTimeOffset(2020, 12, 3, 16, 0, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("2020-09-17", "2020-12-25", false)]
    [InlineData("2020-09-17", "2020-12-28", true)]
    [InlineData("2020-11-25", "2020-12-28", false)]
    public void A_fixed_date_is_provisional_while_its_week_may_still_change(string knownOn, string date, bool provisional) =>
        Assert.Equal(provisional, Deadlines.Fixed(Day(date), KnownOn(knownOn)).Provisional);

    [Theory]
    [InlineData(79, "2020-12-25", false)] // the last day that is arranged for certain
    [InlineData(80, "2020-12-28", true)]
    public void A_count_that_crosses_into_unarranged_days_is_provisional(int n, string due, bool provisional)
    {
        var deadline = Deadlines.WorkingDays(Day("2020-09-01"), n, KnownOn("2020-09-01"));

        Assert.Equal(Day(due), deadline.Due);
        Assert.Equal(provisional, deadline.Provisional);
    }

    [Fact]
    public void A_roll_into_unarranged_days_makes_the_result_provisional()
    {
        // Known in autumn 2021 before the paper of 2022: Saturday 2021-12-25 is arranged, the Monday after is not.
        var deadline = Deadlines.NaturalDays(Day("2021-12-20"), 5, RollRule.NextWorkingDay, KnownOn("2021-10-01"));

        Assert.Equal(Day("2021-12-25"), deadline.RawEnd);
        Assert.Equal(Day("2021-12-27"), deadline.Due);
        Assert.True(deadline.Provisional);
        Assert.False(Deadlines.NaturalDays(Day("2021-12-20"), 5, RollRule.Keep, KnownOn("2021-10-01")).Provisional);
    }

    [Theory]
    [InlineData("2021-01-31", 1, "2021-02-28", "2021-03-01")] // no such day: the month's last, a Sunday
    [InlineData("2020-09-17", 3, "2020-12-17", "2020-12-17")]
    public void Months_end_on_the_day_of_the_same_number_or_the_last(string start, int months, string rawEnd, string due)
    {
        var deadline = Deadlines.Months(Day(start), months, RollRule.NextWorkingDay, National.Latest);

        Assert.Equal(Day(rawEnd), deadline.RawEnd);
        Assert.Equal(Day(due), deadline.Due);
    }

    [Fact]
    public void A_year_from_a_leap_day_ends_on_the_28th() =>
        Assert.Equal(Day("2021-02-28"), Deadlines.Years(Day("2020-02-29"), 1, RollRule.Keep, National.Latest).Due);

    [Theory]
    [InlineData("2020-09-30T17:00:00+08:00", 24, "2020-10-01", "2020-09-30")] // hours run through a holiday
    [InlineData("2020-09-17T00:00:00+08:00", 24, "2020-09-17", "2020-09-17")] // ends at 24:00, not on the next day
    [InlineData("2020-09-17T16:00:01Z", 24, "2020-09-19", "2020-09-18")]
    public void Hours_run_by_the_clock(string start, int hours, string due, string doBy)
    {
        var from = DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture);
        var deadline = Deadlines.Hours(from, hours, National.Latest);

        Assert.Equal(from.AddHours(hours), deadline.EndsAt);
        Assert.Equal(TimeSpan.FromHours(8), deadline.EndsAt.Offset);
        Assert.Equal(Day(due), deadline.Due);
        Assert.Equal(Day(doBy), deadline.DoBy);
    }

    [Fact]
    public void Two_deadlines_of_equal_content_are_equal()
    {
        var one = Deadlines.WorkingDays(Day("2020-09-17"), 20, KnownOn("2020-09-17"));
        var same = Deadlines.WorkingDays(Day("2020-09-17"), 20, KnownOn("2020-12-01"));

        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, one with { Papers = ["2020-2"] });
        Assert.NotEqual(one, one with { Provisional = true });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_period_without_length_is_refused(int n)
    {
        var (day, calendar) = (Day("2020-09-17"), National.Latest);

        Assert.Throws<ArgumentOutOfRangeException>(() => Deadlines.WorkingDays(day, n, calendar));
        Assert.Throws<ArgumentOutOfRangeException>(() => Deadlines.NaturalDays(day, n, RollRule.Keep, calendar));
        Assert.Throws<ArgumentOutOfRangeException>(() => Deadlines.Months(day, n, RollRule.Keep, calendar));
        Assert.Throws<ArgumentOutOfRangeException>(() => Deadlines.Years(day, n, RollRule.Keep, calendar));
        Assert.Throws<ArgumentOutOfRangeException>(() => Deadlines.Hours(ChinaTime.StartOf(day), n, calendar));
    }

    [Fact]
    public void An_unknown_roll_rule_or_cutoff_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Deadlines.Fixed(Day("2020-09-17"), National.Latest, (RollRule)9));
        Assert.Throws<ArgumentOutOfRangeException>(() => Deadlines.Fixed(Day("2020-09-17"), National.Latest, cutoff: (DayCutoff)9));
    }
}
