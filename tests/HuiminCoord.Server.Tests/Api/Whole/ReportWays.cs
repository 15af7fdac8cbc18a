using System.Text.Json.Nodes;

namespace HuiminCoord.Server.Tests.Api.Whole;

/// <summary>Reports that are as far as an operation needs them.</summary>
internal static class ReportWays
{
    private const string Opened = "zhengfuban";

    /// <summary>The workbook that was downloaded last.</summary>
    internal static byte[] Workbook { get; private set; } = [];

    /// <summary>民政局 has its workbook and sends it back.</summary>
    internal static async Task<string> Downloaded(TestServer server)
    {
        Workbook = await server.Http.GetByteArrayAsync(new Uri($"{Address("minzheng")}/workbook", UriKind.Relative));
        return "unit=minzheng";
    }

    /// <summary>The office has typed what 农牧局 handed in on paper.</summary>
    internal static async Task<string> OnPaper(TestServer server)
    {
        await Save(server, "nongmu", "office-director");
        return "unit=nongmu";
    }

    /// <summary>A report that was accepted.</summary>
    internal static async Task<string> Accepted(TestServer server)
    {
        await Save(server, Opened, $"{Opened}/liaison");
        await HandIn(server, 1);
        await server.Do($"{TestServer.Path}/units/{Opened}/obligations/monthly-2020-09/accept", new { });
        return $"unit={Opened}";
    }

    /// <summary>One that was opened again, and whose correction the unit has approved.</summary>
    internal static async Task<string> Corrected(TestServer server)
    {
        var versions = await server.Get($"{Address(Opened)}?");
        await HandIn(server, (int?)versions["item"]!["waiting"]?["number"] ?? Next(versions["item"]!));
        return $"unit={Opened}";
    }

    /// <summary>One unit has handed in a whole table.</summary>
    internal static async Task<string> Reported(TestServer server)
    {
        await DistrictTableTests.HandIn(server, "scjg", "3");
        return "";
    }

    /// <summary>What was handed in is accepted, and everybody else is exempted.</summary>
    internal static async Task<string> Complete(TestServer server)
    {
        foreach (var unit in TestServer.Plan.Units.Select(u => u.Id.Value))
        {
            var owed = $"{TestServer.Path}/units/{unit}/obligations/monthly-2020-09";
            await server.Post($"{owed}/accept", new { });
            await server.Post($"{owed}/waive", new { reason = "本期不要求报送。" });
        }

        return "";
    }

    /// <summary>The last day for objections of the example has passed.</summary>
    internal static async Task<string> ObjectionsOver(TestServer server)
    {
        await server.RunUntil(new DateOnly(2020, 10, 10), 9);
        return "";
    }

    /// <summary>One was handed in; what was proposed and returned since is only in its remarks.</summary>
    private static int Next(JsonNode report) => report["remarks"]!.AsArray().Count > 0 ? 3 : 2;

    private static async Task HandIn(TestServer server, int version)
    {
        await server.Do($"{Address(Opened)}/propose", new { });
        await server.Do($"{Address(Opened)}/approve", new { version });
    }

    private static async Task Save(TestServer server, string unit, string seat)
    {
        using var client = server.Seats.Client(server.Url, seat);
        var fields = new[] { "work", "cases", "problems" }.Select(s => new { field = $"text/{s}", typed = "本期按方案推进。" });
        using var answer = await client.PostAsync(new Uri($"{Address(unit)}/fields", UriKind.Relative), System.Net.Http.Json.JsonContent.Create(new { fields }));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static string Address(string unit) => $"{TestServer.Path}/units/{unit}/reports/monthly-2020-09";
}
