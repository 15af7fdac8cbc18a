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

    private static IEnumerable<string> Zeros()
    {
        var plan = PlanReader.Read(TestServer.FormsJson).Plan!;
        return TableLayout.Of(plan, plan.Forms!.Table, plan.Units.First(u => u.Id.Value == "jiaoyu")).Cells.Select(c => c.ToString());
    }

    private static async Task Do(HttpClient from, string act, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{TestServer.Path}/units/jiaoyu/reports/{Duty}/{act}") { Content = JsonContent.Create(body, body.GetType()) };
        request.Headers.Add("Idempotency-Key", $"sheet-way-{act}");
        using var answer = await from.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<Page> At(TestServer server, string seat, string path)
    {
        using var visitor = await PageVisitor.In(server, seat);
        return await visitor.Get(path);
    }
}
