using HuiminCoord.Domain.Channels;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Channels;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>运行状况: what system administrators see when all is well, and when something fails.</summary>
public sealed class OperationsPageTests : IAsyncLifetime
{
    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task When_all_is_well_it_says_so_and_what_is_served()
    {
        using var system = await PageVisitor.In(_server, "system-admin");
        var page = await system.Get("/operations");
        Assert.Equal("运行正常：4项检查全部通过", page.One("h1").TextContent);
        Assert.Equal(["check-silo", "check-database", "check-clock", "check-relay"], page.Document.QuerySelectorAll("tr[id^='check-']").Select(r => r.Id));
        Assert.Contains("没有唤醒失败", page.One("#wakes").TextContent, StringComparison.Ordinal);
        Assert.Contains("没有转发失败", page.One("#relays").TextContent, StringComparison.Ordinal);
        Assert.Contains("第1版已印发，11个单位", page.One("#campaigns").TextContent, StringComparison.Ordinal);
        Assert.Contains("本机", page.One("#silos").TextContent, StringComparison.Ordinal);
        Assert.Contains("SQLite · ", page.One("#server").TextContent, StringComparison.Ordinal);
        Assert.Contains("coordination.db", page.One("#server").TextContent, StringComparison.Ordinal);

        using var english = await PageVisitor.In(_server, "system-admin", "en");
        Assert.Equal("All is well: 4 checks passed", (await english.Get("/operations")).One("h1").TextContent);
    }

    [Fact]
    public async Task What_fails_stands_there_with_its_attempts_its_reason_and_its_next_try()
    {
        await _server.Database.Write(
            (db, _) =>
            {
                db.WakeFailures.Add(new WakeFailureRow
                {
                    GrainType = "unit", GrainKey = "huimin-2020/jiaoyu", Campaign = "huimin-2020", Shard = 0, Attempts = 3, Error = "<b>no such plan</b>",
                    NotBefore = new(2020, 9, 17, 1, 0, 4, TimeSpan.Zero), FirstAt = new(2020, 9, 17, 1, 0, 0, TimeSpan.Zero), LastAt = new(2020, 9, 17, 1, 0, 0, TimeSpan.Zero),
                });
                db.RelayFailures.Add(new RelayFailureRow
                {
                    GrainType = "task", GrainKey = "huimin-2020/chi-1", Campaign = "huimin-2020", Seq = 2, Attempts = 20, Error = "slot taken",
                    FirstAt = new(2020, 9, 17, 2, 0, 0, TimeSpan.Zero), LastAt = new(2020, 9, 17, 2, 10, 0, TimeSpan.Zero),
                });
                return Task.CompletedTask;
            },
            TestContext.Current.CancellationToken);
        using var system = await PageVisitor.In(_server, "system-admin");
        var page = await system.Get("/operations");
        Assert.Equal("检查未通过0项，唤醒失败1个，转发失败1个，渠道失败0个", page.One("h1").TextContent);
        Assert.Equal(["unit/huimin-2020/jiaoyu", "<b>no such plan</b>", "3", "2020-09-17 09:00", "2020-09-17 09:00", "2020-09-17 09:00"], page.Document.QuerySelectorAll("#wakes tbody tr > *").Select(c => c.TextContent));
        Assert.Equal(["task/huimin-2020/chi-1", "slot taken", "20", "2020-09-17 10:00", "2020-09-17 10:10", "2020-09-17 10:15"], page.Document.QuerySelectorAll("#relays tbody tr > *").Select(c => c.TextContent));
        Assert.Contains("到时自动重试", page.One("#wakes").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_fails_is_listed_without_its_address()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await _server.Service<ChannelBook>().Set(new("huimin-2020", "jiaoyu/liaison", ChannelKind.Webhook, "https://hooks.example.org/canary-key", WebhookTemplate.Plain, "canary-secret-0123456789"), "jiaoyu/liaison", cancellation);
        var until = new DateTimeOffset(2020, 9, 17, 3, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
        await _server.Database.Write((db, token) => db.Database.ExecuteSqlAsync($"UPDATE channel SET attempts = 2, last_error = 'http-503', not_before = {until}", token), cancellation);
        using var system = await PageVisitor.In(_server, "system-admin");
        var page = await system.Get("/operations");
        Assert.Equal(["huimin-2020 · jiaoyu/liaison", "机器人", "将自动重试", "对方拒收（HTTP 503）", "2", "2020-09-17 11:00"], page.Document.QuerySelectorAll("#channels tbody tr > *").Select(c => c.TextContent.Trim()));
        Assert.DoesNotContain("canary", page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("hooks.example.org", page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }
}
