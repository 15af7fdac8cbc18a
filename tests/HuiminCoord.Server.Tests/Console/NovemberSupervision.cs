using System.Net.Http.Json;
using System.Text.Json;
using HuiminCoord.Server.Tests.Files;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>The supervision of a <see cref="NovemberMorning"/>: a group with a visit and a planned one, and problems that are late, to be checked, and struck off.</summary>
internal static class NovemberSupervision
{
    internal const string Group = "du-2";

    private const string Place = $"{TestServer.Path}/supervision/{Group}";

    /// <summary>It was ordered, once.</summary>
    internal static async Task Hold(TestServer server)
    {
        if ((await server.Get($"{TestServer.Path}/supervision"))["items"]!.AsArray().Count > 0)
        {
            return;
        }

        await Order(server);
        await Do(server, "group", "lines", new { text = "食堂留样记录" });
        await Do(server, "group", "visits/canteen", new { day = "2020-11-23", unit = "jiaoyu", place = "第二中学食堂", lines = new[] { "duty.jiaoyu.monthly", "own.1" }, achievements = "食堂台账齐全，索证索票规范。", highlights = NovemberMorning.Hostile });
        await Do(server, "group", "visits/home", new { day = "2020-12-08", unit = "minzheng", place = "区养老服务中心" });
        var hash = await new FileDesk(server, "group").Uploaded("现场记录.pdf", Evidence.Pdf("现场"));
        await Do(server, "group", "visits/canteen/files", new { files = new[] { new { hash } } });
        foreach (var (text, due) in new[] { ("2所学校食堂未接入管控平台", "2020-12-04"), ("食堂留样不全", "2020-12-04"), (NovemberMorning.Hostile, "2020-12-04"), ("公示栏未更新", "2020-11-30") })
        {
            await Do(server, "group", "problems", new { unit = "jiaoyu", text, due, visit = "canteen", task = "chi-3" });
        }

        await Mend(server, 1, "2所学校均已接入。");
        await Mend(server, 2, "留样冰箱已更换，记录已补齐。");
        await Do(server, "group", "problems/1/strike-off", new { word = "现场复查，均已接入。" });
    }

    /// <summary>The office orders it.</summary>
    internal static Task Order(TestServer server) => Do(server, "office-director", "mandate", new
    {
        matter = "校园和养老机构食品安全", units = new[] { "jiaoyu", "minzheng" }, from = "2020-09-18", until = "2020-12-31", leader = "督导工作组组长", tasks = new[] { "chi-3" },
    });

    /// <summary>The unit says that a problem is mended.</summary>
    internal static async Task Mend(TestServer server, int number, string note) =>
        await server.Do($"{TestServer.Path}/units/jiaoyu/obligations/{Group}-{number:00}/submit", new { parts = Array.Empty<string>(), note });

    private static async Task Do(TestServer server, string seat, string path, object body)
    {
        using var client = server.Seats.Client(server.Url, seat);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Place}/{path}") { Content = JsonContent.Create(body, body.GetType(), options: JsonSerializerOptions.Web) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        using var answer = await client.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        await server.Drain();
    }
}
