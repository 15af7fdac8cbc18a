using System.Net.Http.Json;
using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>A report with a form on its way through the unit, as each side's page shows it.</summary>
public sealed class SheetWayTests
{
    private const string Duty = "monthly-2020-09";

    [Fact]
    public async Task While_it_waits_its_writer_takes_it_back_and_its_leader_approves_or_returns()
    {
        await using var server = await TestServer.Start(forms: true);
        await server.RunUntil(new DateOnly(2020, 9, 25), 10);
        using var liaison = server.Seats.Client(server.Url, "jiaoyu/liaison");
        await Do(liaison, "fields", new { fields = Zeros().Concat(new[] { "work", "cases", "problems" }.Select(s => $"text/{s}")).Select(f => new { field = f, typed = "0" }) });
        Assert.Contains("填报中", (await At(server, "jiaoyu/liaison", "/fill")).Text, StringComparison.Ordinal);
        await Do(liaison, "propose", new { });
        await server.Drain();

        var waiting = await At(server, "jiaoyu/liaison", $"/fill/{Duty}");
        Assert.Contains("待本单位审核", waiting.One("h1").TextContent, StringComparison.Ordinal);
        Assert.Empty(waiting.Document.QuerySelectorAll(".grid input, #approve, #propose"));
        Assert.NotNull(waiting.One("#take-back"));
        var mine = await At(server, "jiaoyu/leader", "/fill");
        Assert.Contains("待我审核1项", mine.One("h1").TextContent, StringComparison.Ordinal);
        Assert.Contains("待本单位审核", mine.One(".todo tbody tr:first-child").TextContent, StringComparison.Ordinal);
        Assert.Equal("1", mine.One(".nav a[href='/fill'] .badge").TextContent.Trim());
        var asked = await At(server, "jiaoyu/leader", $"/fill/{Duty}");
        Assert.NotNull(asked.One("#approve"));
        Assert.NotNull(asked.One("#return"));
        Assert.Empty(asked.Document.QuerySelectorAll("#take-back"));
    }

    [Fact]
    public async Task The_office_reviews_the_same_sheet_and_finds_its_figures_in_the_district_s_table()
    {
        await using var server = await TestServer.Start(forms: true);
        await server.RunUntil(new DateOnly(2020, 9, 25), 10);
        using var liaison = server.Seats.Client(server.Url, "jiaoyu/liaison");
        await Do(liaison, "fields", new { fields = Zeros().Select(f => new { field = f, typed = "7" }).Concat(new[] { "work", "cases", "problems" }.Select(s => new { field = $"text/{s}", typed = "本期按方案推进。" })) });
        await Do(liaison, "propose", new { });
        using var leader = server.Seats.Client(server.Url, "jiaoyu/leader");
        await Do(leader, "approve", new { version = 1 });
        await server.Drain();

        var drawer = await At(server, "office-staff", $"/review?unit=jiaoyu&of={Duty}&part=table");
        Assert.Equal($"/review/sheet?unit=jiaoyu&duty={Duty}", drawer.One("a[href^='/review/sheet']").GetAttribute("href"));
        var sheet = await At(server, "office-staff", $"/review/sheet?unit=jiaoyu&duty={Duty}");
        Assert.NotNull(sheet.One("#accept"));
        Assert.Empty(sheet.Document.QuerySelectorAll(".grid input, #propose, #take-back, #approve, #ask-reopening"));
        Assert.Contains(sheet.Document.QuerySelectorAll(".grid td"), td => td.TextContent.Contains('7', StringComparison.Ordinal));

        var district = await At(server, "office-staff", $"/district?duty={Duty}");
        Assert.Contains("2020年9月：应报11，已报1，其中逾期0，未报10", district.One("h1").TextContent, StringComparison.Ordinal);
        var row = district.Document.QuerySelectorAll(".district tbody tr").First(r => r.TextContent.Contains("出动执法人员", StringComparison.Ordinal));
        Assert.Equal("28", row.QuerySelectorAll("td")[^1].QuerySelector("button")!.TextContent.Trim());
        Assert.Contains("缺9个单位", row.QuerySelectorAll("td")[^1].TextContent, StringComparison.Ordinal);
        Assert.NotNull(district.One($"a[href='/district/{Duty}/files/bulletin']"));
    }

    private static IEnumerable<string> Zeros()
    {
        var plan = PlanReader.Read(TestServer.FormsJson).Plan!;
        return TableLayout.Of(plan, plan.Forms!.Table, plan.Units.First(u => u.Id.Value == "jiaoyu")).Cells.Select(c => c.ToString());
    }

    private static async Task Do(HttpClient from, string act, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{TestServer.Path}/units/jiaoyu/reports/{Duty}/{act}") { Content = JsonContent.Create(body, body.GetType()) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        using var answer = await from.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<Page> At(TestServer server, string seat, string path)
    {
        using var visitor = await PageVisitor.In(server, seat);
        return await visitor.Get(path);
    }
}
