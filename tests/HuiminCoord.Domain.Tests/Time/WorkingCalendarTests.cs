using static HuiminCoord.Domain.Tests.Time.Shipped;

namespace HuiminCoord.Domain.Tests.Time;

public sealed class WorkingCalendarTests
{
    [Theory]
    [InlineData("2020-09-27", true, "2020-1")] // Sunday worked in exchange
    [InlineData("2020-10-08", false, "2020-1")] // Thursday of rest
    [InlineData("2020-09-17", true, null)]
    [InlineData("2020-09-19", false, null)]
    [InlineData("2020-02-01", false, "2020-2")] // Saturday the first paper had worked
    [InlineData("2018-12-29", true, "2019-1")] // a paper reaches back into the year before
    [InlineData("2022-12-31", false, "2023-1")]
    [InlineData("2035-07-02", true, null)] // a Monday far behind the table
    [InlineData("2035-07-01", false, null)]
    public void A_day_is_decided_by_its_paper_or_by_Monday_to_Friday(string day, bool works, string? paper)
    {
        Assert.Equal(works, National.Latest.IsWorkingDay(Day(day)));
        Assert.Equal(paper, National.Latest.PaperOf(Day(day)));
    }

    [Fact]
    public void A_decided_day_names_its_festival()
    {
        Assert.Equal("国庆节、中秋节", National.Latest.FestivalOf(Day("2020-10-05"))?.Name);
        Assert.Null(National.Latest.FestivalOf(Day("2020-10-11")));
    }

    [Theory]
    [InlineData(2019, 250)]
    [InlineData(2020, 249)] // 251 before the emergency paper took 01-31 and 02-01
    [InlineData(2021, 250)]
    [InlineData(2022, 249)]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void A_year_has_the_number_of_working_days_its_papers_leave(int year, int workingDays) =>
        Assert.Equal(workingDays, National.Latest.WorkingDaysBetween(new DateOnly(year - 1, 12, 31), new DateOnly(year, 12, 31)));

    [Theory]
    [InlineData("2020-10-09", true)] // after eight days of rest
    [InlineData("2020-09-28", false)] // after a worked Sunday
    [InlineData("2020-09-21", false)] // after a weekend
    [InlineData("2020-04-07", true)] // after three days
    [InlineData("2020-10-08", false)] // itself a day of rest, at the end of a long run
    [InlineData("2020-10-10", false)] // second working day after the run
    public void The_first_working_day_after_three_days_of_rest_follows_a_long_rest(string day, bool follows) =>
        Assert.Equal(follows, National.Latest.FollowsLongRest(Day(day)));

    [Theory]
    [InlineData("2020-09-21", 2, true)]
    [InlineData("2020-04-07", 4, false)]
    [InlineData("2020-10-09", 8, true)]
    [InlineData("2020-10-09", 9, false)]
    public void What_counts_as_long_is_the_callers_choice(string day, int minimumRestDays, bool follows) =>
        Assert.Equal(follows, National.Latest.FollowsLongRest(Day(day), minimumRestDays));

    [Fact]
    public void February_28_of_2021_is_a_Sunday_and_is_done_by_the_Friday_before()
    {
        Assert.Equal(DayOfWeek.Sunday, Day("2021-02-28").DayOfWeek);
        Assert.Equal(Day("2021-02-26"), National.Latest.DoBy(Day("2021-02-28")));
    }

    [Theory]
    [InlineData("2020-09-28", "2020-09-28", "2020-09-28")]
    [InlineData("2020-10-03", "2020-09-30", "2020-10-09")]
    [InlineData("2020-10-11", "2020-10-10", "2020-10-12")] // the Saturday before is worked
    public void A_day_of_rest_is_moved_to_the_nearest_working_day_on_either_side(string day, string before, string after)
    {
        Assert.Equal(Day(before), National.Latest.DoBy(Day(day)));
        Assert.Equal(Day(after), National.Latest.RollForward(Day(day)));
    }

    [Theory]
    [InlineData("2020-09-30", "2020-10-09", 1)]
    [InlineData("2020-09-30", "2020-10-08", 0)]
    [InlineData("2020-09-26", "2020-09-27", 1)]
    [InlineData("2020-10-09", "2020-10-09", 0)]
    [InlineData("2020-10-09", "2020-09-01", 0)]
    public void Counting_between_leaves_out_the_first_day_and_includes_the_last(string after, string through, int count) =>
        Assert.Equal(count, National.Latest.WorkingDaysBetween(Day(after), Day(through)));

    [Fact]
    public void Zero_working_days_after_a_day_has_no_answer() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => National.Latest.AddWorkingDays(Day("2020-09-17"), 0));

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void Counting_out_of_the_calendar_is_refused_instead_of_wrapping(int n) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => National.Latest.AddWorkingDays(Day("2020-09-17"), n));

    [Fact]
    public void No_rest_of_less_than_a_day_is_long() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => National.Latest.FollowsLongRest(Day("2020-10-09"), 0));
}
