using Microsoft.AspNetCore.SignalR;

namespace HuiminCoord.Server.Tests.Push;

public sealed class CoordinationHubTests(CoordinationHubTests.TwoWeeks fixture) : IClassFixture<CoordinationHubTests.TwoWeeks>
{
    private TestServer Server => fixture.Server;

    [Fact]
    public async Task A_client_that_resumes_from_nothing_gets_the_whole_inbox_in_order()
    {
        await using var client = await HubClient.Connect(Server);
        var position = await client.Resume("jiaoyu/leader", 0);
        Assert.True(position.Head >= 3, "the fixture's two weeks should have left messages");
        var items = await client.Until("jiaoyu/leader", position.Head);
        Assert.Equal(Numbers(1, position.Head), items.Select(i => i.Seq));
        Assert.All(items, i => Assert.Equal(TimeSpan.FromHours(8), i.At.Offset));
    }

    [Fact]
    public async Task A_client_gets_only_what_follows_its_last_sequence()
    {
        await using var client = await HubClient.Connect(Server);
        var position = await client.Resume("jiaoyu/leader", 2);
        var items = await client.Until("jiaoyu/leader", position.Head);
        Assert.Equal(Numbers(3, position.Head), items.Select(i => i.Seq));
    }

    [Theory]
    [InlineData("huimin-2020", "jiaoyu/leader", 9999, "inbox.sequence-from-the-future")]
    [InlineData("huimin-2020", "jiaoyu/leader", -1, "inbox.sequence-negative")]
    [InlineData("huimin-2021", "jiaoyu/leader", 0, "campaign.unknown")]
    [InlineData("huimin-2020", "tiyu/leader", 0, "recipient.unknown")]
    [InlineData("huimin-2020", "jiaoyu/boss", 0, "recipient.unknown")]
    [InlineData("huimin-2020", "jiaoyu", 0, "recipient.unknown")]
    [InlineData("Huimin-2020", "jiaoyu/leader", 0, "id.malformed")]
    [InlineData("150103", "jiaoyu/leader", 0, "id.malformed")]
    [InlineData("abc", "office", 0, "id.malformed")]
    [InlineData("huimin-2020", "jiaoyu+leader", 0, "id.malformed")]
    [InlineData("huimin-2020", "JIAOYU/leader", 0, "id.malformed")]
    [InlineData("huimin-2020", "jiaoyu/leader/x", 0, "id.malformed")]
    [InlineData("huimin-2020", "", 0, "id.malformed")]
    public async Task What_cannot_be_followed_is_refused_with_a_code(string campaign, string recipient, long lastSeq, string code)
    {
        await using var client = await HubClient.Connect(Server);
        var refused = await Assert.ThrowsAsync<HubException>(() => client.Resume(recipient, lastSeq, campaign));
        Assert.Contains($"{code}: ", refused.Message, StringComparison.Ordinal);
        Assert.Empty(client.Received(recipient));
    }

    [Fact]
    public async Task A_refused_client_may_resume_properly_on_the_same_connection()
    {
        await using var client = await HubClient.Connect(Server);
        await Assert.ThrowsAsync<HubException>(() => client.Resume("minzheng/leader", 500));
        var position = await client.Resume("minzheng/leader", 0);
        Assert.Equal(Numbers(1, position.Head), (await client.Until("minzheng/leader", position.Head)).Select(i => i.Seq));
    }

    [Fact]
    public async Task Resuming_twice_on_one_connection_is_refused_and_repeats_nothing()
    {
        await using var client = await HubClient.Connect(Server);
        var position = await client.Resume("nongmu/leader", 0);
        await client.Until("nongmu/leader", position.Head);
        var refused = await Assert.ThrowsAsync<HubException>(() => client.Resume("nongmu/leader", 0));
        Assert.Contains("inbox.already-followed: ", refused.Message, StringComparison.Ordinal);
        Assert.Equal(position.Head, client.Received("nongmu/leader").Count);
    }

    [Fact]
    public async Task A_deputy_follows_its_own_inbox_and_the_liaison_s_while_that_one_is_away()
    {
        const string unit = $"{TestServer.Path}/units/weijian";
        await using var client = await HubClient.Connect(Server);
        var refused = await Assert.ThrowsAsync<HubException>(() => client.ResumeAs("weijian/deputy", "weijian/liaison", 0));
        Assert.Contains("recipient.unknown: ", refused.Message, StringComparison.Ordinal);

        await Server.Do($"{unit}/seats/liaison/name", new { holder = "联络人卫" });
        await Server.Do($"{unit}/seats/liaison/absence", new { from = "2020-09-28", until = "2020-10-09" });
        await client.ResumeAs("weijian/deputy", "weijian/deputy", 0);
        var position = await client.ResumeAs("weijian/deputy", "weijian/liaison", 0);
        Assert.Equal(Numbers(1, position.Head), (await client.Until("weijian/liaison", position.Head)).Select(i => i.Seq));
    }

    [Fact]
    public async Task A_refusal_speaks_the_language_that_the_client_prefers()
    {
        await using var chinese = await HubClient.Connect(Server, "zh-CN");
        var refused = await Assert.ThrowsAsync<HubException>(() => chinese.Resume("tiyu/leader", 0));
        Assert.Contains("recipient.unknown: 没有“tiyu/leader”这个信箱", refused.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<long> Numbers(long from, long to) => Enumerable.Range((int)from, (int)(to - from + 1)).Select(n => (long)n);

    /// <summary>Nobody acts for two weeks: every leader has several messages.</summary>
    public sealed class TwoWeeks : IAsyncLifetime
    {
        internal TestServer Server { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Server = await TestServer.Start();
            await Server.RunUntil(new DateOnly(2020, 9, 30), 18);
        }

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }
}
