using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Calendars;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Console.Board;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Obligations;
using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>How the board is thought out, without a server.</summary>
public sealed class BoardModelTests
{
    private static readonly PageWords Words = PageWords.In(Language.Chinese);

    [Theory]
    [InlineData("2020-09-17", "monthly-2020-09", "", "")]
    [InlineData("2020-10-08", "monthly-2020-09", "", "")]
    [InlineData("2020-10-20", "monthly-2020-09", "", "")]
    [InlineData("2020-10-21", "monthly-2020-10", "", "monthly-2020-09")]
    [InlineData("2020-11-30", "monthly-2020-11", "annual-2020", "monthly-2020-09,monthly-2020-10")]
    [InlineData("2021-09-28", "monthly-2021-09", "annual-2020", "12")]
    [InlineData("2021-12-01", "monthly-2021-09", "annual-2020,annual-2021", "12")]
    public void The_month_that_was_due_last_stands_first_until_the_next_one_is_reminded_of(string day, string main, string beside, string earlier)
    {
        var scope = Scope(day, null);
        Assert.Equal(main, scope.Main);
        Assert.Equal(beside, string.Join(',', scope.Beside.Select(o => o.Id.Value)));
        Assert.Equal(earlier, scope.Earlier.Count == 12 ? "12" : string.Join(',', scope.Earlier.Select(o => o.Id.Value)));
    }

    [Fact]
    public void A_duty_that_is_chosen_stands_alone_but_for_its_earlier_months()
    {
        var october = Scope("2020-11-30", "monthly-2020-10");
        Assert.Equal(["monthly-2020-10", "monthly-2020-09"], october.Duties);
        Assert.Equal(["liaison"], Scope("2020-11-30", "liaison").Duties);
        Assert.Null(Scope("2020-11-30", "decision-1").Planned);
        Assert.DoesNotContain(BoardScope.Opened(TestServer.Plan, Day("2020-11-01")), o => o.Id.Value == "monthly-2020-12");
    }

    [Fact]
    public void A_date_of_the_units_own_and_a_request_are_said_in_the_cell()
    {
        var cells = new BoardCells(Words, Day("2020-11-30"), new HashSet<(string, string)>());
        var planned = Day("2020-11-28");
        Assert.Equal(new BoardCell(Status.NotStarted, null, "延期至12-02"), cells.Cell(Row("open", due: "2020-12-02", extension: "granted"), "table", planned));
        Assert.Equal(new BoardCell(Status.NotStarted, null, "时限12-04"), cells.Cell(Row("open", due: "2020-12-04"), "table", planned));
        Assert.Equal(new BoardCell(Status.Late, null, "申请延期至12-02"), cells.Cell(Row("open", extension: "asked"), "table", planned));
        Assert.Equal(BoardStanding.Extended, cells.Standing(Row("open", due: "2020-12-02", extension: "granted")));
        Assert.Equal(BoardStanding.NotOwed, cells.Standing(null));
        Assert.Null(cells.Cell(Row("open"), "all", planned));
    }

    [Fact]
    public void What_somebody_has_begun_to_write_is_said_and_does_not_hide_that_it_is_late()
    {
        var (early, late) = (Row("open", due: "2020-12-04"), Row("open"));
        var cells = new BoardCells(Words, Day("2020-11-30"), new HashSet<(string, string)> { (early.Unit, early.Duty) });
        Assert.Equal(new BoardCell(Status.Filling, null, null), cells.Cell(early, "table", early.Due));
        Assert.Equal(new BoardCell(Status.Late, null, "填报中"), cells.Cell(late, "table", late.Due));
        var others = new BoardCells(Words, Day("2020-11-30"), new HashSet<(string, string)> { ("minzheng", late.Duty) });
        Assert.Equal(new BoardCell(Status.Late, null, "未填报"), others.Cell(late, "table", late.Due));
    }

    [Fact]
    public void Rows_of_an_earlier_program_show_what_they_know()
    {
        var cells = new BoardCells(Words, Day("2020-11-30"), new HashSet<(string, string)>());
        var row = Row("submitted", part: "submitted");
        row.Reported = true;
        row.FirstCompleteAt = ChinaTime.At(Day("2020-11-27"), new TimeOnly(9, 0));
        Assert.Equal(new BoardCell(Status.Submitted, "待审核", "11-27报"), cells.Cell(row, "table", row.Due));
        row.Stage = Stages.Ended;
        Assert.Equal("不再报送", cells.Cell(row, "table", row.Due)!.Text);
    }

