using HuiminCoord.Domain.Messages;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>Links in mails and chats lead to the message, and tell nobody else anything.</summary>
public sealed class MessageLinkTests(ServerFixture fixture)
{
    [Theory]
    [InlineData("jiaoyu/liaison", "huimin-2020", "jiaoyu/liaison", 3, "/home#message-jiaoyu-liaison-3")]
    [InlineData("office-director", "huimin-2020", "office", 12, "/home#message-office-12")]
    [InlineData("minzheng/liaison", "huimin-2020", "jiaoyu/liaison", 3, "/home")]
    [InlineData("system-admin", "huimin-2020", "office", 12, "/home")]
    public async Task It_leads_to_the_message_of_one_s_own_inbox_only(string seat, string campaign, string recipient, long seq, string place)
    {
        var link = OutsideText.Link("https://huimin.example.org", campaign, recipient, seq)!["https://huimin.example.org".Length..];
        using var visitor = await PageVisitor.In(fixture.Server, seat, follows: false);

        Assert.Equal(place, Place((await visitor.Get(link)).Headers["Location"]));
    }

    [Fact]
    public async Task Another_campaign_s_message_is_absent()
    {
        using var visitor = await PageVisitor.In(fixture.Server, "jiaoyu/liaison", follows: false);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await visitor.Get("/m/huimin-2021/jiaoyu/liaison/3")).Status);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_signs_in_first_and_comes_back()
    {
        using var visitor = PageVisitor.At(fixture.Server, follows: false);
        Assert.Equal("/sign-in?back=%2Fm%2Fhuimin-2020%2Fjiaoyu%2Fliaison%2F3", Place((await visitor.Get("/m/huimin-2020/jiaoyu/liaison/3")).Headers["Location"]));
    }

    [Theory]
    [InlineData("/m/huimin-2020/jiaoyu/liaison/-1")]
    [InlineData("/m/huimin-2020/jiaoyu/liaison/99999999999999999999")]
    [InlineData("/m/huimin-2020/3")]
    public async Task What_names_no_message_leads_to_the_workbench(string path)
    {
        using var visitor = await PageVisitor.In(fixture.Server, "jiaoyu/liaison", follows: false);
        Assert.Equal("/home", Place((await visitor.Get(path)).Headers["Location"]));
    }

    private static string Place(string location) => new Uri(new Uri("http://127.0.0.1"), location) is var to ? to.PathAndQuery + to.Fragment : "";
}
