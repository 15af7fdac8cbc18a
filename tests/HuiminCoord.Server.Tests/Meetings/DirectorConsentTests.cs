using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Server.Tests.Console;
using HuiminCoord.Server.Tests.Onboarding;

namespace HuiminCoord.Server.Tests.Meetings;

/// <summary>A plan that leaves consent to the director: API and pages follow it.</summary>
public sealed class DirectorConsentTests : IAsyncLifetime
{
    private const string Meetings = $"/campaigns/{TestServer.Campaign}/meetings";

    private TestServer _server = null!;
    private Visitor _office = null!, _director = null!, _convenor = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.Start(begin: false);
        var json = TestServer.PlanJson.Replace("\"consent\": \"convenor\"", "\"consent\": \"director\"", StringComparison.Ordinal);
        await _server.Driver.Begin(PlanReader.Read(json).Plan!, json, null);
        (_office, _director, _convenor) = (await Visitor.In(_server, "office-staff"), await Visitor.In(_server, "office-director"), await Visitor.In(_server, "convenor"));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in new[] { _office, _director, _convenor })
        {
            visitor.Dispose();
        }

        await _server.DisposeAsync();
    }

    [Fact]
    public async Task The_director_is_told_and_agrees_or_returns()
    {
        await Submit(_office, "plenary-1", "plenary");
        var inbox = (await _director.Get($"/campaigns/{TestServer.Campaign}/inbox/messages?recipient=office"))["items"]!.AsArray().MaxBy(m => (long)m!["seq"]!)!;
        Assert.EndsWith("请联席办主任审阅，同意或退回修改。", (string)inbox["body"]!, StringComparison.Ordinal);
        Assert.DoesNotContain((await _convenor.Get($"/campaigns/{TestServer.Campaign}/inbox/messages?recipient=convenor"))["items"]!.AsArray(), m => ((string)m!["title"]!).Contains("议程送审", StringComparison.Ordinal));
        Assert.Equal((403, "access.denied"), await _office.Refused($"{Meetings}/plenary-1/agree"));
        await _director.Do($"{Meetings}/plenary-1/return", new { remark = "补充一项" });
        await _director.Do($"{Meetings}/plenary-1/submit");
        await _director.Do($"{Meetings}/plenary-1/agree");
        Assert.Equal("agreed", (string)(await _office.Get($"{Meetings}/plenary-1"))["item"]!["stage"]!);
    }

    [Fact]
    public async Task The_convenor_may_as_well_and_agrees_alone_with_kinds_that_are_not_left_to_the_director()
    {
        await Submit(_office, "plenary-1", "plenary");
        await _convenor.Do($"{Meetings}/plenary-1/agree");
        await Submit(_office, "topic-1", "topic");
        Assert.Equal((403, "meeting.consent-of-convenor"), await _director.Refused($"{Meetings}/topic-1/agree"));
        Assert.Equal((403, "meeting.consent-of-convenor"), await _director.Refused($"{Meetings}/topic-1/return", new { remark = "再改" }));
        await _convenor.Do($"{Meetings}/topic-1/agree");
    }

    [Fact]
    public async Task Pages_offer_it_to_the_director_and_do_not_press_the_convenor()
    {
        await Submit(_office, "plenary-1", "plenary");
        await Submit(_office, "topic-1", "topic");
        var page = await At("office-director", "/meetings/plenary-1");
        Assert.NotNull(page.Document.GetElementById("agree"));
        Assert.Contains("联席办主任意见：", page.One("#onepage footer").TextContent, StringComparison.Ordinal);
        Assert.Null((await At("office-staff", "/meetings/plenary-1")).Document.GetElementById("agree"));
        Assert.Null((await At("office-director", "/meetings/topic-1")).Document.GetElementById("agree"));
        Assert.NotNull((await At("convenor", "/meetings/plenary-1")).Document.GetElementById("agree"));
        Assert.Equal("1", (await At("office-director", "/home")).One(".nav a[href='/meetings'] .badge").TextContent);
        Assert.Equal("1", (await At("convenor", "/home")).One(".nav a[href='/meetings'] .badge").TextContent);
        Assert.Empty((await At("office-staff", "/home")).Document.QuerySelectorAll(".nav a[href='/meetings'] .badge"));
    }

    private static async Task Submit(Visitor who, string id, string kind)
    {
        await who.Do(Meetings, new { id, kind, title = $"会议{id}", startsAt = kind == "plenary" ? "2020-09-25T09:00:00+08:00" : "2020-09-28T09:00:00+08:00", minutes = 60, place = "三楼", chair = "联席会议召集人" });
        await who.Do($"{Meetings}/{id}/agenda/add", new { heading = "toDecide", fact = "停车收费线索由谁立案。", proposal = "", owner = "反不正当竞争股", minutes = 10 });
        await who.Do($"{Meetings}/{id}/submit");
    }

    private async Task<Page> At(string seat, string path)
    {
        using var visitor = await PageVisitor.In(_server, seat);
        return await visitor.Get(path);
    }
}
