using HuiminCoord.Server.Console.Calendars;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>What an address asks a schedule for.</summary>
public sealed class ScheduleSpanTests
{
    private static readonly DateOnly Today = new(2020, 11, 30);

    [Theory]
    [InlineData(null, null, "2020-11-01", "2020-11-30")]
    [InlineData("2020-12", null, "2020-12-01", "2020-12-31")]
    [InlineData("2021-02", null, "2021-02-01", "2021-02-28")]
    [InlineData(null, "2020-11-25", "2020-11-23", "2020-11-29")]
    [InlineData(null, "2020-12-31", "2020-12-28", "2021-01-03")]
    [InlineData("2020-12", "2020-11-23", "2020-11-23", "2020-11-29")]
    [InlineData("0001-01", null, "2020-11-01", "2020-11-30")]
    [InlineData("9999-12", "9999-12-31", "2020-11-01", "2020-11-30")]
    [InlineData("2020-13", "2020-02-30", "2020-11-01", "2020-11-30")]
    [InlineData("<script>", "今天", "2020-11-01", "2020-11-30")]
    public void An_address_names_a_month_or_a_week(string? month, string? week, string from, string to)
    {
        var span = ScheduleSpan.Of(month, week, Today, 2019, 2022);
        Assert.Equal((from, to), (span.From.ToString("O"), span.To.ToString("O")));
        Assert.Equal(span.To.DayNumber - span.From.DayNumber + 1, span.Days.Count());
        Assert.Equal(span, ScheduleSpan.Of(Query(span, "month"), Query(span, "week"), Today, 2019, 2022));
    }

    [Fact]
    public void One_leads_to_the_next_and_back()
    {
        var month = ScheduleSpan.Of("2021-01", null, Today, 2019, 2022);
        Assert.Equal(("/schedule?month=2020-12", "/schedule?month=2021-02"), (month.Previous.Path, month.Next.Path));
        Assert.Equal("/schedule?week=2020-12-28", month.Week(Today).Path);
        var week = month.Week(new(2021, 1, 20));
        Assert.Equal(("/schedule?week=2021-01-18", "/schedule?week=2021-01-11", "/schedule?month=2021-01"), (week.Path, week.Previous.Path, week.Month.Path));
        Assert.Equal("/schedule?week=2020-11-30", week.Around(Today).Path);
        Assert.False(ScheduleSpan.Of("2019-01", null, Today, 2019, 2022).Previous.Touches(2019, 2022));
        Assert.True(ScheduleSpan.Of(null, "2019-01-01", Today, 2019, 2022).Touches(2019, 2022));
    }

    private static string? Query(ScheduleSpan span, string name) => span.Path.Split('?')[1].Split('=') is [var key, var value] && key == name ? value : null;
}
