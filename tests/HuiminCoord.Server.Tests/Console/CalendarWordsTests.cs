using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Calendars;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Calendars;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Console.Calendars;
using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>How a year is laid out, and what pages say about a paper.</summary>
public sealed class CalendarWordsTests
{
    private static readonly PageWords Words = PageWords.In(Language.Chinese);

    private static WorkingCalendar Calendar => new WorkingCalendars(ShippedCalendars.HolidayTable).AsKnownOn(new(2020, 11, 30));

    [Theory]
    [InlineData(2019)]
    [InlineData(2020)]
    [InlineData(2021)]
    public void Every_day_of_a_year_stands_once_in_its_weekday(int year)
    {
        var months = YearOfDays.Of(year, Calendar, CalendarDues.None, CalendarMeetings.None, null);
        var days = months.SelectMany(m => m.Days).Select(d => d.Day).ToList();
        Assert.Equal(Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(i => new DateOnly(year, 1, 1).AddDays(i)), days);
        Assert.All(months.SelectMany(m => m.Weeks), week => Assert.Equal(7, week.Count));
        Assert.All(months.SelectMany(m => m.Weeks).SelectMany(w => w.Select((d, column) => (d, column))).Where(c => c.d is not null), c => Assert.Equal(c.column, ((int)c.d!.Day.DayOfWeek + 6) % 7));
    }

    [Fact]
    public void Days_that_are_arranged_on_end_are_one_run()
    {
        var months = YearOfDays.Of(2020, Calendar, CalendarDues.None, CalendarMeetings.None, null);
        Assert.Equal([(new DateOnly(2020, 10, 1), new DateOnly(2020, 10, 8))], YearOfDays.Runs(months[9], works: false).Select(r => (r.First, r.Last)));
        Assert.Equal([new DateOnly(2020, 9, 27)], YearOfDays.Runs(months[8], works: true).Select(r => r.First));
    }

    [Fact]
    public void What_a_sketch_says_stands_beside_what_holds()
    {
        var proposal = PaperProposal.Begin(true, TestServer.Plan, 2021);
        proposal.Mark(new(2021, 3, 9));
        var day = YearOfDays.Of(2021, Calendar, CalendarDues.None, CalendarMeetings.None, proposal.Sketch)[2].Days.Single(d => d.Day.Day == 9);
        Assert.Equal((true, false), (day.Works, day.Sketched!.Works));
        Assert.Equal(new DateOnly(2021, 3, 9), proposal.FirstDay);
    }

    [Fact]
    public void A_file_is_imported_as_it_came_until_something_is_changed()
    {
        var json = """{ "schema":"huimin-workdays/1","layer": {"region":"150103","name":"回民区","publishedOn":"2020-12-08","note":"","document":"回政办字〔2020〕60号","festivals":[{"name":"地方节日","rest":["2020-12-28","2020-12-29"] } ] } }""";
        var proposal = PaperProposal.From(json);
        proposal.Sketch.Reason = "示例";
        Assert.Equal(json, proposal.Json());
        proposal.Mark(new(2020, 12, 29));
        Assert.Equal(["2020-12-28"], PaperSketches.Of(CalendarPaper.Parse(proposal.Json())).Festivals[0].Rest.Select(d => d.ToString("O")));
    }

    [Fact]
    public void Dates_meetings_and_reminders_are_counted_apart_and_units_alike_stand_together()
    {
        var view = new PaperPreviewView(
            "150103-20201208", false, ChinaTime.At(new(2020, 12, 10), new(10, 0)), 1, new(2, 1), new(0, 0), new(3), new(4, 5, 6), true,
            [Shift("jiaoyu", "教育局", "t-1"), Shift("minzheng", "民政局", "t-1"), Shift("nongmu", "农牧局", "plus-2")]);
        var forecast = new PaperForecasts(Words).Of(view);
        Assert.Equal(["报送时限：办理日变动2项，暂定转为确定1项", "会议：0场将落在休息日，须另行改期", "提醒：变动3条", "尚未开始的事项：办理日变动4项，转为确定5项，提醒变动6条"], forecast.Totals.Take(4));
        Assert.Equal(["教育局、民政局", "农牧局"], forecast.Lines.Select(l => l.Units));
        Assert.Equal(("2020年12月28日 周一（暂定）", "2020年12月25日 周五"), (forecast.Lines[0].Before, forecast.Lines[0].After));
        Assert.Equal("前1个工作日：2020-12-25 09:00 → 2020-12-24 09:00", Assert.Single(forecast.Lines[0].Steps));
    }

    [Theory]
    [InlineData("t-15.1", "前15个工作日")]
    [InlineData("due-15", "办理日")]
    [InlineData("issue", "印发时")]
    [InlineData("plus-3", "后3个工作日")]
    [InlineData("weekly-1", "weekly-1")]
    [InlineData("duet", "duet")]
    public void Reminders_are_said_by_their_moments(string rung, string said)
    {
        var view = new PaperPreviewView("x", false, null, 1, new(0, 0), new(0, 0), new(1), new(0, 0, 0), true, [Shift("jiaoyu", "教育局", rung)]);
        Assert.StartsWith($"{said}：", Assert.Single(new PaperForecasts(Words).Of(view).Lines[0].Steps), StringComparison.Ordinal);
    }

    private static ShiftView Shift(string unit, string name, string rung) => new(
        TestServer.Campaign, unit, name, "monthly-2020-12", "2020年12月小结和统计表", true, new(2020, 12, 28), new(new(2020, 12, 28), true), new(new(2020, 12, 25), false), "150103-20201208",
        [new MovedStepView(rung, ChinaTime.At(new(2020, 12, 25), new(9, 0)), ChinaTime.At(new(2020, 12, 24), new(9, 0)))]);
}
