using HuiminCoord.Domain.Messages;
using static HuiminCoord.Domain.Tests.Time.Shipped;

namespace HuiminCoord.Domain.Tests.Messages;

/// <summary>Manner 2: today is not counted, the 办理日 is.</summary>
public sealed class CountdownTests
{
    [Theory]
    [InlineData("2020-09-28", "2020-09-24", "剩3个工作日（9月28日 周一 24时截止）")] // Friday, the worked Sunday, Monday
    [InlineData("2020-09-28", "2020-09-26", "剩2个工作日（9月28日 周一 24时截止）")] // from a Saturday of rest
    [InlineData("2020-09-28", "2020-09-27", "剩1个工作日（9月28日 周一 24时截止）")]
    [InlineData("2020-09-28", "2020-09-28", "今日截止")]
    [InlineData("2020-09-28", "2020-09-29", "已逾期1个工作日")]
    [InlineData("2020-09-28", "2020-09-30", "已逾期2个工作日")]
    [InlineData("2020-09-28", "2020-10-05", "已逾期2个工作日")] // the holiday does not count
    [InlineData("2020-09-28", "2020-10-10", "已逾期4个工作日")] // the worked Saturday does
    [InlineData("2021-02-28", "2021-02-22", "2月28日为休息日，请于2月26日（周五）下班前报送")]
    [InlineData("2021-02-28", "2021-02-26", "2月28日为休息日，请于2月26日（周五）下班前报送")]
    [InlineData("2021-02-28", "2021-02-27", "2月28日 周日 24时截止")]
    [InlineData("2021-02-28", "2021-02-28", "今日截止")]
    [InlineData("2021-02-27", "2021-02-28", "已逾期")] // no working day has passed, it is late all the same
    [InlineData("2021-02-28", "2021-03-01", "已逾期1个工作日")]
    [InlineData("2021-01-28", "2020-12-30", "剩20个工作日（2021年1月28日 周四 24时截止）")] // of another year than the message
    [InlineData("2021-01-28", "2021-01-04", "剩18个工作日（1月28日 周四 24时截止）")]
    [InlineData("2021-01-02", "2020-12-30", "2021年1月2日为休息日，请于12月31日（周四）下班前报送")]
    [InlineData("2021-01-02", "2021-01-01", "1月2日 周六 24时截止")]
    public void A_date_is_as_near_as_its_working_days(string due, string today, string words) =>
        Assert.Equal(words, DateWords.Countdown(Day(due), Day(today), National.Latest));

    [Fact]
    public void Dates_are_written_as_offices_write_them()
    {
        Assert.Equal("9月28日 周一", DateWords.DayAndWeekday(Day("2020-09-28"), Day("2020-01-01")));
        Assert.Equal("10月1日 周四", DateWords.DayAndWeekday(Day("2020-10-01"), Day("2020-12-31")));
        Assert.Equal("2021年1月5日 周二", DateWords.DayAndWeekday(Day("2021-01-05"), Day("2020-12-31")));
        Assert.Equal("2020年12月31日16:05", DateWords.Minute(new(2020, 12, 31, 8, 5, 0, TimeSpan.Zero), Day("2021-01-04")));
        Assert.Equal("周日", DateWords.Weekday(Day("2021-02-28")));
        Assert.Equal("9月28日00:05", DateWords.Minute(new(2020, 9, 27, 16, 5, 0, TimeSpan.Zero), Day("2020-09-28")));
    }
}
