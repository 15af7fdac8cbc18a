using System.Text.Json.Nodes;
using HuiminCoord.Server.Tests.Onboarding;

namespace HuiminCoord.Server.Tests.Inboxes;

/// <summary>已读 and 办结 at the API: marked, taken back, counted, listed.</summary>
public sealed class InboxApiTests
{
    private const string Path = TestServer.Path, Own = "recipient=nongmu/leader";

    [Fact]
    public async Task A_message_is_done_and_is_taken_back()
    {
        await using var server = await TestServer.Start();
        await server.RunUntil(new(2020, 9, 17), 10);
        var head = await Head(server);
        Assert.True(head.Head > 0);

        var done = await server.Do($"{Path}/inbox/1/done?{Own}", null);
        var again = await server.Do($"{Path}/inbox/1/done?{Own}", null);
        Assert.Equal((true, false, "2020-09-17T10:00:00+08:00", "2020-09-17T10:00:00+08:00"), ((bool)done["changed"]!, (bool)again["changed"]!, (string)done["readAt"]!, (string)done["doneAt"]!));
        Assert.Equal((head.Head, head.Head - 1, head.Head - 1), await Head(server));

        var undone = await server.Do($"{Path}/inbox/1/done/undo?{Own}", null);
        Assert.Equal((true, true, null), ((bool)undone["changed"]!, undone["readAt"] is not null, undone["doneAt"]));
        Assert.Equal((head.Head, head.Head - 1, head.Head), await Head(server));

        var unread = await server.Do($"{Path}/inbox/1/read/undo?{Own}", null);
        Assert.Equal((true, null), ((bool)unread["changed"]!, unread["readAt"]));
        Assert.False((bool)(await server.Do($"{Path}/inbox/1/read/undo?{Own}", null))["changed"]!);
        Assert.Equal(head, await Head(server));
    }

    [Fact]
    public async Task An_inbox_is_listed_by_its_marks()
    {
        await using var server = await TestServer.Start();
        await server.RunUntil(new(2020, 9, 29), 12);
        using var leader = await Visitor.In(server, "nongmu/leader");
        var all = await List(leader, "");
        Assert.True(all.Count > 2);
        await server.Do($"{Path}/inbox/1/done?{Own}", null);
        await server.Do($"{Path}/inbox/2/read?{Own}", null);

        Assert.Equal(all, await List(leader, "&filter=all"));
        Assert.Equal(all.Except([1, 2]), await List(leader, "&filter=unread"));
        Assert.Equal(all.Except([1]), await List(leader, $"&filter=open&{Own}"));
        var first = (await leader.Get($"/campaigns/{TestServer.Campaign}/inbox/messages?limit=200"))["items"]!.AsArray()[^1]!;
        Assert.Equal(("nongmu/leader", 1, "nongmu/leader"), ((string?)first["recipient"], (int)first["seq"]!, (string?)first["doneBy"]));
        Assert.Equal((400, "request.malformed"), await Refused(server, $"{Path}/inbox/messages?{Own}&filter=5"));
        Assert.Equal((400, "page.malformed"), await Refused(server, $"{Path}/inbox/messages?{Own}&next=x"));
        Assert.Equal((404, "recipient.unknown"), await Refused(server, $"{Path}/inbox/messages?recipient=nobody/leader"));
        Assert.Equal((404, "message.unknown"), Code(await server.Post($"{Path}/inbox/999/done?{Own}", null)));
        leader.SendsKeys = false;
        Assert.Equal((400, "command.key-missing"), await leader.Refused($"/campaigns/{TestServer.Campaign}/inbox/1/done?{Own}"));
        Assert.Equal(404, (await leader.Ask(HttpMethod.Get, $"/campaigns/{TestServer.Campaign}/inbox/messages?recipient=minzheng/leader")).Status);
    }

    /// <summary>Sequences in the order in which they come, page by page.</summary>
    private static async Task<IReadOnlyList<int>> List(Visitor visitor, string query)
    {
        var (found, next) = (new List<int>(), "");
        do
        {
            var page = await visitor.Get($"/campaigns/{TestServer.Campaign}/inbox/messages?limit=2&next={next}{query}");
            found.AddRange(page["items"]!.AsArray().Select(m => (int)m!["seq"]!));
            next = (string?)page["next"];
        }
        while (next is not null);
        return found;
    }

    private static async Task<(long Head, long Unread, long Open)> Head(TestServer server)
    {
        var head = (await server.Get($"{Path}/inbox/head?{Own}"))["item"]!;
        return ((long)head["head"]!, (long)head["unread"]!, (long)head["open"]!);
    }

    private static async Task<(int, string?)> Refused(TestServer server, string path) => Code(await server.Refused(path));

    private static (int, string?) Code((int Status, JsonNode Body) answer) => (answer.Status, (string?)answer.Body["code"]);
}