    [Fact]
    public void Whoever_asked_for_a_later_date_is_left_out_and_a_second_time_needs_a_reason()
    {
        UrgeTarget[] targets = [new("nongmu", "农牧局", new(null, true)), new("gongan", "公安分局", new(Day("2020-12-02"), false))];
        var at = ChinaTime.At(Day("2020-11-30"), new TimeOnly(9, 0));
        var question = Urging.Question(Words, "2020年11月小结和统计表", targets, [new("nongmu", at, at.AddMinutes(24)), new("nongmu", at, null)]);
        Assert.Equal("催报2个单位", question.Title);
        Assert.Equal([new Recipient("nongmu", "农牧局", "今日已人工催报、09:24 已读", false, true), new Recipient("gongan", "公安分局", "已申请延期至12-02，待决定", true)], question.Recipients);
        Assert.Equal(("今日09:00已自动提醒其中1个单位", "发送给1个单位"), (question.Warning, question.Button(1)));
        Assert.NotNull(question.Reason);
        Assert.Null(Urging.Question(Words, "", [targets[1]], []).Reason);
    }

    [Fact]
    public async Task One_refusal_does_not_hold_up_the_others()
    {
        var done = new List<string>();
        var answers = await BulkAnswer.Each(["a", "b", "c"], name => name, name =>
        {
            done.Add(name);
            return name == "b" ? throw new RefusedException(new Refusal("part.not-submitted", "x")) : Task.CompletedTask;
        });
        Assert.Equal(["a", "b", "c"], done);
        Assert.Equal([null, "part.not-submitted", null], answers.Select(a => a.Refusal?.Code));
    }

    [Theory]
    [InlineData("13804712046", "138****2046")]
    [InlineData("0471-5551518", "0471-****518")]
    [InlineData("110", "1****0")]
    [InlineData("1", "****")]
    public void Telephone_numbers_are_masked(string phone, string masked) => Assert.Equal(masked, new Contact(SeatRole.Liaison, "甲", phone, null).Masked);

    [Fact]
    public void An_address_says_only_what_is_not_usual_and_nothing_breaks_out_of_it()
    {
        Assert.Equal("/board", new BoardPlace().Path);
        Assert.Equal("/board?duty=a%26b%3D&show=silent&bulk=true&unit=jiaoyu", new BoardPlace("a&b=", "silent", "jiaoyu", Bulk: true).Path);
        Assert.Equal("/board?show=silent", new BoardPlace(null, "silent", "jiaoyu", "liaison", "waive").Closed.Path);
    }

    [Theory]
    [InlineData("t-5", "提醒（剩5个工作日）")]
    [InlineData("due", "今日请报送")]
    [InlineData("plus-3.2", "逾期提示（+3个工作日）")]
    [InlineData("week-1.1", "每周提示")]
    [InlineData("correction-2", "提醒修改后重报")]
    [InlineData("unheard-of", "提醒")]
    public void Rungs_have_words(string rung, string words) => Assert.Equal(words, StepTexts.Rung(Words, rung, TestServer.Plan.Ladders[Domain.Plans.DutyKind.Monthly]));

    [Theory]
    [InlineData("2020-11-28", "2020-11-20", "剩5个工作日")]
    [InlineData("2020-11-28", "2020-11-27", "请今日办理")]
    [InlineData("2020-11-28", "2020-11-28", "今日截止")]
    [InlineData("2020-11-28", "2020-11-29", "已过时限")]
    [InlineData("2020-11-28", "2020-11-30", "已过1个工作日")]
    [InlineData("2021-10-03", "2021-10-01", "10-03 24时截止")]
    public void Nearness_counts_working_days(string due, string today, string words) =>
        Assert.Equal(words, Words.Near(Day(due), Day(today), Calendar(today)));

    private static BoardScope Scope(string day, string? asked) => BoardScope.Of(TestServer.Plan, Calendar(day), Day(day), asked);

    private static WorkingCalendar Calendar(string day) => new WorkingCalendars(ShippedCalendars.HolidayTable, "150103").AsKnownAt(ChinaTime.StartOf(Day(day)));

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static ObligationRow Row(string stage, string part = "open", string due = "2020-11-28", string? extension = null) => new()
    {
        Campaign = TestServer.Campaign,
        Unit = "jiaoyu",
        Duty = "monthly-2020-11",
        Kind = "monthly",
        Title = "2020年11月小结和统计表",
        Due = Day(due),
        Provisional = false,
        Stage = stage,
        Parts = StoredJson.Write(new SortedDictionary<string, string> { ["summary"] = part, ["table"] = part }),
        EnteredLate = false,
        ExtensionStage = extension,
        ExtensionTo = extension is null ? null : Day("2020-12-02"),
        Payload = "{}",
    };
}
