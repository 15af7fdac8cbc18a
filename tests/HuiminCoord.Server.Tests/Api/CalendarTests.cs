namespace HuiminCoord.Server.Tests.Api;

public sealed class CalendarTests(ServerFixture fixture)
{
    private TestServer Server => fixture.Server;

    [Theory]
    [InlineData("from=2020-09-17&workdays=20", "2020-10-21", false)]
    [InlineData("from=2020-09-17&days=90", "2020-12-16", false)]
    [InlineData("from=2020-09-17&days=10&roll=keep", "2020-09-27", false)]
    [InlineData("from=2020-12-20&workdays=20&asKnownOn=2020-11-20", "2021-01-15", true)]
    [InlineData("from=2020-12-20&workdays=20&asKnownOn=2020-11-25", "2021-01-18", false)]
    public async Task A_deadline_is_computed_by_what_was_known(string question, string due, bool provisional)
    {
        var deadline = await Server.Get($"/api/v1/calendar/deadline?{question}");
        Assert.Equal((due, provisional), ((string)deadline["due"]!, (bool)deadline["provisional"]!));
    }

    [Theory]
    [InlineData("2020-09-27", true, "国庆节、中秋节")]
    [InlineData("2020-10-08", false, "国庆节、中秋节")]
    [InlineData("2020-09-19", false, null)]
    public async Task A_day_names_the_paper_that_decides_it(string day, bool works, string? festival)
    {
        var shown = await Server.Get($"/api/v1/calendar/days/{day}");
        Assert.Equal(works, (bool)shown["works"]!);
        Assert.Equal(festival is null, shown["festival"] is null);
    }

    [Theory]
    [InlineData("deadline?from=2020-09-17", 422, "deadline.length-needed")]
    [InlineData("deadline?from=2020-09-17&workdays=1&days=1", 422, "deadline.length-needed")]
    [InlineData("deadline?from=2020-09-17&workdays=0", 422, "request.invalid")]
    [InlineData("deadline?from=2020-09-31&workdays=1", 400, "request.malformed")]
    [InlineData("deadline?from=09/10/2020&workdays=1", 400, "date.malformed")]
    [InlineData("deadline?workdays=1", 400, "request.malformed")]
    [InlineData("deadline?from=2020-09-17&days=5&roll=Keep", 400, "request.malformed")]
    [InlineData("deadline?from=2020-09-17&workdays=5&region=nm", 400, "request.malformed")]
    [InlineData("deadline?from=9999-12-30&workdays=5", 422, "date.out-of-range")]
    [InlineData("days/0001-01-01?region=150103", 200, null)]
    [InlineData("days/2020-9-1", 400, "date.malformed")]
    [InlineData("days/tomorrow", 400, "request.malformed")]
    public async Task A_question_without_an_answer_is_refused(string question, int status, string? code)
    {
        var (answered, problem) = await Server.Refused($"/api/v1/calendar/{question}");
        Assert.Equal((status, code), (answered, (string?)problem["code"]));
    }
}
