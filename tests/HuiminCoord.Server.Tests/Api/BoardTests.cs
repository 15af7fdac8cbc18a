namespace HuiminCoord.Server.Tests.Api;

/// <summary>What the office sees two days after the first due date.</summary>
public sealed class BoardTests(BoardTests.AfterTheDueDate fixture) : IClassFixture<BoardTests.AfterTheDueDate>
{
    private TestServer Server => fixture.Server;

    [Fact]
    public async Task The_board_counts_units_and_names_the_silent_ones_in_words()
    {
        var board = (await Server.Get($"{TestServer.Path}/board?period=2020-09"))["item"]!;
        Assert.Contains("2020年9月小结和统计表：应报11，已报2，待审1，延期1，未报8", board["summary"]!.AsArray().Select(s => (string)s!));
        var cell = board["units"]!.AsArray().Single(u => (string)u!["unit"]! == "minzheng")!["cells"]!.AsArray().Single(c => (string)c!["duty"]! == "monthly-2020-09")!;
        Assert.Equal(("逾期未报", true), ((string)cell["words"]!, (bool)cell["overdue"]!));
        Assert.Equal(board.ToJsonString(), (await Server.Get($"{TestServer.Path}/board"))["item"]!.ToJsonString());
        Assert.DoesNotContain((await Server.Get($"{TestServer.Path}/board?period=2020-10"))["item"]!["duties"]!.AsArray(), d => (string)d!["duty"]! == "monthly-2020-09");
        Assert.Empty((await Server.Get($"{TestServer.Path}/board?period=2022-01"))["item"]!["duties"]!.AsArray());
    }

    [Fact]
    public async Task What_was_taken_back_counts_as_not_reported_and_the_office_is_told()
    {
        var board = (await Server.Get($"{TestServer.Path}/board?period=2020-09"))["item"]!;
        Assert.Contains("住建局", board["duties"]!.AsArray().Single(d => (string)d!["duty"]! == "monthly-2020-09")!["silentUnits"]!.AsArray().Select(u => (string)u!));
        var cell = board["units"]!.AsArray().Single(u => (string)u!["unit"]! == "zhujian")!["cells"]!.AsArray().Single(c => (string)c!["duty"]! == "monthly-2020-09")!;
        Assert.Equal(("逾期未报", true), ((string)cell["words"]!, (bool)cell["overdue"]!));
        var told = (await Server.Get($"{TestServer.Path}/inbox?recipient=office&limit=200"))["item"]!["items"]!.AsArray().Select(m => (string)m!["body"]!).ToList();
        Assert.Single(told, b => b.Contains("住建局撤回了“2020年9月小结和统计表”的报送材料", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_office_sees_who_is_late_what_waits_for_it_and_who_cannot_be_reached()
    {
        var office = (await Server.Get($"{TestServer.Path}/office"))["item"]!;
        Assert.Equal(8, office["overdue"]!.AsArray().Count(o => (string)o!["duty"]! == "monthly-2020-09"));
        Assert.Equal(["jiaoyu"], office["awaitingReview"]!.AsArray().Select(o => (string)o!["unit"]!));
        Assert.Equal(9, office["withoutLiaison"]!.AsArray().Count);
        Assert.True((long)office["messages"]! > 0);
        Assert.Contains("mobilise", office["phasesAtGate"]!.AsArray().Select(p => (string)p!));
    }

    [Fact]
    public async Task Overdue_lists_and_the_history_of_reminders_agree()
    {
        var overdue = await Server.Get($"{TestServer.Path}/obligations?overdue=true&unit=minzheng");
        Assert.Equal(["liaison", "monthly-2020-09"], overdue["items"]!.AsArray().Select(o => (string)o!["duty"]!));
        var steps = (await Server.Get($"{TestServer.Path}/units/minzheng/obligations/monthly-2020-09"))["item"]!["steps"]!.AsArray();
        Assert.Contains(steps, s => (string)s!["rung"]! == "due" && (string)s["recipient"]! == "minzheng/leader" && (string)s["outcome"]! == "delivered");
    }

    [Fact]
    public async Task An_inbox_is_read_page_by_page_up_to_its_head()
    {
        var head = (long)(await Server.Get($"{TestServer.Path}/inbox/head?recipient=minzheng/leader"))["item"]!["head"]!;
        var seen = new List<long>();
        while (seen.Count < head)
        {
            var page = (await Server.Get($"{TestServer.Path}/inbox?recipient=minzheng/leader&since={seen.Count}&limit=2"))["item"]!;
            Assert.NotEmpty(page["items"]!.AsArray());
            seen.AddRange(page["items"]!.AsArray().Select(m => (long)m!["seq"]!));
        }

        Assert.Equal(Enumerable.Range(1, (int)head).Select(n => (long)n), seen);
    }

    /// <summary>Two units have named a liaison and reported; one report is accepted; a third unit was granted a later date, a fourth took its report back.</summary>
    public sealed class AfterTheDueDate : IAsyncLifetime
    {
        internal TestServer Server { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Server = await TestServer.Start();
            foreach (var unit in new[] { "jiaoyu", "gongxin" })
            {
                await Server.Do($"{TestServer.Path}/units/{unit}/seats/liaison/name", new { holder = "联络人" });
                await Server.Do($"{TestServer.Path}/units/{unit}/obligations/monthly-2020-09/submit", new { });
            }

            await Server.Do($"{TestServer.Path}/units/nongmu/obligations/monthly-2020-09/ask-extension", new { until = "2020-10-12", reason = "数据核对" });
            await Server.Do($"{TestServer.Path}/units/nongmu/obligations/monthly-2020-09/decide-extension", new { granted = true });

            await Server.Do($"{TestServer.Path}/units/gongxin/obligations/monthly-2020-09/accept", new { });
            await Server.Do($"{TestServer.Path}/units/zhujian/obligations/monthly-2020-09/submit", new { });
            await Server.Do($"{TestServer.Path}/units/zhujian/obligations/monthly-2020-09/withdraw", new { });
            await Server.RunUntil(new DateOnly(2020, 9, 30), 18);
        }

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }
}
