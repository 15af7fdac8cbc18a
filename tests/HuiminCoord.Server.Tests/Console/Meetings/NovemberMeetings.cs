using System.Net.Http.Json;
using System.Text.Json;

namespace HuiminCoord.Server.Tests.Console.Meetings;

/// <summary>
/// The meetings of a <see cref="NovemberMorning"/>: a plenary whose agenda waits for the convenor, a topic meeting of four units that is being
/// prepared, a liaison meeting that was noticed and that some have answered, and one that was cancelled.
/// </summary>
internal static class NovemberMeetings
{
    internal const string Plenary = "plenary-20201204";
    internal const string Topic = "topic-20201209";
    internal const string Liaison = "liaison-20201202";
    internal const string Cancelled = "plenary-20201201";

    private const string Place = $"{TestServer.Path}/meetings";

    /// <summary>Holds them, once.</summary>
    internal static async Task Hold(TestServer server)
    {
        if ((await server.Get(Place))["items"]!.AsArray().Count > 0)
        {
            return;
        }

        await Propose(server, Plenary, "plenary", "2020年第3次全体会议", "2020-12-04T14:30:00+08:00");
        await Do(server, $"{Plenary}/agenda/compose");
        await Do(server, $"{Plenary}/agenda/add", new { heading = "toDecide", fact = "停车收费线索由谁立案：10月以来收到7条，牵头股室与执法局均未立案。", proposal = "价格违法由市场监督管理局立案，擅自设置停车场由城市管理综合执法局查处。", owner = "反不正当竞争股、城市管理综合执法局", minutes = 10 });
        await Do(server, $"{Plenary}/agenda/add", new { heading = "members", fact = "文化旅游广电局提出：联席会议成员因工作变动调整。", proposal = "同意，自会议确定之日起生效。", owner = "文化旅游广电局、联席办", minutes = 5 });
        await Do(server, $"{Plenary}/submit");

        await Propose(server, Topic, "topic", "校园周边专题会议", "2020-12-09T09:00:00+08:00", "scjg", "jiaoyu", "chengguan", "gongan");
        await Do(server, $"{Topic}/agenda/compose");
        await Do(server, "jiaoyu/liaison", $"{Topic}/suggestions/jiaoyu", new { fact = "校园周边流动摊贩管理职责需明确。", proposal = NovemberMorning.Hostile });
        await Do(server, $"{Topic}/agenda/remove", new { revision = 2, item = "questions", reason = "会前已协商" });

        await Propose(server, Liaison, "liaison", "2020年第1次联络员会议", "2020-12-02T09:00:00+08:00");
        await Do(server, $"{Liaison}/agenda/compose");
        await Do(server, $"{Liaison}/submit");
        await Do(server, "convenor", $"{Liaison}/agree");
        await Do(server, $"{Liaison}/notice", new { replyBy = "2020-12-01" });
        await Do(server, "nongmu/liaison", $"{Liaison}/replies/nongmu", new { kind = "coming" });
        await Do(server, "gongan/liaison", $"{Liaison}/replies/gongan", new { kind = "deputy", who = "指挥中心副主任", reason = "另有会议" });

        await Propose(server, Cancelled, "plenary", "2020年第2次全体会议", "2020-12-01T09:00:00+08:00");
        await Do(server, $"{Cancelled}/cancel", new { reason = "议题并入下次会议" });
    }

    internal static Task Propose(TestServer server, string id, string kind, string title, string startsAt, params string[] units) => Do(server, "", new
    {
        id, kind, title, startsAt, minutes = 55, place = "市场监督管理局三楼会议室", chair = "联席会议召集人", units = units.Length == 0 ? null : units,
    });

    internal static Task Do(TestServer server, string path, object? body = null) => Do(server, "office-director", path, body);

    /// <summary>Does it from a seat, and lets it be told.</summary>
    internal static async Task Do(TestServer server, string seat, string path, object? body = null)
    {
        using var client = server.Seats.Client(server.Url, seat);
        using var request = new HttpRequestMessage(HttpMethod.Post, path.Length == 0 ? Place : $"{Place}/{path}");
        request.Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: JsonSerializerOptions.Web);
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        using var answer = await client.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        await server.Drain();
    }
}
