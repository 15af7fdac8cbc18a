using System.Net;
using HuiminCoord.Grains.Auditing;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Tests.Push;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>审计: what audit administrators find in both chains, row by row, and take along as a file.</summary>
public sealed class AuditPageTests : IAsyncLifetime
{
    private const string Phone = "0471-7654321";

    private TestServer _server = null!;
    private PageVisitor _auditor = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.Start();
        _auditor = await PageVisitor.In(_server, "audit-admin");
        await _server.Do($"{TestServer.Path}/units/jiaoyu/seats/liaison/name", new { holder = "联络人甲", phone = Phone });
        await _server.Do($"{TestServer.Path}/units/minzheng/receipts/plan-1/confirm", new { });
    }

    public ValueTask DisposeAsync()
    {
        _auditor.Dispose();
        return _server.DisposeAsync();
    }

    [Fact]
    public async Task The_latest_rows_stand_first_in_words_and_as_they_are_stored()
    {
        var page = await _auditor.Get("/audit");
        var rows = page.Document.QuerySelectorAll("tbody tr");
        Assert.Equal(50, rows.Length);
        var times = rows.Select(r => r.QuerySelectorAll("td")[0].TextContent).ToList();
        Assert.Equal(times.OrderDescending(StringComparer.Ordinal), times);
        Assert.Contains($"审计记录{await Last(TestServer.Campaign)}条", page.One("h1").TextContent, StringComparison.Ordinal);

        var row = (await _auditor.Get("/audit?event=unit.receipt-confirmed")).One("tbody tr");
        Assert.Equal(["签收文件", "unit.receipt-confirmed", "民政局 · 联络人", "minzheng-liaison", "单位 · 民政局"], new[] { "td:nth-child(4) span", "td:nth-child(4) small", "td:nth-child(3) span", "td:nth-child(3) small", "td:nth-child(5) span" }.Select(c => row.QuerySelector(c)!.TextContent));
    }

    [Fact]
    public async Task Filters_stand_in_the_address_and_in_their_fields()
    {
        var page = await _auditor.Get("/audit?unit=jiaoyu&event=unit.seat-named&actor=@jiaoyu-leader&from=2020-09-17&until=2020-09-17");
        Assert.Contains("报备人员", page.One("tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Equal("unit.seat-named", page.Value("event"));
        Assert.Equal("@jiaoyu-leader", page.Value("actor"));
        Assert.Equal("jiaoyu", page.One("#unit option[selected]").GetAttribute("value"));
        Assert.Equal("/audit/export?actor=@jiaoyu-leader&event=unit.seat-named&unit=jiaoyu&from=2020-09-17&until=2020-09-17", page.One("a[download]").GetAttribute("href"));
        Assert.Empty((await _auditor.Get("/audit?unit=minzheng&event=unit.seat-named")).Document.QuerySelectorAll("tbody tr"));
        Assert.Empty((await _auditor.Get("/audit?until=2020-09-16")).Document.QuerySelectorAll("tbody tr"));
        Assert.Contains("不是有效日期", (await _auditor.Get("/audit?from=17.9.2020")).One("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains("page.malformed", (await _auditor.Get("/audit?next=nonsense")).One("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains("campaign.unknown", (await _auditor.Get("/audit?chain=other-2020")).One("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_double()
    {
        var (page, positions) = (await _auditor.Get("/audit"), new List<string>());
        for (var pages = 0; pages < 20; pages++)
        {
            positions.AddRange(page.Document.QuerySelectorAll("tbody th").Select(t => t.TextContent));
            if (page.Document.QuerySelectorAll(".pager a").FirstOrDefault(a => a.TextContent == "更早的记录") is not { } earlier)
            {
                break;
            }

            page = await _auditor.Get(earlier.GetAttribute("href")!);
        }

        Assert.Equal(await Last(TestServer.Campaign), positions.Count);
        Assert.Equal(positions.Count, positions.Distinct().Count());
    }

    [Fact]
    public async Task A_row_opens_its_body_without_telephone_numbers_and_leads_to_rows_like_it()
    {
        var row = await One("unit.seat-named");
        var page = await _auditor.Get($"/audit?row={row.Position}");
        var drawer = page.One("#drawer");
        Assert.Contains("\"holder\": \"联络人甲\"", drawer.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Phone, page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("待封存", drawer.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            [$"/audit?chain=huimin-2020&grain=unit%2Fhuimin-2020%2Fjiaoyu", "/audit?chain=huimin-2020&event=unit.seat-named", "/audit?chain=huimin-2020&actor=jiaoyu%2Fleader", "/audit?chain=huimin-2020&actor=@jiaoyu-leader"],
            drawer.QuerySelectorAll(".links a").Select(a => a.GetAttribute("href")));
        foreach (var link in drawer.QuerySelectorAll(".links a"))
        {
            Assert.NotEmpty((await _auditor.Get(link.GetAttribute("href")!)).Document.QuerySelectorAll("tbody tr"));
        }

        Assert.Contains("没有这一条", (await _auditor.Get("/audit?row=999999")).One("#drawer").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_belongs_to_no_campaign_stands_in_a_chain_of_its_own()
    {
        using var system = await PageVisitor.In(_server, "system-admin");
        await system.Submit(await system.Get("/admin/accounts"), "issue", ("Person.Login", "xinren"), ("Person.Name", "新人"));
        var page = await _auditor.Get("/audit?chain=server&event=account.issued");
        Assert.Contains("开通账号", page.One("tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Contains("账号 · xinren", page.One("tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Equal("平台自身", page.One(".seg [aria-current]").TextContent);
        Assert.Empty(page.Document.QuerySelectorAll("#unit"));
        Assert.Single((await _auditor.Get("/audit?chain=server&event=account.issued&actor=@system-admin")).Document.QuerySelectorAll("tbody tr"));
        Assert.Empty((await _auditor.Get("/audit?event=account.issued")).Document.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task The_file_holds_what_the_page_shows_and_only_for_audit_administrators()
    {
        var file = await _auditor.Get("/audit/export?unit=jiaoyu&event=unit.seat-named");
        Assert.StartsWith("text/csv", file.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("audit-huimin-2020.csv", file.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.Contains("联络人甲", file.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Phone, file.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await _auditor.Get("/audit/export?from=yesterday")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _auditor.Get("/audit/export?chain=other-2020")).Status);
        foreach (var seat in new[] { "system-admin", "security-admin", "office-director", "jiaoyu/leader" })
        {
            using var visitor = await PageVisitor.In(_server, seat);
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Get("/audit/export")).Status);
        }
    }

    [Fact]
    public async Task In_English_and_with_text_that_wants_to_be_more()
    {
        using var english = await PageVisitor.In(_server, "audit-admin", "en");
        var page = await english.Get("/audit?event=unit.seat-named");
        Assert.Contains("Seat named", page.Text, StringComparison.Ordinal);
        Assert.Equal("en", page.Document.DocumentElement.GetAttribute("lang"));
        foreach (var text in new[] { "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "\" autofocus onfocus=alert(1) x=\"" })
        {
            var hostile = await _auditor.Get($"/audit?actor={Uri.EscapeDataString(text)}&event={Uri.EscapeDataString(text)}&grain={Uri.EscapeDataString(text)}&unit={Uri.EscapeDataString(text)}");
            Assert.Equal(HttpStatusCode.OK, hostile.Status);
            Assert.Equal(text, hostile.Value("actor"));
            Assert.Empty(hostile.Document.QuerySelectorAll("main script, main img, [onfocus], [onerror]"));
        }
    }

    [Fact]
    public async Task A_sealed_row_shows_its_seal_and_the_page_the_last_checkpoint()
    {
        var places = AuditPlaces.From(_ => null, Directory.CreateTempSubdirectory("huimin-audit-page-").FullName);
        await using (var server = await TestServer.Start(with: services => services.AddAuditSealing(places)))
        {
            await HubClient.Eventually(async () => (await server.Get($"{TestServer.Path}/audit/verification"))["item"]!, s => (long)s["sealed"]! > 0 && (long)s["sealed"]! == (long)s["position"]!);
            using var auditor = await PageVisitor.In(server, "audit-admin");
            var page = await auditor.Get("/audit?row=1");
            Assert.Matches("^([0-9a-f]{8} ){7}[0-9a-f]{8}$", page.Document.QuerySelectorAll("#drawer .hash")[0].TextContent);
            Assert.Contains("最近检查点：第", page.One(".ctx").TextContent, StringComparison.Ordinal);
            Assert.All(page.Document.QuerySelectorAll("tbody tr"), r => Assert.Contains("已封存", r.TextContent, StringComparison.Ordinal));
        }

        Directory.Delete(Path.GetDirectoryName(places.Keys)!, recursive: true);
    }

    private async Task<long> Last(string campaign)
    {
        await using var db = _server.Database.OpenToRead();
        return (await db.AuditHeads.FirstAsync(h => h.Campaign == campaign, TestContext.Current.CancellationToken)).Position;
    }

    private async Task<AuditRow> One(string @event)
    {
        await using var db = _server.Database.OpenToRead();
        return await db.Audit.SingleAsync(a => a.EventType == @event && a.GrainKey.EndsWith("/jiaoyu"), TestContext.Current.CancellationToken);
    }
}
