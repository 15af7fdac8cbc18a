using HuiminCoord.Domain.Time;
using static HuiminCoord.Domain.Tests.Time.Shipped;

namespace HuiminCoord.Domain.Tests.Time;

/// <summary>One paper or layer as a document of its own, and the table that it is added to.</summary>
public sealed class ImportedPaperTests
{
    private static readonly DateOnly Before = Day("2020-11-24");
    private static readonly CalendarPaper Paper = Table.Find("2021-1")!;

    [Fact]
    public void A_paper_that_is_printed_can_be_read_again()
    {
        var read = CalendarPaper.Parse(Paper.Json);

        Assert.Equal(("2021-1", null, Day("2020-11-25"), Paper.Json), (read.Id, read.Region, read.PublishedOn, read.Json));
    }

    [Fact]
    public void White_space_and_order_make_no_other_paper()
    {
        var text = """{"layer":{"name":"回民区","region":"150103","publishedOn":"2021-05-01","note":"","festivals":[{"rest":["2021-05-13"],"name":"节"}]},"schema":"huimin-workdays/1"}""";
        var same = """{ "schema": "huimin-workdays/1", "layer": { "region": "150103", "name": "回民区", "publishedOn": "2021-05-01", "note": "", "festivals": [ { "name": "节", "rest": ["2021-05-13"] } ] } }""";

        Assert.Equal(CalendarPaper.Parse(text).Json, CalendarPaper.Parse(same).Json);
        Assert.Equal("150103-20210501", CalendarPaper.Parse(text).Id);
    }

    [Theory]
    [InlineData("2020-11-25T00:00:00", "2020-11-25T00:00:00")]
    [InlineData("2020-11-25T10:00:00", "2020-11-25T10:00:00")]
    [InlineData("2021-01-07T10:00:00", "2021-01-07T10:00:00")]
    public void An_imported_paper_counts_from_its_instant_and_not_before(string known, string instant)
    {
        var calendars = new WorkingCalendars(Imported(known));
        var at = DateTimeOffset.Parse(instant + "+08:00", null);

        Assert.False(calendars.AsKnownAt(at.AddTicks(-1)).IsWorkingDay(Day("2021-02-07")));
        Assert.True(calendars.AsKnownAt(at).IsWorkingDay(Day("2021-02-07")));
        Assert.Equal(at, calendars.AsKnownAt(at.AddTicks(-1)).NextRevision);
        Assert.Equal(("2021-1", "why"), (calendars.AsKnownAt(at).LatestPaper, calendars.AsKnownAt(at).LatestReason));
        Assert.True(calendars.AsKnownOn(ChinaTime.DateOf(at)).IsWorkingDay(Day("2021-02-07")));
    }

    [Fact]
    public void Known_from_its_publication_it_is_the_shipped_table()
    {
        var (shipped, imported) = (new WorkingCalendars(Table.UntilPublished(Day("2020-11-25"))), new WorkingCalendars(Imported("2020-11-25T00:00:00")));

        for (var day = Day("2020-11-20"); day < Day("2021-12-31"); day = day.AddDays(1))
        {
            Assert.Equal(shipped.Latest.IsWorkingDay(day), imported.Latest.IsWorkingDay(day));
            Assert.Equal(shipped.AsKnownOn(Before).IsProvisional(day), imported.AsKnownOn(Before).IsProvisional(day));
        }
    }

    [Theory]
    [InlineData("2022-1", CalendarProblem.YearMissing)]
    [InlineData("2020-2", null)]
    public void A_year_between_must_have_its_paper(string id, CalendarProblem? problem)
    {
        var table = Table.UntilPublished(Before);
        var refused = Record.Exception(() => table.With([new(Table.Find(id)!, ChinaTime.StartOf(Before), "")])) as CalendarFormatException;

        Assert.Equal(problem, refused?.Problem);
    }

    [Theory]
    [InlineData("\"2021-1\"", "\"2021-2\"", CalendarProblem.DayDecidedTwice)]
    [InlineData("2021-10-01/2021-10-07", "2022-10-01/2022-10-07", CalendarProblem.DayOutsideYear)]
    [InlineData("\"year\": 2021", "\"year\": 2022", CalendarProblem.Invalid)]
    public void What_does_not_go_together_is_refused_with_its_kind(string old, string replacement, CalendarProblem problem)
    {
        var paper = CalendarPaper.Parse(Documents.With(Paper.Json, old, replacement));
        var table = problem == CalendarProblem.DayDecidedTwice ? Table : Table.UntilPublished(Before);

        Assert.Equal(problem, Assert.Throws<CalendarFormatException>(() => table.With([new(paper, ChinaTime.StartOf(Before), "")])).Problem);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"schema":"huimin-workdays/1"}""")]
    [InlineData("""{"schema":"huimin-workdays/2","paper":null}""")]
    [InlineData("""{"schema":"huimin-workdays/1","paper":{"id":"2021-1;drop","year":2021,"publishedOn":"2020-11-25","url":"http://a","festivals":[]}}""")]
    [InlineData("""{"schema":"huimin-workdays/1","paper":{"id":"2021-1","year":2021,"publishedOn":"2020-11-25","url":"http://a","festivals":[{"name":"节","wrok":["2021-02-07"]}]}}""")]
    public void What_is_no_paper_is_not_read(string text) => Assert.ThrowsAny<FormatException>(() => CalendarPaper.Parse(text));

    [Fact]
    public void A_paper_that_a_later_program_ships_too_keeps_the_instant_of_its_import()
    {
        var import = new ImportedPaper(Paper, DateTimeOffset.Parse("2021-01-07T10:00:00+08:00", null), "why");

        Assert.Equal(import.KnownFrom, Table.With([import]).Papers.Single(p => p.Id == "2021-1").KnownFrom);
    }

    private static HolidayTable Imported(string at) => Table.UntilPublished(Before).With([new(Paper, DateTimeOffset.Parse(at + "+08:00", null), "why")]);
}
