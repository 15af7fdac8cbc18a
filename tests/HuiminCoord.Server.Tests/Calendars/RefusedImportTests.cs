using System.Text.Json.Nodes;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Calendars;
using HuiminCoord.Grains.Importing;
using static HuiminCoord.Server.Tests.Calendars.ImportingServer;

namespace HuiminCoord.Server.Tests.Calendars;

public sealed class RefusedImportTests
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_cannot_be_imported_is_refused_with_its_reason_and_leaves_no_trace()
    {
        await using var server = await Start();
        (string Code, string Content)[] cases =
        [
            ("calendar.not-published-yet", ShippedCalendars.HolidayTable.Find("2022-1")!.Json),
            ("calendar.day-outside-year", PlayedImport.Paper.Replace("2021-06-12", "2022-06-12", StringComparison.Ordinal).Replace("2021-06-14", "2022-06-14", StringComparison.Ordinal)),
            ("calendar.paper-invalid", PlayedImport.Paper.Replace("\"year\": 2021", "\"year\": 2020", StringComparison.Ordinal)),
            ("calendar.paper-unreadable", PlayedImport.Paper.Replace("huimin-workdays/1", "huimin-workdays/9", StringComparison.Ordinal)),
        ];
        foreach (var (code, content) in cases)
        {
            var (status, problem) = await server.Post(Papers, new { reason = "原因", content = JsonNode.Parse(content) });
            Assert.Equal((422, code), (status, (string)problem["code"]!));
            Assert.Equal(code, (string)(await server.Send(Preview(content))).Body["code"]!);
        }

        var imports = server.Service<CalendarImports>();
        Assert.Equal("calendar.reason-needed", (await imports.Import(PlayedImport.Paper, " ", "office", Cancellation)).Refusal?.Code);
        Assert.Equal("calendar.reason-needed", (await imports.Import(PlayedImport.Paper, new string('长', 401), "office", Cancellation)).Refusal?.Code);
        Assert.Equal("calendar.paper-too-long", (await imports.Import(new string(' ', 20_001), "原因", "office", Cancellation)).Refusal?.Code);
        Assert.Equal(0, server.Service<CalendarShelf>().Revision);
        await Import(server, PlayedImport.Paper);
        var other = await server.Post(Papers, new { reason = "更正", content = JsonNode.Parse(PlayedImport.Paper.Replace("元旦", "新年", StringComparison.Ordinal)) });
        Assert.Equal((409, "calendar.paper-taken"), (other.Status, (string)other.Body["code"]!));
        var twice = await server.Post(Papers, new { reason = "更正", content = JsonNode.Parse(PlayedImport.Paper.Replace("\"2021-1\"", "\"2021-2\"", StringComparison.Ordinal)) });
        Assert.Equal((422, "calendar.day-decided-twice"), (twice.Status, (string)twice.Body["code"]!));
    }

    [Fact]
    public async Task A_year_between_is_missed()
    {
        await using var server = await TestServer.Start(begin: false, holidays: PlayedImport.DayBefore, start: ChinaTime.StartOf(new(2021, 10, 26)));

        var (status, problem) = await server.Post(Papers, new { reason = "原因", content = JsonNode.Parse(ShippedCalendars.HolidayTable.Find("2022-1")!.Json) });

        Assert.Equal((422, "calendar.year-missing"), (status, (string)problem["code"]!));
    }
}
