using System.IO.Compression;
using System.Text.Json.Nodes;
using HuiminCoord.Server.Tests.Files;
using HuiminCoord.Server.Tests.Onboarding;

namespace HuiminCoord.Server.Tests.Meetings;

/// <summary>A member unit asks for a 专题会议, with papers; who may open them, before the notice and after it.</summary>
public sealed class AskedMeetingApiTests : IAsyncLifetime
{
    private const string Campaign = $"/campaigns/{TestServer.Campaign}", Id = "jiaoyu-topic-1", Asked = $"{Campaign}/meetings/{Id}", Unknown = "file.unknown";

    private TestServer _server = null!;
    private Visitor _office = null!, _convenor = null!, _jiaoyu = null!, _minzheng = null!, _gongan = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.Start();
        (_office, _convenor) = (await Visitor.In(_server, "office-staff"), await Visitor.In(_server, "convenor"));
        (_jiaoyu, _minzheng, _gongan) = (await Visitor.In(_server, "jiaoyu/liaison"), await Visitor.In(_server, "minzheng/leader"), await Visitor.In(_server, "gongan/leader"));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in new[] { _office, _convenor, _jiaoyu, _minzheng, _gongan })
        {
            visitor.Dispose();
        }

        await _server.DisposeAsync();
    }

    [Fact]
    public async Task The_office_is_told_and_prepares_it_the_unit_that_asked_does_not()
    {
        await Ask();

        Assert.Equal("提请召开会议：教育局（校园周边专题会议）", await Newest(_office, "office"));
        Assert.Equal("jiaoyu", (string?)(await _office.Get(Asked))["item"]!["askedBy"]);
        Assert.Equal((403, "access.denied"), await _jiaoyu.Refused($"{Asked}/submit"));
        Assert.Equal((403, "access.denied"), await _jiaoyu.Refused($"{Asked}/agree"));
        Assert.Equal(404, (await _gongan.Ask(HttpMethod.Get, Asked)).Status);
        Assert.Equal((403, "meeting.kind-of-office"), await _jiaoyu.Refused($"{Campaign}/meetings", Wish("jiaoyu-plenary-1", "plenary", ["jiaoyu"])));
        Assert.Equal((422, "meeting.holder-missing"), await _jiaoyu.Refused($"{Campaign}/meetings", Wish("jiaoyu-topic-2", "topic", ["minzheng"])));

        Assert.Equal((422, "meeting.holder-missing"), await _office.Refused($"{Asked}/arrange", new { title = "校园周边专题会议", startsAt = "2020-09-18T09:00:00+08:00", minutes = 60, place = "三楼会议室", chair = "联席会议召集人", units = new[] { "minzheng" } }));
        await _office.Do($"{Asked}/cancel", new { reason = "并入全体会议" });
        Assert.Equal("并入全体会议", (string?)(await _jiaoyu.Get(Asked))["item"]!["remark"]);
        Assert.Equal("会议取消：校园周边专题会议（原定9月18日 周五 09:00）", await Newest(_jiaoyu, "jiaoyu/liaison"));
    }

    [Fact]
    public async Task Papers_open_to_whom_their_item_is_shown()
    {
        await Ask();
        var own = await new FileDesk(_server, "jiaoyu/liaison").Uploaded("校园周边摸底.pdf", Evidence.Pdf("摸底"));
        await _jiaoyu.Do($"{Asked}/suggestions/jiaoyu", new { fact = "校园周边摊贩管理。", files = new[] { new { hash = own } } });
        var late = await new FileDesk(_server, "office-staff").Uploaded("分工建议.pdf", Evidence.Pdf("分工"));
        Assert.Equal((403, "access.denied"), await _jiaoyu.Refused($"{Asked}/agenda/papers", new { item = "own.1", files = new[] { new { hash = own } } }));
        Assert.Equal([null, null, Unknown, Unknown], await Opens(own, "office-director", "jiaoyu/liaison", "minzheng/leader", "gongan/leader"));

        await _office.Do($"{Asked}/submit");
        await _convenor.Do($"{Asked}/agree");
        await _office.Do($"{Asked}/notice", new { replyBy = "2020-09-17" });
        await _office.Do($"{Asked}/agenda/add", new { heading = "toDecide", fact = "分工建议。", proposal = "", owner = "联席办", minutes = 5 });
        await _office.Do($"{Asked}/agenda/papers", new { item = "own.2", files = new[] { new { hash = late } } });

        var papers = (await _minzheng.Get(Asked))["item"]!["agenda"]!["items"]!.AsArray().Select(i => (string?)i!["papers"]?[0]?["name"]);
        Assert.Equal(["分工建议.pdf"], papers);
        Assert.Equal([null, null, Unknown, Unknown], await Opens(own, "convenor", "jiaoyu/leader", "minzheng/leader", "gongan/leader"));
        Assert.Equal([null, null, null, Unknown, Unknown], await Opens(late, "convenor", "jiaoyu/leader", "minzheng/leader", "gongan/leader", "group"));
        using (var pack = new ZipArchive(new MemoryStream(await _office.Download($"{Asked}/papers/pack"))))
        {
            Assert.Equal(["5-议题材料/1-校园周边摸底.pdf", "5-议题材料/2-分工建议.pdf"], pack.Entries.Select(e => e.FullName).Where(n => n.StartsWith("5-", StringComparison.Ordinal)));
        }

        Assert.Equal((409, "agenda.frozen"), await _office.Refused($"{Asked}/agenda/papers/drop", new { item = "own.2", hash = late }));
    }

    private static object Wish(string id, string kind, string[] units) =>
        new { id, kind, title = "校园周边专题会议", startsAt = "2020-09-18T09:00:00+08:00", minutes = 60, place = "三楼会议室", chair = "联席会议召集人", units };

    private Task<JsonNode> Ask() => _jiaoyu.Do($"{Campaign}/meetings", Wish(Id, "topic", ["jiaoyu", "minzheng"]));

    /// <summary>By seat: null where the file opens, else the code.</summary>
    private async Task<IEnumerable<string?>> Opens(string hash, params string[] seats)
    {
        var found = new List<string?>();
        foreach (var seat in seats)
        {
            found.Add(await new FileDesk(_server, seat).Opens(hash));
        }

        return found;
    }

    private static async Task<string> Newest(Visitor who, string recipient) =>
        (string)(await who.Get($"{Campaign}/inbox/messages?recipient={recipient}"))["items"]!.AsArray().MaxBy(m => (long)m!["seq"]!)!["title"]!;
}
