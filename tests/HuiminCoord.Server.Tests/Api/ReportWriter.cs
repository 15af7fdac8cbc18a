using System.Text.Json.Nodes;

namespace HuiminCoord.Server.Tests.Api;

/// <summary>Somebody who fills in and hands in reports of one unit.</summary>
internal sealed class ReportWriter(TestServer server, string unit)
{
    private readonly Dictionary<string, int> _versions = [];

    /// <summary>Where a report is.</summary>
    public string Address(string duty) => $"{TestServer.Path}/units/{unit}/reports/{duty}";

    /// <summary>A report as the unit's liaison sees it.</summary>
    public async Task<JsonNode> Report(string duty)
    {
        using var client = server.Seats.Client(server.Url, $"{unit}/liaison");
        return JsonNode.Parse(await client.GetStringAsync(new Uri(Address(duty), UriKind.Relative)))!["item"]!;
    }

    /// <summary>Types fields.</summary>
    public async Task Type(string duty, params (string Field, string Typed)[] fields)
    {
        var (status, answer) = await server.Post($"{Address(duty)}/fields", new { fields = fields.Select(f => new { field = f.Field, typed = f.Typed }) });
        Assert.True(status == 200, answer.ToJsonString());
    }

    /// <summary>The same figure in every cell, and some of them otherwise.</summary>
    public async Task Fill(string duty, string figure, params (string Field, string Typed)[] others)
    {
        var form = (await Report(duty))["form"]!;
        var cells = from section in form["sections"]!.AsArray() from column in form["columns"]!.AsArray() where (bool)column!["applies"]! select ($"{section!["id"]}/{column["code"]}", figure);
        await Type(duty, [.. cells, .. new[] { "work", "cases", "problems" }.Select(t => ($"text/{t}", "本期按方案推进。")), .. others]);
    }

    /// <summary>Proposes and approves what stands in it.</summary>
    public async Task HandIn(string duty)
    {
        await server.Do($"{Address(duty)}/propose", new { });
        await server.Do($"{Address(duty)}/approve", new { version = _versions[duty] = _versions.GetValueOrDefault(duty) + 1 });
    }

    /// <summary>The office accepts it, and two of its people open it again.</summary>
    public async Task Reopen(string duty, string reason)
    {
        await server.Do($"{TestServer.Path}/units/{unit}/obligations/{duty}/accept", new { });
        await server.Do($"{Address(duty)}/ask-reopening", new { reason });
        await server.Do($"{Address(duty)}/decide-reopening", new { agreed = true });
    }
}
