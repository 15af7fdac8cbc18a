using System.Text.Json.Nodes;

namespace HuiminCoord.Server.Tests.Channels;

/// <summary>What the office sees of all messages, the mark of having read one, and the texts it copies.</summary>
public sealed class MessageApiTests
{
    private const string Path = TestServer.Path;

    [Fact]
    public async Task Messages_are_listed_the_latest_first_page_by_page()
    {
        await using var server = await TestServer.Start();
        await server.RunUntil(new(2020, 9, 29), 12);
        var all = (await server.Get($"{Path}/messages?limit=200"))["items"]!.AsArray();
        Assert.True(all.Count is > 60 and < 200, $"{all.Count}");

        var (seen, next) = (new List<JsonNode>(), "");
        do
        {
            var page = await server.Get($"{Path}/messages?limit=7&next={next}");
            seen.AddRange(page["items"]!.AsArray().Select(m => m!));
            next = (string?)page["next"];
        }
        while (next is not null);

        Assert.Equal(all.Select(Key), seen.Select(Key));
        Assert.Equal(all.Select(m => DateTimeOffset.Parse((string)m!["at"]!, null)).OrderDescending(), all.Select(m => DateTimeOffset.Parse((string)m!["at"]!, null)));
        var units = (await server.Get($"{Path}/messages?unit=minzheng&kind=digest&limit=200"))["items"]!.AsArray();
        Assert.Equal(all.Where(m => (string?)m!["unit"] == "minzheng" && (string?)m["kind"] == "digest").Select(Key), units.Select(Key));
        Assert.All(units, m => Assert.StartsWith("minzheng/", (string)m!["recipient"]!, StringComparison.Ordinal));
        Assert.Equal((400, "page.malformed"), Code(await server.Refused($"{Path}/messages?next=x")));
        Assert.Equal((404, "recipient.unknown"), Code(await server.Refused($"{Path}/messages?recipient=nobody")));
    }

    [Fact]
    public async Task The_first_mark_of_a_recipient_counts()
    {
        await using var server = await TestServer.Start();
        const string read = $"{Path}/inbox/1/read?recipient=nongmu/leader";

        await server.RunUntil(new(2020, 9, 17), 10);
        var first = await server.Do(read, null);
        await server.RunUntil(new(2020, 9, 17), 12);
        var again = await server.Do(read, null);

        Assert.Equal((true, false, "2020-09-17T10:00:00+08:00"), ((bool)first["changed"]!, (bool)again["changed"]!, (string)again["readAt"]!));
        var message = Assert.Single((await server.Get($"{Path}/messages?unread=false"))["items"]!.AsArray())!;
        Assert.Equal(("nongmu/leader", 1, true, "已读", "2020-09-17T10:00:00+08:00"), ((string)message["recipient"]!, (int)message["seq"]!, (bool)message["read"]!, (string)message["readWords"]!, (string)message["readAt"]!));
        Assert.DoesNotContain((await server.Get($"{Path}/messages?unread=true&limit=200"))["items"]!.AsArray(), m => Key(m) == Key(message));
        Assert.Equal((404, "message.unknown"), Code(await server.Post($"{Path}/inbox/999/read?recipient=nongmu/leader", null)));
        Assert.Equal((422, "request.invalid"), Code(await server.Post($"{Path}/inbox/0/read?recipient=nongmu/leader", null)));
        Assert.Equal((404, "recipient.unknown"), Code(await server.Post($"{Path}/inbox/1/read?recipient=nobody/leader", null)));
    }

    [Fact]
    public async Task Urge_texts_name_only_the_unit_they_are_for()
    {
        await using var server = await TestServer.Start();
        const string duty = "monthly-2020-09";
        await server.RunUntil(new(2020, 9, 28), 15);
        foreach (var unit in new[] { "jiaoyu", "minzheng", "weijian" })
        {
            await server.Do($"{Path}/units/{unit}/obligations/{duty}/submit", new { });
        }

        var texts = (await server.Get($"{Path}/urge-text?duty={duty}"))["item"]!;
        var one = (await server.Get($"{Path}/units/nongmu/obligations/{duty}/urge-text"))["item"]!;

        var board = (await server.Get($"{Path}/board?period=2020-09"))["item"]!["duties"]!.AsArray().Single(d => (string?)d!["duty"] == duty)!;
        Assert.Equal(board["silentUnits"]!.AsArray().Select(u => (string?)u), texts["units"]!.AsArray().Select(u => (string?)u!["unitName"]));
        Assert.Equal((8, "农牧局"), ((int)texts["silent"]!, (string?)one["unitName"]));
        Assert.Contains("还有8个单位未报", (string)texts["groupText"]!, StringComparison.Ordinal);
        var names = TestServer.Plan.Units.Select(u => u.Name).ToList();
        Assert.DoesNotContain(names, n => ((string)texts["groupText"]!).Contains(n, StringComparison.Ordinal));
        Assert.All(texts["units"]!.AsArray(), u => Assert.Equal([(string)u!["unitName"]!], names.Where(n => ((string)u["text"]!).Contains(n, StringComparison.Ordinal))));
        Assert.Equal((string)one["text"]!, (string)texts["units"]!.AsArray().Single(u => (string?)u!["unit"] == "nongmu")!["text"]!);
        Assert.Equal((409, "urge.already-reported"), Code(await server.Refused($"{Path}/units/jiaoyu/obligations/{duty}/urge-text")));
        Assert.Equal((404, "obligation.unknown"), Code(await server.Refused($"{Path}/urge-text?duty=nothing")));
        Assert.Equal((404, "obligation.unknown"), Code(await server.Refused($"{Path}/units/jiaoyu/obligations/nothing/urge-text")));
    }

    private static (int, string?) Code((int Status, JsonNode Body) answer) => (answer.Status, (string?)answer.Body["code"]);

    private static string Key(JsonNode? message) => $"{message!["recipient"]} {message["seq"]}";
}
