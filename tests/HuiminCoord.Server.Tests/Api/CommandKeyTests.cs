using System.Net.Http.Json;

namespace HuiminCoord.Server.Tests.Api;

public sealed class CommandKeyTests(ServerFixture fixture)
{
    private const string Unit = $"{TestServer.Path}/units/weijian";

    private TestServer Server => fixture.Server;

    [Fact]
    public async Task The_same_wish_under_the_same_key_is_carried_out_once_and_answered_alike()
    {
        var first = await Server.Do(Unit + "/obligations/training/submit", new { note = "一" }, "weijian-training");
        var again = await Server.Do(Unit + "/obligations/training/submit", new { nil = false, note = "一" }, "weijian-training");
        Assert.Equal((true, false, true), ((bool)first["changed"]!, (bool)first["replayed"]!, (bool)again["replayed"]!));
        Assert.Equal(first["after"]!.ToString(), again["after"]!.ToString());
        Assert.Equal($"unit/huimin-2020/weijian:{first["sequence"]}", (string)first["after"]!);
    }

    [Fact]
    public async Task Another_body_under_a_used_key_is_refused_and_changes_nothing()
    {
        await Server.Do(Unit + "/obligations/publicity/submit", new { note = "一" }, "weijian-publicity");
        var (status, problem) = await Server.Post(Unit + "/obligations/publicity/submit", new { note = "二" }, "weijian-publicity");
        Assert.Equal((409, "command.key-reused"), (status, (string)problem["code"]!));
    }

    [Fact]
    public async Task Another_address_under_a_used_key_is_another_wish()
    {
        var done = await Server.Do(Unit + "/obligations/implementation-plan/submit", new { }, "weijian-plan");
        var (status, problem) = await Server.Post(Unit + "/obligations/monthly-2020-09/submit", new { }, "weijian-plan");
        Assert.Equal((409, "command.key-reused"), (status, (string)problem["code"]!));
        var row = await Server.GetAfter(Unit + "/obligations/monthly-2020-09", done);
        Assert.Equal("open", (string)row["item"]!["obligation"]!["stage"]!);
    }

    [Fact]
    public async Task What_already_holds_is_answered_as_unchanged()
    {
        await Server.Do($"{TestServer.Path}/units/zhujian/obligations/training/submit", new { });
        var again = await Server.Do($"{TestServer.Path}/units/zhujian/obligations/training/submit", new { });
        Assert.Equal((false, false), ((bool)again["changed"]!, (bool)again["replayed"]!));
    }

    [Fact]
    public async Task A_read_waits_for_the_reader_s_own_change()
    {
        const string duty = $"{TestServer.Path}/units/scjg/obligations/training";
        using var request = new HttpRequestMessage(HttpMethod.Post, duty + "/submit") { Content = JsonContent.Create(new { }) };
        request.Headers.Add("Idempotency-Key", "scjg-training");
        var (_, answer) = await Server.Send(request);
        var read = Server.Get($"{duty}?after={answer["after"]}");
        await Server.Driver.Drain();
        Assert.Equal((true, "submitted"), ((bool)(await read)["upToDate"]!, (string)(await read)["item"]!["obligation"]!["stage"]!));
    }

    [Fact]
    public async Task A_read_that_waits_in_vain_says_so()
    {
        var read = await Server.Get($"{TestServer.Path}/units/gongan?after=unit/huimin-2020/gongan:999999");
        Assert.False((bool)read["upToDate"]!);
        var (status, problem) = await Server.Refused($"{TestServer.Path}/units/gongan/obligations/soon?after=unit/huimin-2020/gongan:999999");
        Assert.Equal((404, false), (status, (bool)problem["upToDate"]!));
    }
}
