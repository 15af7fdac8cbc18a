using System.Net.WebSockets;
using System.Text;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Push;

namespace HuiminCoord.Server.Tests.Push;

public sealed class LiveDeliveryTests(ServerFixture fixture)
{
    private TestServer Server => fixture.Server;

    [Fact]
    public async Task What_happens_after_the_resume_arrives_by_itself_at_every_client()
    {
        await using var one = await HubClient.Connect(Server);
        await using var two = await HubClient.Connect(Server);
        const string leader = "jiaoyu/leader";
        var head = (await one.Resume(leader, 0)).Head;
        await two.Resume(leader, head);
        foreach (var duty in new[] { "training", "publicity", "implementation-plan" })
        {
            await Server.Do($"{TestServer.Path}/units/jiaoyu/obligations/{duty}/submit", new { });
        }

        Assert.Equal(Numbers(1, head + 3), (await one.Until(leader, head + 3)).Select(i => i.Seq));
        var live = await two.Until(leader, head + 3);
        Assert.Equal(Numbers(head + 1, head + 3), live.Select(i => i.Seq));
        Assert.All(live, i => Assert.Equal("receipt", i.Kind));
    }

    [Fact]
    public async Task Rows_that_nobody_hinted_at_are_found_by_looking()
    {
        await using var client = await HubClient.Connect(Server);
        await client.Resume("scjg/deputy", 0);
        await Fill("scjg/deputy", 1, 3, "x");
        Assert.Equal(Numbers(1, 3), (await client.Until("scjg/deputy", 3)).Select(i => i.Seq));
    }

    [Fact]
    public async Task A_client_that_does_not_read_holds_nobody_up()
    {
        const string recipient = "scjg/leader";
        var head = (await Server.Get($"{TestServer.Path}/inbox/head?recipient={recipient}"))["item"]!["head"]!.GetValue<long>();
        await Fill(recipient, head + 1, 1500, new string('长', 3000));
        using var slow = await Deaf(recipient);
        await using var quick = await HubClient.Connect(Server);
        await quick.Resume(recipient, 0);
        Assert.Equal(Numbers(1, head + 1500), (await quick.Until(recipient, head + 1500)).Select(i => i.Seq));
        await Fill(recipient, head + 1501, 1, "spät");
        Assert.Equal(head + 1501, (await quick.Until(recipient, head + 1501))[^1].Seq);
        Assert.Equal(WebSocketState.Open, slow.State);
    }

    [Fact]
    public async Task A_long_gap_comes_in_batches_without_holes()
    {
        await Fill("minzheng/deputy", 1, 450, "x");
        await using var client = await HubClient.Connect(Server);
        await client.Resume("minzheng/deputy", 37);
        Assert.Equal(Numbers(38, 450), (await client.Until("minzheng/deputy", 450)).Select(i => i.Seq));
    }

    /// <summary>A client that resumes and then never reads from its socket again.</summary>
    private async Task<ClientWebSocket> Deaf(string recipient)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Authorization", $"Bearer {await Server.Seats.Token(recipient)}");
        await socket.ConnectAsync(new UriBuilder(Server.Url) { Scheme = "ws", Path = PushServices.Path }.Uri, TestContext.Current.CancellationToken);
        foreach (var message in new[] { """{"protocol":"json","version":1}""", $$"""{"type":1,"invocationId":"1","target":"Resume","arguments":["{{TestServer.Campaign}}","{{recipient}}",0]}""" })
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(message + "\u001e"), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        }

        return socket;
    }

    /// <summary>Writes messages past the relay: nobody hints at them.</summary>
    private Task Fill(string recipient, long from, int count, string body) => Server.Database.Write(
        async (db, token) =>
        {
            db.Inbox.AddRange(Enumerable.Range(0, count).Select(i => new InboxRow
            {
                Campaign = TestServer.Campaign,
                Recipient = recipient,
                Seq = from + i,
                Slot = $"filled:{from + i}",
                At = DateTimeOffset.UnixEpoch,
                Kind = "digest",
                Title = $"{from + i}",
                Body = body,
                GrainType = "unit",
                GrainKey = TestServer.Campaign,
                GrainSeq = from + i,
            }));
            if (await db.InboxHeads.FindAsync([TestServer.Campaign, recipient], token) is { } head)
            {
                head.Head = from + count - 1;
                return;
            }

            db.InboxHeads.Add(new InboxHeadRow { Campaign = TestServer.Campaign, Recipient = recipient, Head = count });
        },
        TestContext.Current.CancellationToken);

    private static IEnumerable<long> Numbers(long from, long to) => Enumerable.Range((int)from, (int)(to - from + 1)).Select(n => (long)n);
}
