using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using HuiminCoord.Server.Console.Sheets;
using HuiminCoord.Server.Onboarding;
using HuiminCoord.Server.Reporting;
using HuiminCoord.Server.Tests.Documents.Workbooks;
using Microsoft.Extensions.Time.Testing;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>The browser's door for workbooks: a seat's cookie opens it for its own report, and what was read waits for its own page alone.</summary>
public sealed class WorkbookDoorTests(SheetPageTests.FormsServer forms) : IClassFixture<SheetPageTests.FormsServer>
{
    private const string Path = "/fill/monthly-2020-09/workbook", Unit = "jiaoyu";

    [Fact]
    public async Task Whoever_fills_in_gets_in_and_nobody_else()
    {
        var workbook = await Workbook();
        Assert.Null(await Refusal($"{Unit}/liaison", Path, workbook));
        Assert.Null(await Refusal("office-staff", $"{Path}?unit={Unit}", workbook));
        Assert.Equal("access.denied", await Refusal($"{Unit}/leader", Path, workbook));
        Assert.Equal("workbook.other-unit", await Refusal("gongan/liaison", $"{Path}?unit={Unit}", workbook));
        Assert.Equal("report.unknown", await Refusal("office-staff", Path, workbook));
        Assert.Equal("unit.unknown", await Refusal("office-staff", $"{Path}?unit=tiyu", workbook));
        Assert.Equal("access.sign-in-needed", await Refusal(null, Path, workbook));
        Assert.Equal("origin.not-local", await Refusal($"{Unit}/liaison", Path, workbook, ("Origin", "https://elsewhere.example")));
        Assert.Equal("request.content-type", await Refusal($"{Unit}/liaison", Path, workbook, type: "text/plain"));
        Assert.Equal("workbook.too-large", await Refusal($"{Unit}/liaison", Path, HostileFiles.All["21 MB"].File()[..((20 * 1024 * 1024) + 1)]));
    }

    [Fact]
    public async Task What_was_read_waits_a_while_for_its_own_page_alone()
    {
        var time = new FakeTimeProvider();
        var tray = new WorkbookTray(time);
        using var visitor = await PageVisitor.In(forms.Server, $"{Unit}/liaison");
        using var other = await PageVisitor.In(forms.Server, $"{Unit}/deputy");
        var (by, stranger, look) = (await visitor.Asker(forms.Server), await other.Asker(forms.Server), new WorkbookLook(new Dictionary<string, string>(), null, []));
        var name = tray.Put(by, Unit, "monthly-2020-09", look);
        Assert.Null(tray.Take(name, stranger, Unit, "monthly-2020-09"));
        Assert.Null(tray.Take(name, by, Unit, "monthly-2020-11"));
        Assert.Same(look, tray.Take(name, by, Unit, "monthly-2020-09"));
        Assert.Null(tray.Take(name, by, Unit, "monthly-2020-09"));

        var late = tray.Put(by, Unit, "monthly-2020-09", look);
        time.Advance(WorkbookTray.KeptFor + TimeSpan.FromSeconds(1));
        Assert.Null(tray.Take(late, by, Unit, "monthly-2020-09"));

        var names = Enumerable.Range(0, WorkbookTray.Most + 1).Select(_ => tray.Put(by, Unit, "monthly-2020-09", look)).ToList();
        Assert.Null(tray.Take(names[0], by, Unit, "monthly-2020-09"));
        Assert.Same(look, tray.Take(names[1], by, Unit, "monthly-2020-09"));
    }

    [Fact]
    public async Task The_button_stands_beside_the_download_for_whoever_may_send_one()
    {
        using var liaison = await PageVisitor.In(forms.Server, $"{Unit}/liaison");
        using var leader = await PageVisitor.In(forms.Server, $"{Unit}/leader");
        Assert.NotNull((await liaison.Get("/fill/monthly-2020-09")).One($"a[href='{Path}']"));
        Assert.Empty((await leader.Get("/fill/monthly-2020-09")).Document.QuerySelectorAll("#import-choose"));
    }

    [Fact]
    public async Task The_office_has_the_unit_s_sheet_for_its_paper_and_units_have_not()
    {
        using var office = await PageVisitor.In(forms.Server, "office-staff");
        var sheet = await office.Get($"/board/paper?unit={Unit}&duty=monthly-2020-09");
        Assert.Contains("请按教育局报来的纸质件填写", sheet.One(".sheetmain .note").TextContent, StringComparison.Ordinal);
        Assert.Equal(44, sheet.Document.QuerySelectorAll(".grid input[data-cell]").Length);
        Assert.True(sheet.One("#enter").HasAttribute("disabled"));
        using var liaison = await PageVisitor.In(forms.Server, $"{Unit}/liaison");
        Assert.Equal(HttpStatusCode.Forbidden, (await liaison.Get($"/board/paper?unit={Unit}&duty=monthly-2020-09")).Status);
    }

    private async Task<byte[]> Workbook()
    {
        using var client = forms.Server.Seats.Client(forms.Server.Url, $"{Unit}/liaison");
        return await client.GetByteArrayAsync(new Uri($"{TestServer.Path}/units/{Unit}/reports/monthly-2020-09/workbook", UriKind.Relative), TestContext.Current.CancellationToken);
    }

    private Task<string?> Refusal(string? seat, string path, byte[] workbook, params (string Name, string Value)[] headers) => Refusal(seat, path, workbook, ContactLists.ContentType, headers);

    private async Task<string?> Refusal(string? seat, string path, byte[] workbook, string type, params (string Name, string Value)[] headers)
    {
        using var plain = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = forms.Server.Url };
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(workbook) { Headers = { ContentType = new MediaTypeHeaderValue(type) } } };
        if (seat is not null)
        {
            request.Headers.TryAddWithoutValidation("Cookie", $"huimin-session={await PageVisitor.SessionOf(forms.Server, seat)}");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await plain.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
        return answer.IsSuccessStatusCode ? null : (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["code"];
    }
}
