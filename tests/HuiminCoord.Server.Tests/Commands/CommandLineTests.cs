using System.Text.Json;

namespace HuiminCoord.Server.Tests.Commands;

/// <summary>The commands as people and scripts call them.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("huimin-cli-").FullName;

    [Fact]
    public async Task Twenty_working_days_from_the_notice_end_after_the_holiday()
    {
        var (code, lines, _) = await ServerProcess.Run(_directory, "deadline", "2020-09-17", "--workdays", "20", "--json");

        var deadline = JsonDocument.Parse(Assert.Single(lines)).RootElement;
        Assert.Equal(0, code);
        Assert.Equal("2020-10-21", deadline.GetProperty("due").GetString());
        Assert.False(deadline.GetProperty("provisional").GetBoolean());
    }

    [Fact]
    public async Task A_date_beyond_the_known_papers_is_provisional()
    {
        var (_, lines, _) = await ServerProcess.Run(_directory, "deadline", "2020-12-20", "--days", "30", "--as-known-on", "2020-10-01", "--json");

        Assert.True(JsonDocument.Parse(Assert.Single(lines)).RootElement.GetProperty("provisional").GetBoolean());
    }

    [Fact]
    public async Task Hubei_worked_later_in_February_2020()
    {
        var (_, lines, _) = await ServerProcess.Run(_directory, "deadline", "2020-01-23", "--workdays", "5", "--region", "420100", "--json");

        Assert.Equal("2020-02-20", JsonDocument.Parse(Assert.Single(lines)).RootElement.GetProperty("due").GetString());
    }

    [Theory]
    [InlineData("deadline", "2020-09-31", "--workdays", "5")]
    [InlineData("deadline", "2020-09-17", "--workdays", "5", "--days", "5")]
    [InlineData("deadline", "2020-09-17", "--workdays", "0")]
    [InlineData("deadline", "2020-09-17", "--workdays", "5", "--region", "HB")]
    [InlineData("serve", "--urls", "http://0.0.0.0:5080")]
    [InlineData("serve", "--live", "--rehearsal", "2020-09-17")]
    [InlineData("serve", "--live", "--paused")]
    [InlineData("serve", "--pace", "0")]
    [InlineData("watch", "--seat", "nobody")]
    [InlineData("march")]
    [InlineData("deadline", "2020-09-17", "--workdays", "abc")]
    [InlineData("deadline", "9999-12-31", "--days", "1")]
    [InlineData("serve", "--pace", "abc")]
    [InlineData("rehearse", "--until", "9999-12-31")]
    [InlineData("rehearse", "--papers-until", "2020-13-01")]
    [InlineData("calendar", "import", "paper.json")]
    public async Task A_wrong_command_line_ends_with_2_and_says_why(params string[] arguments)
    {
        var (code, _, errors) = await ServerProcess.Run(_directory, arguments);

        Assert.Equal(2, code);
        Assert.NotEmpty(errors);
    }

    [Fact]
    public async Task A_paper_is_printed_in_the_form_in_which_it_is_imported()
    {
        var (code, lines, _) = await ServerProcess.Run(_directory, "calendar", "paper", "2021-1");

        Assert.Equal((0, "2021-1"), (code, HuiminCoord.Domain.Time.CalendarPaper.Parse(string.Join('\n', lines)).Id));
    }

    [Theory]
    [InlineData("calendar", "paper", "2031-1")]
    [InlineData("calendar", "preview", "nowhere.json")]
    [InlineData("calendar", "import", "bad.json", "--reason", "放假安排已公布")]
    [InlineData("calendar", "preview", "good.json", "--url", "http://127.0.0.1:1")]
    [InlineData("rehearse", "--acts", "bad.json")]
    [InlineData("rehearse", "--papers-until", "2010-01-01")]
    [InlineData("rehearse", "--papers-until", "2020-11-24", "--acts", "early.json")]
    public async Task What_cannot_be_done_with_papers_ends_with_1_and_a_sentence(params string[] arguments)
    {
        await File.WriteAllTextAsync(Path.Combine(_directory, "bad.json"), "{}", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_directory, "early.json"), """{"acts":[{"at":"2020-09-17T10:00","import":{"shipped":"2021-1","reason":"尚未公布"}}]}""", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_directory, "good.json"), HuiminCoord.Grains.Calendars.ShippedCalendars.HolidayTable.Find("2021-1")!.Json, TestContext.Current.CancellationToken);

        var (code, _, errors) = await ServerProcess.Run(_directory, arguments);

        Assert.Equal(1, code);
        Assert.DoesNotContain("   at ", Assert.Single(errors, e => e.Length > 0), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_plan_is_refused_with_every_problem_at_its_place()
    {
        var file = Path.Combine(_directory, "broken.json");
        var text = HuiminCoord.Server.Commands.PlanFile.Shipped().Json
            .Replace("\"2020-12-03\"", "\"2022-12-03\"", StringComparison.Ordinal)
            .Replace("\"id\": \"minzheng\"", "\"id\": \"jiaoyu\"", StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);

        var (code, lines, errors) = await ServerProcess.Run(_directory, "plan", "check", "broken.json");

        Assert.Equal(1, code);
        Assert.True(lines.Count >= 2, string.Join('\n', lines));
        Assert.All(lines, l => Assert.Matches(@"^broken\.json:\d+:\d+: ", l));
        Assert.Contains(errors, e => e.Contains("problem(s)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_rung_that_never_fires_is_found()
    {
        var file = Path.Combine(_directory, "early.json");
        var text = HuiminCoord.Server.Commands.PlanFile.Shipped().Json.Replace("\"offset\": -15", "\"offset\": -60", StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);

        var (code, lines, _) = await ServerProcess.Run(_directory, "plan", "check", "early.json");

        Assert.Equal(1, code);
        Assert.Contains("never fires", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_duties_of_a_plan_are_listed_with_dates_and_reminders()
    {
        var (code, lines, _) = await ServerProcess.Run(_directory, "plan", "duties", "--json");

        var duties = lines.Select(l => JsonDocument.Parse(l).RootElement).ToList();
        var february = Assert.Single(duties, d => d.GetProperty("unit").GetString() == "gongan" && d.GetProperty("duty").GetString() == "monthly-2021-02");
        Assert.Equal(0, code);
        Assert.Equal(11 * 19, duties.Count);
        Assert.Equal("2021-02-28", february.GetProperty("due").GetString());
        Assert.Equal("2021-02-26", february.GetProperty("doBy").GetString());
        Assert.Equal(["t-5", "t-1", "due", "plus-1", "plus-2", "plus-3", "week-1", "week-2"], february.GetProperty("reminders").EnumerateArray().Select(r => r.GetProperty("rung").GetString()));
    }

    [Fact]
    public async Task A_missing_plan_file_is_refused_with_its_name()
    {
        var (code, _, errors) = await ServerProcess.Run(_directory, "rehearse", "--plan", "nowhere.json");

        Assert.Equal(1, code);
        Assert.Contains("nowhere.json", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("does not lie in the rehearsal", "rehearse", "--until", "2020-09-25", "--restart-at", "2030-01-01")]
    [InlineData("nowhere", "rehearse", "--until", "2020-09-25", "--json", "nowhere/a.jsonl")]
    [InlineData("cannot start after it", "serve", "--rehearsal", "2030-01-01")]
    [InlineData("at most 1024 KB", "plan", "check", "/dev/zero")]
    [InlineData("--data", "serve", "--data", "/dev/null/x")]
    public async Task What_cannot_be_done_ends_with_1_and_one_sentence_before_any_work(string why, params string[] arguments)
    {
        var (code, _, errors) = await ServerProcess.Run(_directory, arguments);

        Assert.Equal(1, code);
        Assert.Contains(why, Assert.Single(errors), StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_directory, recursive: true);
}
