namespace HuiminCoord.Server.Tests.Api;

/// <summary>At the turn of the year people read which year is meant.</summary>
public sealed class OtherYearTests
{
    [Fact]
    public async Task A_date_of_next_year_is_told_with_its_year_and_in_that_year_without()
    {
        await using var server = await TestServer.Start();
        await server.RunUntil(new(2020, 12, 30), 12);
        await server.Do(TestServer.Path + "/units/jiaoyu/obligations/monthly-2021-01/move-due", new { due = "2021-01-20", reason = "数据核对" });
        await server.RunUntil(new(2020, 12, 31), 10);
        var before = await Last(server);
        await server.Do(TestServer.Path + "/units/jiaoyu/obligations/monthly-2021-01/move-due", new { due = "2021-01-21", reason = "数据核对" });
        await server.RunUntil(new(2021, 1, 4), 10);
        var after = await Last(server);

        Assert.Contains("报送时限调整为2021年1月20日 周三。", before, StringComparison.Ordinal);
        Assert.Contains("报送时限调整为1月21日 周四。", after, StringComparison.Ordinal);
        Assert.DoesNotContain("2021年1月21日", after, StringComparison.Ordinal);
    }

    private static async Task<string> Last(TestServer server) =>
        (string)(await server.Get($"{TestServer.Path}/inbox?recipient=jiaoyu/leader&limit=200"))["item"]!["items"]!.AsArray()[^1]!["body"]!;
}
